using CsCheck;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using static SupplyShockSim.Simulation.Tests.Support.Nets;
using static SupplyShockSim.Simulation.Tests.Support.RandomNetwork;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>Random shocks: one to four controls of any kind, by a country, a bloc or all, for a time or for good.</summary>
internal static class RandomShocks
{
    private static readonly Gen<string[]> By = Gen.Frequency(
        (8, Country.Select(country => new[] { country })),
        (1, Gen.Const(new[] { "friends" })),
        (1, Gen.Const(Array.Empty<string>())));

    private static readonly Gen<ControlSpec> Bans = Gen.Select(
        By, Gen.OneOf(1, 0.5, 0.9), Gen.OneOf(InTransit.Pass, InTransit.Stop),
        (by, share, inTransit) => (ControlSpec)new ExportBan { By = by, Share = new Share(share), InTransit = inTransit });

    private static readonly Gen<ControlSpec> RampedBans = Gen.Select(
        By, Gen.Int[0, 29], (by, ramp) => (ControlSpec)new ExportBan { By = by, Ramp = Days(ramp) });

    private static readonly Gen<ControlSpec> Quotas = Gen.Select(
        By, Gen.Int[0, 299], Gen.OneOf(QuotaSharing.FirstCome, QuotaSharing.ProRata),
        (by, amount, sharing) => (ControlSpec)new ExportQuota { By = by, Amount = new Tonnes(amount), Sharing = sharing });

    private static readonly Gen<ControlSpec> Licences = Gen.Select(
        By, Gen.Double.Unit, Chance(50), Gen.Int[0, 19], Gen.OneOf<double?>(null, null, 0.1, 2.0),
        (by, approval, expires, reapply, decisions) => (ControlSpec)new ExportLicence
        {
            By = by,
            Review = new DurationDistribution(DistributionShape.Triangular, [5, 30, 60]),
            Approval = Schedule<Share>.Constant(new Share(approval)),
            Validity = expires ? Days(60) : null,
            Reapply = Days(reapply),
            DecisionsPerDay = decisions,
        });

    private static readonly Gen<ControlSpec> Tariffs = Gen.Select(
        By, Gen.OneOf(0, 0.25), Gen.OneOf(0.0, 400),
        (by, share, perTonne) => (ControlSpec)new Tariff { By = by, Rate = new TariffRate(share, perTonne) });

    private static readonly Gen<ControlSpec> Capacities = Gen.Select(
        By, Gen.OneOf(0.5, 1.5), (at, to) => (ControlSpec)new CapacityChange { At = at, To = new Ratio(to) });

    private static readonly Gen<ControlSpec> Demands = Gen.OneOf(0.5, 1.3).Select(to => (ControlSpec)new DemandChange { To = new Ratio(to) });

    private static readonly Gen<ControlSpec> Passages = Gen.Select(
        By, Gen.Int[0, 2], Span(0, 10), Span(1, 30),
        (by, how, transit, longer) => (ControlSpec)(how switch
        {
            0 => new TransitChange { By = by, Transit = transit },
            1 => new TransitChange { By = by, Add = longer },
            _ => new TransitChange { By = by, Closed = true },
        }));

    private static readonly Gen<ControlSpec> Lasting = Gen.OneOf(Bans, RampedBans, Quotas, Licences, Tariffs, Capacities, Demands, Passages);

    /// <summary>An outage of one of the plants, whichever there are.</summary>
    private static readonly Gen<Func<NetworkSpec, ControlSpec>> Outages = Gen.Select(
        Gen.Int[0, 11], Gen.OneOf(1, 0.3), Gen.Int[0, 19],
        (plant, share, ramp) => new Func<NetworkSpec, ControlSpec>(
            network => new Outage { At = [Plant(network, plant)], Share = new Share(share), Ramp = Days(ramp) }));

    /// <summary>Shocks to be made for a network. They are drawn beside it and not after it, so that both shrink together.</summary>
    public static readonly Gen<Func<NetworkSpec, ControlSpec>[]> Any = Gen.Select(
        Gen.Frequency((8, Lasting.Select(shock => new Func<NetworkSpec, ControlSpec>(_ => shock))), (1, Outages)),
        Span(0, 200), Chance(80), Span(1, 150),
        (shock, from, ends, length) => new Func<NetworkSpec, ControlSpec>(
            network => shock(network) with { From = When.After(from), For = ends ? length : null })).Array[1, 4];

    private static string Plant(NetworkSpec network, int number)
    {
        var plants = network.Sites.Where(s => s.Kind != SiteKind.Consumer).ToArray();
        return plants[number % plants.Length].Id;
    }

    /// <summary>Mostly whole days.</summary>
    private static Gen<SimDuration> Span(int low, int high) => Gen.Frequency(
        (7, Gen.Int[low, high - 1].Select(days => Days(days))),
        (3, Gen.Double[low, high].Select(Days)));
}
