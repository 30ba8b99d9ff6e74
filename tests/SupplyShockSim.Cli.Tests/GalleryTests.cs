using System.Runtime.CompilerServices;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The gallery shows every kind as its command draws it now.</summary>
public sealed class GalleryTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Source(), "..", ".."));
    private static readonly string Gallery = Path.Combine(Root, "scenarios", "gallery");

    /// <summary>The commands of the page, each as its arguments.</summary>
    private static readonly string[][] Commands =
    [
        .. File.ReadAllLines(Path.Combine(Gallery, "README.md")).Where(line => line.StartsWith("supplyshock plot ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1..]),
    ];

    public static TheoryData<string> Kinds => [.. Commands.Select(KindOf)];

    [Theory]
    [Trait("Category", "Slow")]
    [MemberData(nameof(Kinds))]
    public void A_picture_is_what_its_command_draws(string kind)
    {
        using var terminal = new Terminal();
        var command = Commands.Single(c => KindOf(c) == kind);
        var picture = command[^1];
        string[] here =
        [
            .. command.Select(word => word == picture ? "drawn.svg" : word.StartsWith("scenarios/", StringComparison.Ordinal) ? Path.Combine(Root, word)
                : word),
        ];

        Assert.Equal((ExitCode.Done, kind), (terminal.Run(here).Code, kind));
        var (drawn, kept) = (File.ReadAllText(terminal.PathOf("drawn.svg")), Path.Combine(Root, picture));
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") == "1")
        {
            File.WriteAllText(kept, drawn);
            return;
        }

        Assert.True(File.Exists(kept), $"there is no {picture}; accept it with SUPPLYSHOCK_ACCEPT=1");
        Assert.Equal(File.ReadAllText(kept), drawn);
    }

    [Fact]
    public void Every_kind_that_plot_draws_has_one_picture_which_is_shown()
    {
        var page = File.ReadAllText(Path.Combine(Gallery, "README.md"));

        Assert.Equal(
            FigureCatalog.All.Where(k => k.Needs.StartsWith("a run", StringComparison.Ordinal) || k.ShowsObserved).Select(k => k.Name)
                .Order(StringComparer.Ordinal),
            Commands.Select(KindOf).Order(StringComparer.Ordinal));
        Assert.All(Commands, c => Assert.Equal($"scenarios/gallery/{KindOf(c)}.svg", c[^1]));
        Assert.All(Commands, c => Assert.Contains($"]({KindOf(c)}.svg)", page, StringComparison.Ordinal));
        Assert.Equal(
            Commands.Select(c => KindOf(c) + ".svg").Order(StringComparer.Ordinal),
            Directory.GetFiles(Gallery, "*.svg").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    private static string KindOf(string[] command) => command[Array.IndexOf(command, "--figure") + 1];

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
