using System.Text;

namespace SupplyShockSim.House.Tests;

/// <summary>An assembly holds nothing of the machine that built it.</summary>
public sealed class AssemblyTests
{
    private static IEnumerable<string> Assemblies =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "SupplyShockSim.*.dll").Where(path => !path.Contains(".Tests.", StringComparison.Ordinal));

    [Fact]
    public void No_assembly_holds_the_path_of_its_sources()
    {
        Assert.Contains(Assemblies, path => Path.GetFileName(path) == "SupplyShockSim.Engine.dll");
        Repository.AssertNone(
            from path in Assemblies
            where Holds(File.ReadAllBytes(path), Repository.Root)
            select $"{Path.GetFileName(path)} holds {Repository.Root}; see PathMap in Directory.Build.props");
    }

    [Fact]
    public void A_path_that_is_there_is_found()
    {
        // The tests' own assembly is built with its path, by which tests find their baselines.
        Assert.True(Holds(File.ReadAllBytes(typeof(AssemblyTests).Assembly.Location), Repository.Root));
        Assert.True(Holds(Encoding.Unicode.GetBytes("in /a/b/c"), "/a/b"));
    }

    private static bool Holds(byte[] assembly, string text) =>
        assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || assembly.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
