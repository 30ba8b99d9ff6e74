using CsCheck;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Testing;
using static SupplyShockSim.Simulation.Tests.Support.Nets;
using static SupplyShockSim.Simulation.Tests.Support.RandomNetwork;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>A random network under random shocks, with the rules of its markets and the seed of its draws.</summary>
internal sealed record RandomCase(NetworkSpec Network, MarketSpec Market, IReadOnlyList<ControlSpec> Shocks, ulong Seed)
{
    public const double HorizonDays = 400;

    private static readonly Gen<CautionSpec> Cautions = Gen.Select(
        Gen.Int[1, 29], Gen.Int[1, 59], Chance(50), Gen.Int[1, 89],
        (more, build, kept, keep) => new CautionSpec { More = Days(more), Build = Days(build), Keep = kept ? Days(keep) : null });

    private static readonly Gen<MarketSpec> Markets = Gen.Select(
        Gen.OneOf("pro-rata", "priority", "progressive", "domestic-first"), Gen.OneOf(1, 1, 0.5, 7), Gen.OneOf(30.0, 10, 60),
        Chance(30), Cautions,
        (rationing, review, adjustment, cautious, caution) => new MarketSpec
        {
            Rationing = rationing,
            Review = Days(review),
            Adjustment = Days(adjustment),
            Caution = cautious ? caution : null,
        });

    public static readonly Gen<RandomCase> Any = Gen.Select(
        RandomNetwork.Any, Markets, RandomShocks.Any, Gen.UInt,
        (network, market, shocks, seed) => new RandomCase(network, market, Acting(network, [.. shocks.Select(shock => shock(network))]), seed));

    /// <summary>Tries a property on so many cases. The smallest one that fails is printed as a scenario file.</summary>
    public static void ForAll(Action<RandomCase> property, int count) => Any.ForAll(property, count, AsScenario.Of);

    public PreparedRun Prepare() => Runs.Prepare(Network, HorizonDays, Shocks, Market, Seed);

    /// <summary>The shocks that act on something in a network: any other is refused.</summary>
    private static ControlSpec[] Acting(NetworkSpec network, ControlSpec[] shocks)
    {
        var problems = new List<Problem>();
        PreparedRun.Prepare(new RunSpec { Network = network, Start = Runs.Start, Horizon = Days(HorizonDays), Shocks = shocks }, problems);
        var idle = problems.Where(p => p.Code == "SS402").Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        return [.. shocks.Where((_, i) => !idle.Contains(FormattableString.Invariant($"shocks[{i}]")))];
    }

    /// <summary>The same case with its rows in another order.</summary>
    public RandomCase Shuffled()
    {
        var random = new Random((int)Seed);
        return this with
        {
            Network = Network with
            {
                Commodities = Shuffle(Network.Commodities),
                Sites = Shuffle(Network.Sites),
                Lanes = Shuffle(Network.Lanes),
            },
        };

        T[] Shuffle<T>(IReadOnlyList<T> rows)
        {
            var copy = rows.ToArray();
            random.Shuffle(copy);
            return copy;
        }
    }
}
