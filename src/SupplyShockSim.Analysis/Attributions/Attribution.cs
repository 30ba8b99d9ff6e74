using SupplyShockSim.Engine;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Analysis.Attributions;

/// <summary>How much of a measure goes back to which control of a scenario, by Shapley's value over all subsets of its controls.</summary>
/// <param name="Measure">What is divided, of all needs together.</param>
/// <param name="Whole">Its value under all controls.</param>
/// <param name="Without">Its value under none.</param>
/// <param name="Shares">Of each control, in their order; they add up to the whole less what is there without any.</param>
/// <param name="IsExact">True where all subsets were run, false where orders were sampled.</param>
/// <param name="Runs">How many subsets were run.</param>
public sealed record Attribution(ServiceMeasure Measure, double Whole, double Without, IReadOnlyList<AttributedShare> Shares, bool IsExact, int Runs)
{
    /// <summary>Orders that are sampled of more controls than can be looked at in all subsets, each with its reverse.</summary>
    public const int UsualPairs = 64;

    /// <summary>The most controls that can be told apart.</summary>
    public const int MostControls = Shapley.Most;

    /// <summary>How many runs it takes.</summary>
    public static int RunsFor(int controls) => controls <= Shapley.MostExact ? 1 << controls : (UsualPairs * 2 * (controls - 1)) + 2;

    /// <summary>Divides a measure.</summary>
    /// <param name="prepared">The run, with at most <see cref="MostControls"/> controls.</param>
    /// <param name="measure">A measure that is a number.</param>
    /// <param name="threads">Runs at a time; the result does not depend on it.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="NoValueException">The measure has no value under some of the controls.</exception>
    /// <exception cref="ArgumentException">There are too many controls, or the measure is a word.</exception>
    public static Attribution Of(PreparedRun prepared, ServiceMeasure measure, int threads = 1, CancellationToken cancellation = default)
    {
        var players = prepared.Controls.Count;
        if (players > MostControls || measure.Words.Count > 0)
        {
            throw new ArgumentException($"at most {MostControls} controls can be told apart, by a measure that is a number", nameof(prepared));
        }

        var subsets = new ControlSubsets(prepared, measure, cancellation);
        var isExact = players <= Shapley.MostExact;
        AttributedShare[] shares;
        if (isExact)
        {
            RunAll(subsets, players, threads, cancellation);
            var exact = Shapley.Exact(players, subsets.Value);
            shares = [.. prepared.Controls.Select((c, i) => new AttributedShare(c.Name, exact[i], null))];
        }
        else
        {
            var stream = new RandomStreams(prepared.Spec.Seed).Stream("attribution");
            var sampled = Shapley.Sampled(players, UsualPairs, stream, subsets.Value);
            shares = [.. prepared.Controls.Select((c, i) => new AttributedShare(c.Name, sampled[i].Share, sampled[i].StandardError))];
        }

        return new Attribution(measure, subsets.Value((1UL << players) - 1), subsets.Value(0), shares, isExact, subsets.Runs);
    }

    /// <summary>The first fault of the subsets in their order is told, whichever thread meets which first.</summary>
    private static void RunAll(ControlSubsets subsets, int players, int threads, CancellationToken cancellation)
    {
        var faults = new NoValueException?[1 << players];
        Parallel.For(0, 1 << players, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, subset =>
        {
            try
            {
                subsets.Value((ulong)subset);
            }
            catch (NoValueException fault)
            {
                faults[subset] = fault;
            }
        });
        if (Array.Find(faults, f => f is not null) is { } first)
        {
            throw first;
        }
    }
}

/// <summary>What of a measure goes back to a control.</summary>
/// <param name="Control">Its name.</param>
/// <param name="Value">In the unit of the measure.</param>
/// <param name="StandardError">How far the sampled value may be off; null where it is exact.</param>
public sealed record AttributedShare(string Control, double Value, double? StandardError);
