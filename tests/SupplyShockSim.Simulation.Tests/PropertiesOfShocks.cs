using CsCheck;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using SupplyShockSim.Testing;
using static SupplyShockSim.Simulation.Tests.Support.Nets;
using static SupplyShockSim.Simulation.Tests.Support.RandomNetwork;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>
/// What must hold between two runs of a random network (ramps, rationing rules, alternatives, cohorts) of which the second is hit harder.
/// </summary>
public sealed class PropertiesOfShocks
{
    private const int Cases = 400;

    /// <summary>A network, and a ban by the country of its first plant or an outage of it that lasts a while; days that it may last longer.</summary>
    private static readonly Gen<(RandomCase Case, int More)> OneShock = Gen.Select(
        RandomCase.Any, Chance(50), Gen.OneOf(0.5, 0.8, 0.95), Gen.Int[5, 100], Gen.Int[20, 150], Gen.Int[5, 90],
        (random, isBan, share, from, length, more) =>
        {
            ControlSpec shock = isBan
                ? new ExportBan { By = [random.Network.Sites[0].Country], Share = new Share(share) }
                : new Outage { At = [random.Network.Sites[0].Id], Share = new Share(share) };
            return (random with { Shocks = [shock with { From = Day(from), For = Days(length) }] }, more);
        });

    [Fact]
    public void A_longer_shock_is_no_relief() => NoRelief((shock, more) => shock with { For = shock.For!.Value + Days(more) });

    [Fact]
    public void A_larger_shock_is_no_relief() => NoRelief((shock, _) => shock switch
    {
        ExportBan ban => ban with { Share = new Share(1) },
        Outage outage => outage with { Share = new Share(1) },
        _ => throw new InvalidOperationException(shock.Type),
    });

    /// <summary>
    /// Another chain, of which a mine stands still from one second of a day to another, is no occasion for anybody here to decide: not a bit differs.
    /// </summary>
    [Fact]
    public void What_happens_elsewhere_changes_nothing()
    {
        var hit = 0;
        OneShock.ForAll(
            s => hit += IsUntouchedBy(new Outage { At = ["els-mine"], Share = new Share(0.7), From = Day(33.3), For = Days(20.7) }, s.Case) ? 1 : 0,
            Cases,
            s => AsScenario.Of(s.Case));
        Assert.InRange(hit, 20, Cases);
    }

    private static bool IsUntouchedBy(ControlSpec elsewhere, RandomCase one)
    {
        var network = one.Network;
        var both = one with
        {
            Network = network with
            {
                Commodities = [.. network.Commodities, Commodity("els")],
                Sites = [.. network.Sites, Plant("els-mine", "BR", Makes("els"), 20), Buyer("els-user", "BR", "els", 10)],
                Lanes = [.. network.Lanes, Lane("els-mine", "els-user", "els", 10, 3)],
            },
            Shocks = [.. one.Shocks, elsewhere],
        };
        if (Run(one) is not { } alone || Run(both) is not { } together)
        {
            return false;
        }

        Assert.True(together.ShortfallOf("els-user").Total > 0, "nothing happens elsewhere");
        foreach (var row in network.Sites.Where(s => s.Demand is not null))
        {
            Assert.Equal(alone.ShortfallOf(row.Id).Total, together.ShortfallOf(row.Id).Total);
        }

        return Shortfall(one, alone) > 0;
    }

    private static void NoRelief(Func<ControlSpec, int, ControlSpec> worse)
    {
        var hit = 0;
        OneShock.ForAll(
            s => hit += IsNoRelief(s.Case, s.Case with { Shocks = [worse(s.Case.Shocks[0], s.More)] }) ? 1 : 0,
            Cases,
            s => AsScenario.Of(s.Case));

        // Else nothing was tried.
        Assert.InRange(hit, 20, Cases);
    }

    /// <summary>
    /// The second run lacks no less than the first but for what all use in a review period, in which an order may come a day sooner or later; true when
    /// the first lacked anything.
    /// </summary>
    private static bool IsNoRelief(RandomCase less, RandomCase more)
    {
        if (Run(less) is not { } ofLess || Run(more) is not { } ofMore)
        {
            return false;
        }

        var noise = less.Network.Sites.Sum(c => c.Demand?.Value ?? 0) * less.Market.Review.Days;
        var (a, b) = (Shortfall(less, ofLess), Shortfall(more, ofMore));
        Assert.True(b >= a - noise, $"{a} t short, and {b} t where more is cut off");
        return a > noise;
    }

    /// <summary>Null where the shock acts on nothing, which is refused.</summary>
    private static RunRecord? Run(RandomCase random) => PreparedRun.Prepare(
        new RunSpec
        {
            Network = random.Network,
            Start = Runs.Start,
            Horizon = Days(RandomCase.HorizonDays),
            Shocks = random.Shocks,
            Market = random.Market,
            Seed = random.Seed,
        },
        new List<Problem>())?.Run();

    private static double Shortfall(RandomCase random, RunRecord run) =>
        random.Network.Sites.Where(s => s.Demand is not null).Sum(s => run.ShortfallOf(s.Id).Total);
}
