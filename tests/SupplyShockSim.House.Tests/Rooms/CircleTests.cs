using System.Reflection;

namespace SupplyShockSim.House.Tests.Rooms;

/// <summary>The rooms know each other in one direction only, as the compiled code shows.</summary>
public sealed class CircleTests
{
    /// <summary>Files that need each other to be understood; more of them are no longer one idea.</summary>
    private const int LargestCircleOfFiles = 8;

    private static readonly CodeGraph Code = new([.. Directory.GetFiles(AppContext.BaseDirectory, "SupplyShockSim.*.dll")
        .Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(Assembly.LoadFrom)]);

    [Fact]
    public void All_rooms_are_looked_at()
    {
        Assert.Equal(
            Repository.Ending(".csproj").Where(file => file.StartsWith("src/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(),
            Code.By(ProjectOf).Keys.Order());

        // A file that is known, and two arrows that are: a body that calls, and a field.
        Assert.Contains("SupplyShockSim.Simulation/State/RunState.cs", Code.Files["SupplyShockSim.Simulation/Rules/Stocks/StockKeeper.cs"]);
        Assert.Contains("SupplyShockSim.Simulation/State/Walk.cs", Code.Files["SupplyShockSim.Simulation/Rules/Markets/Market.cs"]);
        Assert.InRange(Code.Files.Count, 300, 3_000);
    }

    [Fact]
    public void Projects_form_no_circle() => AssertNone(ProjectOf, 1);

    [Fact]
    public void Folders_form_no_circle() => AssertNone(FolderOf, 1);

    [Fact]
    public void No_circle_of_files_is_larger_than_eight() => AssertNone(file => file, LargestCircleOfFiles);

    [Fact]
    public void A_circle_is_found_with_all_that_are_on_it_and_nobody_else()
    {
        // a > b > c > a and d > e > d; f leads into the first and g is led to.
        var graph = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal)
        {
            ["a"] = To("b"),
            ["b"] = To("c", "g"),
            ["c"] = To("a", "d"),
            ["d"] = To("e"),
            ["e"] = To("d"),
            ["f"] = To("a"),
            ["g"] = To(),
        };
        Assert.Equal(["a b c", "d e"], Circles.Of(graph).Select(c => string.Join(' ', c)));

        static HashSet<string> To(params string[] nodes) => new(nodes, StringComparer.Ordinal);
    }

    private static string ProjectOf(string file) => file[..file.IndexOf('/', StringComparison.Ordinal)];

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];

    /// <summary>Where there is a circle, the files that close it are told, each with those it uses in another part of the circle.</summary>
    private static void AssertNone(Func<string, string> partOf, int largest) => Repository.AssertNone(
        from circle in Circles.Of(Code.By(partOf))
        where circle.Count > largest
        let arrows =
            from file in Code.Files
            where circle.Contains(partOf(file.Key))
            let to = file.Value.Where(used => partOf(used) != partOf(file.Key) && circle.Contains(partOf(used))).Order(StringComparer.Ordinal).ToList()
            where to.Count > 0
            orderby file.Key
            select $"\n  {file.Key}: {string.Join(", ", to.Select(used => used[(used.IndexOf('/', StringComparison.Ordinal) + 1)..]))}"
        select $"a circle of {circle.Count}:{string.Concat(arrows)}");
}
