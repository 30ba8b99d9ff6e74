using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>A comparison and what is to be said of it on every figure.</summary>
/// <param name="Comparison">What was compared.</param>
/// <param name="Address">What it is known by: digits that stand for all that it was made from.</param>
public sealed record ComparisonSource(Comparison Comparison, string Address)
{
    /// <summary>How many runs beside the baseline have a colour of their own; the others are grey.</summary>
    public const int MostColoured = 6;

    /// <summary>What stood against comparing them, where it was done anyway.</summary>
    public IReadOnlyList<Obstacle> Overridden { get; init; } = [];

    /// <summary>Draws of every run in pairs with those of the baseline; none where there are no draws.</summary>
    public IReadOnlyList<PairedDraws> Draws { get; init; } = [];

    /// <summary>What of the differences goes back to which input; none where one input alone differs, or that was not worked out.</summary>
    public IReadOnlyList<DifferenceShares> Shares { get; init; } = [];

    /// <summary>Runs held against what was observed; none where nothing was.</summary>
    public IReadOnlyList<ObservedRun> Observed { get; init; } = [];

    /// <summary>What to point out: a date and a few words.</summary>
    public IReadOnlyList<(DateTime Date, string Text)> Notes { get; init; } = [];

    /// <summary>The colour of a run, the same in every figure of the comparison; the baseline has the style of a reference.</summary>
    public Hue HueOf(int run)
    {
        if (run == Comparison.Baseline)
        {
            return Hue.Reference;
        }

        var place = run < Comparison.Baseline ? run : run - 1;
        return place < MostColoured ? new Hue(place) : Hue.Rest;
    }
}
