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

    /// <summary>The largest gap between what arrives and what is needed, or what leaves and what is made of a by-product, as a share of it.</summary>
    public static double Imbalance(NetworkSpec network)
    {
        var recipes = network.Technologies.ToDictionary(t => t.Id);
        var worst = 0.0;
        foreach (var site in network.Sites)
        {
            double Leaves(string commodity) => network.Lanes.Where(l => l.From == site.Id && l.Of == commodity).Sum(l => l.Flow.Value);
            var recipe = site.Kind == SiteKind.Consumer ? null : recipes[site.Technology!.Id!];
            var activity = site.Demand?.Value ?? (Leaves(recipe!.Outputs.First().Key) / recipe.Outputs.First().Value);
            foreach (var (commodity, amount) in recipe?.Inputs ?? site.Uses)
            {
                var arrives = network.Lanes.Where(l => l.To == site.Id && l.Of == commodity).Sum(l => l.Flow.Value);
                worst = Math.Max(worst, Math.Abs((arrives / (amount * activity)) - 1));
            }

            foreach (var (commodity, amount) in (recipe?.Outputs ?? new Dictionary<string, double>()).Skip(1))
            {
                worst = Math.Max(worst, (Leaves(commodity) / (amount * activity)) - 1);
            }

            Assert.True(site.Capacity is null || activity <= site.Capacity.Value.Value * (1 + 1e-9), $"{site.Id}: {activity * 365} t/yr");
        }

        return worst;
    }
}
