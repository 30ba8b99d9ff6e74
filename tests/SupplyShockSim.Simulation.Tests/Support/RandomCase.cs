using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>Random networks and shocks, reproducible from a seed: stages of plants in several countries, spare lanes, covers, ramps, by-products and cohorts.</summary>
internal sealed class RandomCase(int seed)
{
    private static readonly string[] Countries = ["CN", "JP", "US", "DE", "AU", "KR"];
    private readonly Random _random = new(seed);

    public const double HorizonDays = 400;

    public NetworkSpec Network()
    {
        var stages = _random.Next(1, 5);
        var sites = new List<SiteSpec>();
        var lanes = new List<LaneSpec>();
        var above = new List<string>();
        for (var stage = 0; stage < stages; stage++)
        {
            var own = new List<string>();
            for (var i = _random.Next(1, 4); i > 0; i--)
            {
                var id = $"s{stage}-{i}";
                own.Add(id);
                sites.Add(Producer(id, stage, above, lanes));
            }

            above = own;
        }

        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            sites.Add(Consumer($"c{i}", stages - 1, above, lanes));
        }

        // Rows without any flow below them would have no activity at all: they stay, as capacity that could be opened.
        return new NetworkSpec
        {
            Commodities = [.. Enumerable.Range(0, stages).Select(s => Commodity($"m{s}", 1000)), Commodity("slag")],
            Sites = sites,
            Lanes = lanes,
            Balance = BalanceRule.Scale,
            Blocs = new Dictionary<string, IReadOnlyList<string>> { ["friends"] = ["JP", "US", "DE"] },
        };
    }

    public MarketSpec Market() => new()
    {
        Rationing = Pick("pro-rata", "priority", "progressive", "domestic-first"),
        Review = Days(Pick(1, 1, 0.5, 7)),
        Adjustment = Days(Pick(10, 30, 60)),
        Caution = Chance(0.3) ? new CautionSpec { More = Days(_random.Next(1, 30)), Build = Days(_random.Next(1, 60)), Keep = Chance(0.5) ? Days(_random.Next(1, 90)) : null } : null,
    };

    public List<ControlSpec> Shocks(NetworkSpec network)
    {
        var shocks = new List<ControlSpec>();
        for (var i = _random.Next(1, 5); i > 0; i--)
        {
            shocks.Add(Shock(network) with { From = Moment(0, 200), For = Chance(0.8) ? Span(1, 150) : null });
        }

        return shocks;
    }

    public static NetworkSpec Shuffled(NetworkSpec network, int seed)
    {
        var random = new Random(seed);
        return network with
        {
            Commodities = Shuffle(network.Commodities),
            Sites = Shuffle(network.Sites),
            Lanes = Shuffle(network.Lanes),
        };

        T[] Shuffle<T>(IReadOnlyList<T> rows)
        {
            var copy = rows.ToArray();
            random.Shuffle(copy);
            return copy;
        }
    }

    private SiteSpec Producer(string id, int stage, List<string> suppliers, List<LaneSpec> lanes)
    {
        var inputs = new Dictionary<string, double>();
        if (stage > 0)
        {
            inputs[$"m{stage - 1}"] = Pick(1.0, 1.4, 0.7);
            Buy(id, $"m{stage - 1}", suppliers, lanes, demand: 10);
        }

        var outputs = new Dictionary<string, double> { [$"m{stage}"] = Pick(1.0, 1.0, 0.9) };
        if (Chance(0.2))
        {
            outputs["slag"] = 0.3;
        }

        return new SiteSpec
        {
            Id = id,
            Kind = stage == 0 ? SiteKind.Mine : SiteKind.Refinery,
            Country = Pick(Countries),
            Technology = new TechnologyRef(null, new TechnologySpec { Inputs = inputs, Outputs = outputs }),
            Capacity = new TonnesPerDay(_random.Next(100, 400)),
            Cover = CoverOf(Pick(0, 0, 5, 20.5)),
            Ramp = Chance(0.4) ? new RampRate(Pick(0.1 / 30, 0.02, 0.5)) : null,
        };
    }

    private SiteSpec Consumer(string id, int stage, List<string> suppliers, List<LaneSpec> lanes)
    {
        var demand = _random.Next(1, 20);
        Buy(id, $"m{stage}", suppliers, lanes, demand);
        return Buyer(id, Pick(Countries), $"m{stage}", demand, Pick(0, 10, 30.25), Pick("automotive", "defence", "wind"), Chance(0.5) ? _random.Next(1, 4) : null) with
        {
            Cohorts = Chance(0.4)
                ? new CohortSpec { Sourcing = Pick(Sourcing.Single, Sourcing.Dual, Sourcing.Pooled), N = _random.Next(1, 4), Cover = new DurationDistribution(DistributionShape.Lognormal, [20, 0.6]), Qualification = Days(_random.Next(0, 90)) }
                : null,
        };
    }

    private void Buy(string buyer, string commodity, List<string> suppliers, List<LaneSpec> lanes, double demand)
    {
        var first = _random.Next(suppliers.Count);
        for (var i = 0; i < suppliers.Count; i++)
        {
            var flow = i == first ? demand : Chance(0.5) ? demand * _random.NextDouble() : 0;
            lanes.Add(Lane(suppliers[i], buyer, commodity, flow, Pick(0, 1, 7, 20.5), Chance(0.3) ? 500 : null, _random.Next(0, 5) * 100, flow > 0 ? 0 : Pick(0, 20, 90)));
        }
    }

    private ControlSpec Shock(NetworkSpec network)
    {
        var by = Chance(0.8) ? new[] { Pick(Countries) } : Chance(0.5) ? ["friends"] : Array.Empty<string>();
        return _random.Next(9) switch
        {
            0 => new ExportBan { By = by, Share = new Share(Pick(1, 0.5, 0.9)), InTransit = Pick(InTransit.Pass, InTransit.Stop) },
            1 => new ExportBan { By = by, Ramp = Days(_random.Next(0, 30)) },
            2 => new ExportQuota { By = by, Amount = new Tonnes(_random.Next(0, 300)), Sharing = Pick(QuotaSharing.FirstCome, QuotaSharing.ProRata) },
            3 => new ExportLicence
            {
                By = by,
                Review = new DurationDistribution(DistributionShape.Triangular, [5, 30, 60]),
                Approval = Schedule<Share>.Constant(new Share(_random.NextDouble())),
                Validity = Chance(0.5) ? Days(60) : null,
                Reapply = Days(_random.Next(0, 20)),
                DecisionsPerDay = Chance(0.5) ? Pick(0.1, 2.0) : null,
            },
            4 => new Tariff { By = by, Rate = new TariffRate(Pick(0, 0.25), Pick(0, 400)) },
            5 => new Outage { At = [Pick(network.Sites.Where(s => s.Kind != SiteKind.Consumer).Select(s => s.Id).ToArray())], Share = new Share(Pick(1, 0.3)), Ramp = Days(_random.Next(0, 20)) },
            6 => new CapacityChange { At = by, To = new Ratio(Pick(0.5, 1.5)) },
            7 => new DemandChange { To = new Ratio(Pick(0.5, 1.3)) },
            _ => Chance(0.3) ? new TransitChange { By = by, Closed = true } : Chance(0.5) ? new TransitChange { By = by, Add = Span(1, 30) } : new TransitChange { By = by, Transit = Span(0, 10) },
        };
    }

    private When Moment(int low, int high) => When.After(Span(low, high));

    private Engine.SimDuration Span(int low, int high) => Days(Chance(0.7) ? _random.Next(low, high) : low + (_random.NextDouble() * (high - low)));

    private bool Chance(double p) => _random.NextDouble() < p;

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
