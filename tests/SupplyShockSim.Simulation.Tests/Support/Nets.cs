using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>Short ways to write networks in tests; rates in t/d, times in days.</summary>
internal static class Nets
{
    public static SimDuration Days(double days) => SimDuration.FromDays(days);

    public static When Day(double day) => When.After(Days(day));

    public static CommoditySpec Commodity(string id, double? price = null) => new() { Id = id, Price = price is { } p ? new UsdPerTonne(p) : null };

    public static TechnologyRef Makes(string output, double amount = 1) =>
        new(null, new TechnologySpec { Outputs = new Dictionary<string, double> { [output] = amount } });

    public static TechnologyRef Recipe(string input, double needs, string output) => new(null, new TechnologySpec
    {
        Inputs = new Dictionary<string, double> { [input] = needs },
        Outputs = new Dictionary<string, double> { [output] = 1 },
    });

    public static SiteSpec Plant(
        string id, string country, TechnologyRef technology, double capacity, Cover? cover = null, double? rampPerDay = null,
        SiteKind kind = SiteKind.Refinery) => new()
        {
            Id = id,
            Kind = kind,
            Country = country,
            Technology = technology,
            Capacity = new TonnesPerDay(capacity),
            Cover = cover ?? Cover.None,
            Ramp = rampPerDay is { } r ? new RampRate(r) : null,
        };

    public static SiteSpec Buyer(
        string id, string country, string uses, double demand, double coverDays = 0, string? endUse = null, int? priority = null,
        CohortSpec? cohorts = null) => new()
        {
            Id = id,
            Kind = SiteKind.Consumer,
            Country = country,
            Uses = new Dictionary<string, double> { [uses] = 1 },
            Demand = new TonnesPerDay(demand),
            Cover = coverDays > 0 ? CoverOf(coverDays) : Cover.None,
            EndUse = endUse,
            Priority = priority,
            Cohorts = cohorts,
        };

    public static Cover CoverOf(double days) => new(Days(days), new Dictionary<string, SimDuration>());

    public static Cover CoverOf(params (string Commodity, double Days)[] covers) =>
        new(null, covers.ToDictionary(c => c.Commodity, c => Days(c.Days), StringComparer.Ordinal));

    public static LaneSpec Lane(
        string from, string to, string of, double flow, double transit = 0, double? capacity = null, double cost = 0, double qualification = 0) => new()
        {
            From = from,
            To = to,
            Of = of,
            Flow = new TonnesPerDay(flow),
            Transit = Days(transit),
            Capacity = capacity is { } c ? new TonnesPerDay(c) : null,
            Cost = new UsdPerTonne(cost),
            Qualification = Days(qualification),
        };

    /// <summary>Mine (AU) > plant (CN) > cars (JP): metal cover 10 d, magnet stock 5 d, buyer's cover 30 d, voyages of 20 and 7 days.</summary>
    public static NetworkSpec Chain() => new()
    {
        Commodities = [Commodity("metal"), Commodity("magnet", 60000)],
        Sites =
        [
            Plant("mine", "AU", Makes("metal"), 20, kind: SiteKind.Mine),
            Plant("plant", "CN", Recipe("metal", 1.4, "magnet"), 12, CoverOf(("metal", 10), ("magnet", 5)), kind: SiteKind.MagnetPlant),
            Buyer("cars", "JP", "magnet", 10, 30, "automotive"),
        ],
        Lanes = [Lane("mine", "plant", "metal", 14, 20), Lane("plant", "cars", "magnet", 10, 7, capacity: 15)],
    };

    /// <summary>One mine (AU, 20 t/d, no stock) and two buyers of 10 t/d each without cover, one day away.</summary>
    public static NetworkSpec OneMineTwoBuyers() => new()
    {
        Commodities = [Commodity("metal")],
        Sites =
        [
            Plant("mine", "AU", Makes("metal"), 20, kind: SiteKind.Mine),
            Buyer("radars", "US", "metal", 10, endUse: "defence", priority: 1),
            Buyer("cars", "JP", "metal", 10, endUse: "automotive", priority: 2),
        ],
        Lanes = [Lane("mine", "radars", "metal", 10, 1), Lane("mine", "cars", "metal", 10, 1)],
    };
}
