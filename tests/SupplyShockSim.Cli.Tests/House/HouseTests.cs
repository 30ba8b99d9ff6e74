using System.Reflection;

namespace SupplyShockSim.Cli.Tests.House;

/// <summary>The rooms know each other in one direction only, as the compiled code shows.</summary>
public sealed class HouseTests
{
    /// <summary>Files that need each other to be understood; more of them are no longer one idea.</summary>
    private const int LargestCircleOfFiles = 8;

    /// <summary>Rooms that are yet to be put in order: circles that lie within one of them are let pass.</summary>
    private static readonly string[] ToBePutInOrder = ["SupplyShockSim.Cli", "SupplyShockSim.Policies", "SupplyShockSim.Reports", "SupplyShockSim.Scenarios"];

    private static readonly CodeGraph Code = new([.. Directory.GetFiles(AppContext.BaseDirectory, "SupplyShockSim.*.dll")
        .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Assembly.LoadFrom)]);

    [Fact]
    public void All_rooms_are_looked_at()
    {
        // A file that is known, and two arrows that are: a body that calls, and a field.
        Assert.Contains("SupplyShockSim.Simulation/State/RunState.cs", Code.Files["SupplyShockSim.Simulation/Rules/Stocks/StockKeeper.cs"]);
        Assert.Contains("SupplyShockSim.Simulation/State/Walk.cs", Code.Files["SupplyShockSim.Simulation/Rules/Markets/Market.cs"]);
        Assert.InRange(Code.Files.Count, 300, 3_000);
    }

    [Fact]
    public void Projects_form_no_circle() => AssertNone(Circles.Of(Code.By(ProjectOf)), 1);

    [Fact]
    public void Folders_form_no_circle() => AssertNone(Circles.Of(Code.By(FolderOf)), 1);

    [Fact]
    public void No_circle_of_files_is_larger_than_eight() => AssertNone(Circles.Of(Code.Files), LargestCircleOfFiles);

    [Fact]
    public void A_circle_is_found_with_all_that_are_on_it_and_nobody_else()
    {
        // a > b > c > a and d > e > d; f leads into the first and g is led to.
        var graph = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["a"] = To("b"), ["b"] = To("c", "g"), ["c"] = To("a", "d"), ["d"] = To("e"), ["e"] = To("d"), ["f"] = To("a"), ["g"] = To(),
        };
        Assert.Equal(["a b c", "d e"], Circles.Of(graph).Select(c => string.Join(' ', c)));

        static HashSet<string> To(params string[] nodes) => new(nodes, StringComparer.Ordinal);
    }

    private static bool LiesIn(string room, string node) => node == room || node.StartsWith(room + '/', StringComparison.Ordinal);

    private static string ProjectOf(string file) => file[..file.IndexOf('/', StringComparison.Ordinal)];

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];

    private static void AssertNone(IReadOnlyList<IReadOnlyList<string>> circles, int largest)
    {
        var found = circles.Where(c => c.Count > largest && !ToBePutInOrder.Any(room => c.All(node => LiesIn(room, node))));
        Assert.True(!found.Any(), string.Join('\n', found.Select(c => $"a circle of {c.Count}:\n  {string.Join("\n  ", c)}")));
    }
}
