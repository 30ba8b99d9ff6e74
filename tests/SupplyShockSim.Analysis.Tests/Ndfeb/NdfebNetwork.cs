using System.Runtime.CompilerServices;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Ndfeb;

/// <summary>The shipped networks, and their pages.</summary>
internal static class NdfebNetwork
{
    public static string Folder(string name, [CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "scenarios", "networks", name));

    public static Scenario Load(string name)
    {
        var loaded = ScenarioLoader.LoadNetwork(Folder(name), new LoadOptions { Set = ["uncertain=network"] });
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        return loaded.Scenario;
    }

    /// <summary>What leaves sites of a country, or arrives at them, of some commodities, in t/yr.</summary>
    public static double Flow(NetworkSpec network, Predicate<string> of, Predicate<SiteSpec>? from = null, Predicate<SiteSpec>? to = null)
    {
        var sites = network.Sites.ToDictionary(s => s.Id);
        return 365 * network.Lanes.Where(l => of(l.Of) && from?.Invoke(sites[l.From]) != false && to?.Invoke(sites[l.To]) != false).Sum(l => l.Flow.Value);
    }

    /// <summary>The facts of a network: confidence by id.</summary>
    public static Dictionary<string, string> Facts(string name) => File.ReadLines(Path.Combine(Folder(name), "facts.csv")).Skip(1)
        .ToDictionary(line => line[..line.IndexOf(',', StringComparison.Ordinal)], line => line[(line.LastIndexOf(',') + 1)..].Trim('"'));
}
