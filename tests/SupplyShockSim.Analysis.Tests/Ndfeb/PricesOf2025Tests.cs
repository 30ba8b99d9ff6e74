using System.Runtime.CompilerServices;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Ndfeb;

/// <summary>
/// A directed control splits prices: under China's licences of 2025 heavy magnets rise to a multiple outside China and not within it. The multiple follows from
/// the default elasticity and is not fitted to observed prices.
/// </summary>
public sealed class PricesOf2025Tests
{
    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [Fact]
    public void Magnets_rise_to_a_multiple_outside_China_and_not_within()
    {
        var file = Path.Combine(Here(), "..", "..", "..", "scenarios", "world-magnet-licensing-2025.yaml");
        var loaded = ScenarioLoader.Load(file, new LoadOptions { Set = ["market.prices.scarcity=0.3"], Measures = MeasureCatalog.Checked });
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        var run = loaded.Scenario.Prepared.Run();
        var (commodities, countries) = (run.Network.Commodities.Id, run.Network.Countries.Code);
        var magnets = Measures.Of(run).Prices!.Prices.Where(p => commodities[p.Commodity] == "ndfeb-magnet-hc").ToArray();
        Assert.InRange(magnets.Single(p => countries[p.Country] == "CN").Peak, 1, 1.05);
        Assert.All(new[] { "IN", "KR", "US" }, c => Assert.InRange(magnets.Single(p => countries[p.Country] == c).Peak, 2, 10));
    }
}
