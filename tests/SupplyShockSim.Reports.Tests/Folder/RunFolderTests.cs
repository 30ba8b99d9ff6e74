using System.Text.RegularExpressions;

namespace SupplyShockSim.Reports.Tests.Folder;

public class RunFolderTests
{
    private static readonly string[] Expected =
    [
        "activity.csv", "activity.png", "activity.svg", "cover.csv", "cover.png", "cover.svg", "events.csv", "flows.csv", "flows.png", "flows.svg",
        "inputs/sample.yaml", "manifest.json", "metrics.json",
        "report.html", "scenario.resolved.yaml", "series.csv", "shortfall-figure.csv", "shortfall.csv", "shortfall.png", "shortfall.svg",
    ];

    private static bool IsText(string name) => !name.EndsWith(".png", StringComparison.Ordinal);

    private static bool IsFigureOf(string name, string figure) => name.StartsWith(figure + ".", StringComparison.Ordinal);

    [Fact]
    public void The_folder_has_every_file_and_nothing_is_left_beside_it()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["deep/run"], SampleRuns.Halt());

        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(place["deep"]).Select(Path.GetFileName));
        Assert.Equal(Expected, Names(place["deep/run"]));
    }

    [Fact]
    public void Every_file_is_as_it_was_when_last_looked_at()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["run"], SampleRuns.Halt());

        foreach (var name in Expected.Where(IsText))
        {
            Baseline.Check("halt/" + name, Text(Path.Combine(place["run"], name)));
        }
    }

    [Theory]
    [InlineData("consumers", "flows", "activity")]
    [InlineData("totals", "flows", "activity", "cover")]
    public void A_run_that_recorded_less_leaves_less_and_says_so(string recorded, params string[] without)
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["run"], SampleRuns.All[recorded]());

        Assert.Equal(Expected.Where(name => !Array.Exists(without, figure => IsFigureOf(name, figure))), Names(place["run"]));
        foreach (var name in Names(place["run"]).Where(IsText))
        {
            Baseline.Check(recorded + "/" + name, Text(Path.Combine(place["run"], name)));
        }

        Assert.Equal(recorded, RunFolder.ReadManifest(place["run"]).Recorded);
        Assert.Contains("Only " + recorded, File.ReadAllText(place["run/manifest.json"]));
        Assert.Contains("<p class=\"note\">Only " + recorded, File.ReadAllText(place["run/report.html"]));
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_but_for_what_was_measured()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["a"], SampleRuns.ManyConsumers());
        RunFolder.Write(place["b"], SampleRuns.ManyConsumers() with { Measured = new Measured(9, 9, 9) });

        foreach (var name in Expected.Where(n => n != RunFolder.ManifestName && !IsFigureOf(n, "activity")))
        {
            Assert.True(File.ReadAllBytes(Path.Combine(place["a"], name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(place["b"], name))), name);
        }

        var (a, b) = (File.ReadAllLines(Path.Combine(place["a"], "manifest.json")), File.ReadAllLines(Path.Combine(place["b"], "manifest.json")));
        var measured = Array.FindIndex(a, l => l.Contains("\"measured\""));
        Assert.Equal(a[..measured], b[..measured]);
        Assert.NotEqual(a[measured..], b[measured..]);
    }

    [Fact]
    public void A_run_folder_is_replaced()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["run"], SampleRuns.Halt());
        RunFolder.Write(place["run"] + Path.DirectorySeparatorChar, SampleRuns.Quiet());

        Assert.Equal("A quiet year", RunFolder.ReadManifest(place["run"]).Title);
        Assert.Equal(["run"], place.Entries);
    }

    [Fact]
    public void An_empty_folder_is_filled()
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place["run"]);
        RunFolder.Write(place["run"], SampleRuns.Quiet());

        Assert.Equal(Expected.Where(n => !IsFigureOf(n, "activity")), Names(place["run"]));
    }

    [Fact]
    public void A_folder_of_something_else_is_refused_and_left_alone()
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place["thesis"]);
        File.WriteAllText(place["thesis/manifest.json"], "{\"name\": \"an app\"}");
        File.WriteAllText(place["thesis/chapter.md"], "years of work");

        Assert.Contains("not the folder of a run", Assert.Throws<PlaceTakenException>(() => RunFolder.Write(place["thesis"], SampleRuns.Quiet())).Message);
        Assert.Equal("years of work", File.ReadAllText(place["thesis/chapter.md"]));
        Assert.Equal(["thesis"], place.Entries);
    }

    [Fact]
    public void A_run_folder_with_something_added_is_refused_by_name()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["run"], SampleRuns.Quiet());
        File.WriteAllText(place["run/notes.md"], "mine");

        Assert.Contains("notes.md", Assert.Throws<PlaceTakenException>(() => RunFolder.Write(place["run"], SampleRuns.Quiet())).Message);
        Assert.Equal("mine", File.ReadAllText(place["run/notes.md"]));
    }

    [Fact]
    public void A_place_is_refused_before_the_run_for_the_same_reasons()
    {
        using var place = new TemporaryFolder();
        RunFolder.EnsureReplaceable(place["nothing/there/yet"]);
        RunFolder.Write(place["run"], SampleRuns.Quiet());
        RunFolder.EnsureReplaceable(place["run"]);
        File.WriteAllText(place["run/notes.md"], "mine");

        Assert.Contains("notes.md", Assert.Throws<PlaceTakenException>(() => RunFolder.EnsureReplaceable(place["run"])).Message);
        File.Move(place["run/notes.md"], place["run/inputs/notes.md"]);
        Assert.Contains("inputs/notes.md", Assert.Throws<PlaceTakenException>(() => RunFolder.EnsureReplaceable(place["run"])).Message);
        Assert.Equal(["run"], place.Entries);
    }

    [Fact]
    public void A_file_in_the_way_is_refused()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["run"], "a file");

        Assert.Throws<PlaceTakenException>(() => RunFolder.Write(place["run"], SampleRuns.Quiet()));
        Assert.Equal("a file", File.ReadAllText(place["run"]));
    }

    [Fact]
    public void Cancelled_leaves_the_old_folder_and_nothing_else()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["run"], SampleRuns.Quiet());

        Assert.Throws<OperationCanceledException>(() => RunFolder.Write(place["run"], SampleRuns.Halt(), new CancellationToken(canceled: true)));
        Assert.Equal("A quiet year", RunFolder.ReadManifest(place["run"]).Title);
        Assert.Equal(["run"], place.Entries);
    }

    [Fact]
    public void A_failure_halfway_leaves_no_folder()
    {
        using var place = new TemporaryFolder();

        Assert.Throws<InvalidOperationException>(() => AtomicFolder.Write(place["run"], _ => null, folder =>
        {
            File.WriteAllText(Path.Combine(folder, "first.txt"), "written");
            throw new InvalidOperationException("disk on fire");
        }));
        Assert.Empty(place.Entries);
    }

    private static string[] Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(e => Path.GetRelativePath(folder, e).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>A file as text; hashes in it change with what they are of, which has a baseline of its own.</summary>
    private static string Text(string file) =>
        Regex.Replace(File.ReadAllText(file), "\"sha256\": \"[0-9a-f]{64}\"", "\"sha256\": \"...\"", RegexOptions.NonBacktracking);
}
