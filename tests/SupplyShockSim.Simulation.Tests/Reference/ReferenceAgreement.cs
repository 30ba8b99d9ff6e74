using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Runs random worlds on the simulation and on the reference, and says on which they differ: each made small, as the text of a scenario.</summary>
internal sealed class ReferenceAgreement(Rules rules)
{
    /// <summary>
    /// The rules that the simulation has. Whoever gives it another adds it here: from then on the reference goes by it too when the two are
    /// held side by side, and the cases that need no more than these must be met by both.
    /// </summary>
    public const Rules SimulationHas = Rules.All;

    /// <summary>More than this share (of 1 t and the shortfall) is no rounding.</summary>
    private const double RoundingShare = 1e-6;

    /// <summary>What a world shows.</summary>
    /// <param name="World">The world.</param>
    /// <param name="Text">Both answers by row.</param>
    /// <param name="Reviews">The largest difference, in review periods of the row's demand.</param>
    public sealed record Difference(RandomWorld World, string Text, double Reviews)
    {
        public override string ToString() => $"{Text}\n{ScenarioText.Of(World)}";
    }

    /// <summary>The difference that a world shows, or null; also where one of the two cannot run it.</summary>
    public Difference? Compare(RandomWorld world)
    {
        if (world.TryPrepare() is not { } prepared)
        {
            return null;
        }

        var (fast, slow) = (prepared.Run(), ReferenceRun.Run(prepared, ExtrasOf(world)));
        var (found, reviews) = (new List<string>(), 0.0);
        foreach (var row in world.Network.Sites.Where(s => s.Demand is not null))
        {
            var (ofFast, ofSlow) = (fast.ShortfallOf(row.Id).Total, slow.ShortfallTotal(row.Id));
            if (Math.Abs(ofFast - ofSlow) > RoundingShare * (1 + ofSlow))
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Id}: simulation {ofFast:0.####} t, reference {ofSlow:0.####} t"));
                reviews = Math.Max(reviews, Math.Abs(ofFast - ofSlow) / (row.Demand!.Value.Value * world.Market.Review.Days));
            }
        }

        return found.Count == 0 ? null : new Difference(world, $"{string.Join("; ", found)}; {FirstApart(fast, slow)}", reviews);
    }

    /// <summary>When and where the two dispatch otherwise for the first time.</summary>
    private static string FirstApart(RunRecord fast, ReferenceRecord slow)
    {
        var lanes = Enumerable.Range(0, fast.Network.Lanes.Count).Select(l => slow.Dispatch(l).ToList()).ToList();
        for (var i = 0; i < lanes[0].Count; i++)
        {
            for (var l = 0; l < lanes.Count; l++)
            {
                var (second, ofSlow) = lanes[l][i];
                var isLast = i + 1 == lanes[l].Count || lanes[l][i + 1].Second > second;
                var ofFast = fast.Dispatch[l]!.ValueAt(SimTime.FromSeconds(second));
                if (isLast && Math.Abs(ofFast - ofSlow) > RoundingShare * (1 + ofSlow))
                {
                    var (from, to) = (fast.Network.Sites.Id[fast.Network.Lanes.From[l]], fast.Network.Sites.Id[fast.Network.Lanes.To[l]]);
                    var day = second / 86400.0;
                    return string.Create(CultureInfo.InvariantCulture, $"first apart on day {day:0.#####}: {from} > {to} {ofFast:R} for {ofSlow:R} t/d");
                }
            }
        }

        return "dispatch is the same";
    }

    /// <summary>The worlds of so many seeds that differ by more than so many review periods' demand.</summary>
    public List<(int Seed, Difference Difference)> Differences(int firstSeed, int seeds, double beyondReviews = 0)
    {
        var found = new List<(int, Difference)>();
        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            if (Compare(new WorldMaker(seed, rules).Make()) is { } difference && difference.Reviews > beyondReviews)
            {
                found.Add((seed, difference));
            }
        }

        return found;
    }

    /// <summary>The same difference on a world as small as can be.</summary>
    public Difference Shrink(Difference difference, double beyondReviews = 0) =>
        Compare(Shrinking.Shrink(difference.World, w => Compare(w) is { } d && d.Reviews > beyondReviews))!;

    /// <summary>What the reference is given; what the simulation is given of it is said in <see cref="RandomWorld.TryPrepare"/>.</summary>
    private Extras ExtrasOf(RandomWorld world) => new(rules) { TermDays = world.TermDays };
}
