using CsCheck;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>
/// Random networks: up to four stages of plants in six countries, their users, lanes that carry goods and lanes to spare, covers, ramps, by-products,
/// cohorts. Each draw is listed, smallest first, so that a failing network shrinks to few sites with nothing particular about them.
/// </summary>
internal static class RandomNetwork
{
    private const int MostMakers = 3;

    public static readonly string[] Countries = ["CN", "JP", "US", "DE", "AU", "KR"];

    public static readonly Gen<string> Country = Gen.OneOf(Countries);

    private static readonly Gen<Purchase> Purchases = Gen.Select(
        Chance(50), Gen.Double.Unit, Gen.OneOf(0, 1, 7, 20.5), Chance(30), Gen.Int[0, 4], Gen.OneOf(0.0, 20, 90),
        (flows, share, transit, capped, hundreds, qualification) => new Purchase(flows, share, transit, capped, hundreds * 100, qualification));

    private static readonly Gen<Supply> Supplies = Gen.Select(
        Gen.Int[0, MostMakers - 1], Purchases.Array[MostMakers], (first, purchases) => new Supply(first, purchases));

    private static readonly Gen<Maker> Makers = Gen.Select(
        Country, Gen.OneOf(1.0, 1.4, 0.7), Gen.OneOf(1.0, 1.0, 0.9), Chance(20), Gen.Int[100, 399], Gen.OneOf(0, 0, 5, 20.5),
        Chance(40), Gen.OneOf(0.5, 0.02, 0.1 / 30), Supplies,
        (country, needs, yields, slag, capacity, cover, ramps, ramp, supply) =>
            new Maker(country, needs, yields, slag, capacity, cover, ramps ? ramp : null, supply));

    private static readonly Gen<CohortSpec> Cohorts = Gen.Select(
        Gen.OneOf(Sourcing.Single, Sourcing.Dual, Sourcing.Pooled), Gen.Int[1, 3], Gen.Int[0, 89],
        (sourcing, n, qualification) => new CohortSpec
        {
            Sourcing = sourcing,
            N = n,
            Cover = new DurationDistribution(DistributionShape.Lognormal, [20, 0.6]),
            Qualification = Days(qualification),
        });

    private static readonly Gen<User> Users = Gen.Select(
        Country, Gen.Int[1, 19], Gen.OneOf(0, 10, 30.25), Gen.OneOf("automotive", "defence", "wind"), Chance(50), Gen.Int[1, 3],
        Chance(40), Cohorts, Supplies,
        (country, demand, cover, endUse, classed, priority, split, cohorts, supply) =>
            new User(country, demand, cover, endUse, classed ? priority : null, split ? cohorts : null, supply));

    public static readonly Gen<NetworkSpec> Any = Gen.Select(Makers.Array[1, MostMakers].Array[1, 4], Users.Array[1, 4], Assemble);

    /// <summary>True in so many of a hundred cases; false is the smaller one.</summary>
    public static Gen<bool> Chance(int percent) => Gen.Int[0, 99].Select(x => x >= 100 - percent);

    // A row without any flow below it has no activity at all: it stays, as capacity that could be opened.
    private static NetworkSpec Assemble(Maker[][] stages, User[] users)
    {
        var sites = new List<SiteSpec>();
        var lanes = new List<LaneSpec>();
        var above = new List<string>();
        foreach (var (stage, makers) in stages.Index())
        {
            var own = makers.Select((_, i) => $"s{stage}-{i + 1}").ToList();
            foreach (var (maker, id) in makers.Zip(own))
            {
                sites.Add(maker.At(id, stage));
                lanes.AddRange(stage > 0 ? maker.Supply.Lanes(id, $"m{stage - 1}", above, demand: 10) : []);
            }

            above = own;
        }

        foreach (var (i, user) in users.Index())
        {
            var (id, uses) = ($"c{i + 1}", $"m{stages.Length - 1}");
            sites.Add(Buyer(id, user.Country, uses, user.Demand, user.Cohorts is null ? user.CoverDays : 0, user.EndUse, user.Priority, user.Cohorts));
            lanes.AddRange(user.Supply.Lanes(id, uses, above, user.Demand));
        }

        return new NetworkSpec
        {
            Commodities = [.. Enumerable.Range(0, stages.Length).Select(s => Commodity($"m{s}", 1000)), Commodity("slag")],
            Sites = sites,
            Lanes = lanes,
            Balance = BalanceRule.Scale,
            Blocs = new Dictionary<string, IReadOnlyList<string>> { ["friends"] = ["JP", "US", "DE"] },
        };
    }

    /// <summary>What a buyer agreed with one of its suppliers.</summary>
    private sealed record Purchase(bool Flows, double Share, double TransitDays, bool Capped, double Cost, double QualificationDays);

    /// <summary>Where a buyer buys: from the first supplier in full, from the others a share or nothing yet.</summary>
    private sealed record Supply(int First, Purchase[] Purchases)
    {
        public IEnumerable<LaneSpec> Lanes(string buyer, string commodity, List<string> suppliers, double demand) =>
            from i in Enumerable.Range(0, suppliers.Count)
            let bought = Purchases[i]
            let flow = i == First % suppliers.Count ? demand : bought.Flows ? demand * bought.Share : 0
            select Lane(
                suppliers[i], buyer, commodity, flow, bought.TransitDays, bought.Capped ? 500 : null, bought.Cost,
                flow > 0 ? 0 : bought.QualificationDays);
    }

    private sealed record Maker(
        string Country, double Needs, double Yields, bool Slag, int Capacity, double CoverDays, double? RampPerDay, Supply Supply)
    {
        public SiteSpec At(string id, int stage)
        {
            var outputs = new Dictionary<string, double> { [$"m{stage}"] = Yields };
            if (Slag)
            {
                outputs["slag"] = 0.3;
            }

            var inputs = stage > 0 ? new Dictionary<string, double> { [$"m{stage - 1}"] = Needs } : [];
            var recipe = new TechnologyRef(null, new TechnologySpec { Inputs = inputs, Outputs = outputs });
            return Plant(id, Country, recipe, Capacity, CoverOf(CoverDays), RampPerDay, stage == 0 ? SiteKind.Mine : SiteKind.Refinery);
        }
    }

    private sealed record User(
        string Country, int Demand, double CoverDays, string EndUse, int? Priority, CohortSpec? Cohorts, Supply Supply);
}
