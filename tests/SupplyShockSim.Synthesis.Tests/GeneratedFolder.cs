using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Synthesis.Tests;

/// <summary>A synthetic network written to a folder of its own, deleted at the end.</summary>
internal sealed class GeneratedFolder : IDisposable
{
    public GeneratedFolder(int sites, int lanes, ulong seed = 1, bool gzip = false)
    {
        Path = Directory.CreateTempSubdirectory("synthetic").FullName;
        SyntheticNetwork.Generate(new SyntheticNetworkOptions { Sites = sites, Lanes = lanes, Seed = seed }).Write(Path, gzip);
    }

    public string Path { get; }

    /// <summary>One of its scenarios, read by the real loader, which refuses flows that do not balance.</summary>
    public Scenario Load(string scenario, params string[] set)
    {
        var loaded = ScenarioLoader.Load(System.IO.Path.Combine(Path, scenario), new LoadOptions { Set = set });
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics.Take(5)));
        Assert.Empty(loaded.Diagnostics);
        return loaded.Scenario;
    }

    public byte[] Bytes(string file) => File.ReadAllBytes(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
