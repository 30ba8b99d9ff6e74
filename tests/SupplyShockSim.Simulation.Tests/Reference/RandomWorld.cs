using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>A network under shocks that both the simulation and the reference run.</summary>
internal sealed record RandomWorld(NetworkSpec Network, MarketSpec Market, IReadOnlyList<ControlSpec> Shocks, double HorizonDays)
{
    /// <summary>By row, for the rules on speeds and throttle.</summary>
    public IReadOnlyDictionary<string, Speeds> Speeds { get; init; } = new Dictionary<string, Speeds>(StringComparer.Ordinal);

    public double? TermDays { get; init; }

    /// <summary>The run, or null where the world is not valid (a shrunk one may not be).</summary>
    public PreparedRun? TryPrepare() => PreparedRun.Prepare(
        new RunSpec
        {
            Network = Network with { Sites = [.. Network.Sites.Select(WithSpeeds)] },
            Start = Runs.Start,
            Horizon = SimDuration.FromDays(HorizonDays),
            Shocks = Shocks,
            Market = Market with { Term = TermDays is { } term ? Nets.Days(term) : null },
        },
        new List<Problem>());

    private SiteSpec WithSpeeds(SiteSpec site) => !Speeds.TryGetValue(site.Id, out var speeds) ? site : site with
    {
        Restart = Rate(speeds.RestartPerDay),
        Slowdown = Rate(speeds.SlowdownPerDay),
        Storage = double.IsFinite(speeds.StorageDays) ? Nets.Days(speeds.StorageDays) : null,
        Throttle = speeds.Throttle > 0 ? new Share(speeds.Throttle) : null,
    };

    private static RampRate? Rate(double sharePerDay) => double.IsFinite(sharePerDay) ? new RampRate(sharePerDay) : null;
}

/// <summary>Makes random worlds from a seed: stages of plants with ramps and covers, spare lanes, rationing rules, cohorts, and up to three shocks.</summary>
internal sealed class WorldMaker(int seed, Rules rules = Rules.None)
{
    private static readonly string[] Countries = ["CN", "JP", "US", "DE"];
    private readonly Random _random = new(seed);

    /// <summary>A valid world: shocks that select nothing are drawn again.</summary>
    public RandomWorld Make()
    {
        const int MostDraws = 1000;
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var world = Draw();
            if (world.TryPrepare() is not null)
            {
                return world;
            }
        }

        throw new InvalidOperationException($"no valid world from seed {seed}");
    }

    private RandomWorld Draw()
    {
        var (sites, lanes, above) = (new List<SiteSpec>(), new List<LaneSpec>(), new List<string>());
        var stages = _random.Next(1, 4);
        for (var stage = 0; stage < stages; stage++)
        {
            var own = Enumerable.Range(1, _random.Next(1, 4)).Select(i => $"s{stage}-{i}").ToList();
            own.ForEach(id => sites.Add(Producer(id, stage, above, lanes)));
            above = own;
        }

        var plants = sites.ConvertAll(s => s.Id);
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            sites.Add(Consumer($"c{i}", $"m{stages - 1}", above, lanes));
        }

        var network = new NetworkSpec
        {
            Commodities = [.. Enumerable.Range(0, stages).Select(s => Nets.Commodity($"m{s}", 1000))],
            Sites = sites,
            Lanes = lanes,
            Balance = BalanceRule.Scale,
        };
        return new RandomWorld(network, Market(), [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Shock(plants))], 300)
        {
            Speeds = plants.ToDictionary(p => p, _ => SpeedsOf(), StringComparer.Ordinal),
            TermDays = Chance(0.2) ? Pick(90, 180) : null,
        };
    }

    private MarketSpec Market() => new()
    {
        Rationing = (rules & Rules.ByHistory) != Rules.None && Chance(0.3) ? "by-history" : Pick("pro-rata", "priority", "progressive", "domestic-first"),
        Review = Nets.Days(Pick(1, 1, 0.5, 7)),
        Adjustment = Nets.Days(Pick(10, 30)),
    };

    private SiteSpec Producer(string id, int stage, List<string> suppliers, List<LaneSpec> lanes)
    {
        if (stage > 0)
        {
            Buy(id, $"m{stage - 1}", suppliers, lanes, 10);
        }

        var technology = stage > 0 ? Nets.Recipe($"m{stage - 1}", Pick(1.0, 1.4), $"m{stage}") : Nets.Makes($"m{stage}");
        return Nets.Plant(id, Pick(Countries), technology, _random.Next(10, 60), Nets.CoverOf(Pick(0, 0, 5, 20)), Chance(0.4) ? Pick(0.1 / 30, 0.02) : null);
    }

    private SiteSpec Consumer(string id, string commodity, List<string> suppliers, List<LaneSpec> lanes)
    {
        var demand = _random.Next(1, 20);
        Buy(id, commodity, suppliers, lanes, demand);
        var cohorts = new CohortSpec
        {
            Sourcing = Pick(Sourcing.Single, Sourcing.Dual, Sourcing.Pooled),
            N = _random.Next(1, 4),
            Cover = new DurationDistribution(DistributionShape.Lognormal, [20, 0.6]),
            Qualification = Nets.Days(Pick(0, 30)),
        };
        return Nets.Buyer(id, Pick(Countries), commodity, demand, Pick(0, 10, 30), null, Chance(0.5) ? _random.Next(1, 4) : null, Chance(0.3) ? cohorts : null);
    }

    private void Buy(string buyer, string commodity, List<string> suppliers, List<LaneSpec> lanes, double demand)
    {
        var first = _random.Next(suppliers.Count);
        for (var i = 0; i < suppliers.Count; i++)
        {
            var flow = i == first ? demand : Chance(0.4) ? Math.Round(demand * _random.NextDouble(), 1) : 0;
            var (transit, cost, qualification) = (Pick(0, 1, 7, 20), _random.Next(0, 4) * 100, flow > 0 ? 0 : Pick(0, 20, 60));
            lanes.Add(Nets.Lane(suppliers[i], buyer, commodity, flow, transit, Chance(0.2) ? 50 : null, cost, qualification));
        }
    }

    private ControlSpec Shock(List<string> plants)
    {
        string[] by = [Pick(Countries)];
        string[] at = [Pick([.. plants])];
        ControlSpec shock = _random.Next(8) switch
        {
            0 => new ExportBan { By = by, Share = new Share(Pick(1, 0.5)) },
            1 => new ExportBan { By = by, Ramp = Nets.Days(_random.Next(0, 20)) },
            2 => new ExportQuota { By = by, Amount = new Tonnes(_random.Next(10, 300)), Sharing = Pick(QuotaSharing.FirstCome, QuotaSharing.ProRata) },
            3 => new Tariff { By = by, Rate = new TariffRate(0, 150) },
            4 => new Outage { At = at, Share = new Share(Pick(1, 0.3)), Ramp = Nets.Days(Pick(0, 10)) },
            5 => new CapacityChange { At = at, To = new Ratio(Pick(0.5, 1.5)) },
            6 => new DemandChange { To = new Ratio(Pick(0.5, 1.3)) },
            _ => new TransitChange { By = by, Add = Nets.Days(_random.Next(1, 30)) },
        };
        return shock with { From = Nets.Day(_random.Next(5, 100)), For = Chance(0.8) ? Nets.Days(_random.Next(5, 100)) : null };
    }

    private Speeds SpeedsOf() => new(
        RestartPerDay: Pick(double.PositiveInfinity, 0.02, 0.1),
        SlowdownPerDay: Pick(double.PositiveInfinity, double.PositiveInfinity, 0.01),
        StorageDays: Pick(double.PositiveInfinity, 10),
        Throttle: Pick(0, 0, 0.8));

    private bool Chance(double p) => _random.NextDouble() < p;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
