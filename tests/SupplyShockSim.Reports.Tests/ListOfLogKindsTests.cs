using System.Runtime.CompilerServices;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests;

/// <summary>A kind of log entry is one entry in one list: it is logged, said and documented.</summary>
public class ListOfLogKindsTests
{
    private static readonly string[] Rooms = ["SupplyShockSim.Simulation", "SupplyShockSim.Policies"];

    [Fact]
    public void Every_kind_is_logged_by_the_simulation_or_a_policy()
    {
        var sources = Rooms.SelectMany(room => Directory.GetFiles(Path.Combine(Source(), room), "*.cs", SearchOption.AllDirectories))
            .Where(f => Path.GetFileName(f) != "LogKind.cs").Select(File.ReadAllText).ToArray();
        Assert.True(sources.Length > 50);
        Assert.All(LogKinds.All, kind => Assert.Contains(sources, s => s.Contains($"LogKind.{kind}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_kind_is_documented_and_no_other()
    {
        var expected = LogKinds.All.Select(k => $"| `{k.Name()}` | {k.Says().Words} | {k.Says().Unit} |");
        var rows = Readme.Of("SupplyShockSim.Reports").ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(l => !l.StartsWith("| kind |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith('|'));

        Assert.Equal(string.Join('\n', expected), string.Join('\n', rows));
    }

    [Fact]
    public void Words_are_filled_in_and_what_has_no_value_is_left_out()
    {
        static string Written(string words, double before, double after) => ClauseTemplate.Parse(words)
            .Write(new Phrase(), new LogEntry(0, default, LogKind.LaneLimited, SubjectKind.Lane, 0, -1, before, after, -1), "it").ToString();

        Assert.Equal("a it b", Written("a {it} b", double.NaN, double.NaN));
        Assert.Equal("x of 2 t/d, y", Written("x[ of {before},] y", 2, double.NaN));
        Assert.Equal("x y", Written("x[ of {before},] y", double.NaN, 2));
        Assert.Equal("it went from 1 t/d to 3 t/d", Written("{it} went{change}", 1, 3));
        Assert.Equal("it went", Written("{it} went{change}", 1, double.NaN));
        Assert.Throws<FormatException>(() => ClauseTemplate.Parse("{it} went {somewhere}"));
        Assert.Throws<FormatException>(() => ClauseTemplate.Parse("{it} went [to"));
    }

    private static string Source([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../../src");
}
