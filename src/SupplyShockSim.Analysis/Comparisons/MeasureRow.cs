namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>One measure of one need in every run.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Who">Whose need; its names are empty where several are added up.</param>
/// <param name="Values">Of each run, in the unit of the measure; null where what it measures did not happen, or nobody has this need.</param>
public sealed record MeasureRow(ServiceMeasure Measure, NeedName Who, IReadOnlyList<double?> Values)
{
    /// <summary>The values, with what stands for one that is missing (<see cref="ServiceMeasure.WithoutValue"/>): what best and worst are told by.</summary>
    internal IReadOnlyList<double> Held { get; init; } = [];

    /// <summary>Whether the values are numbers of which a difference says something.</summary>
    public bool IsNumber => Measure.Words.Count == 0;

    /// <summary>A run less another; null where one of them has no value.</summary>
    public double? Difference(int run, int baseline) => IsNumber && Values[run] is { } a && Values[baseline] is { } b ? a - b : null;

    /// <summary>That difference in percent of the baseline; null where it has none, or is zero and the other is not.</summary>
    public double? Percent(int run, int baseline) => Difference(run, baseline) is not { } difference ? null
        : difference == 0 ? 0
        : Values[baseline] == 0 ? null
        : 100 * difference / Values[baseline];

    /// <summary>The runs whose value is better than all others'; none where all are alike or the measure has no better.</summary>
    public IReadOnlyList<int> Best => Extreme(Measure.Better == BetterWhen.More);

    /// <summary>The runs whose value is worse than all others'.</summary>
    public IReadOnlyList<int> Worst => Extreme(Measure.Better == BetterWhen.Less);

    private IReadOnlyList<int> Extreme(bool largest)
    {
        if (Measure.Better == BetterWhen.Neither || !IsNumber)
        {
            return [];
        }

        double[] held = [.. Held.Where(v => !double.IsNaN(v))];
        return held.Distinct().Skip(1).Any() ? [.. Enumerable.Range(0, Held.Count).Where(i => Held[i] == (largest ? held.Max() : held.Min()))] : [];
    }
}

/// <summary>The names of a need in files; what it is not told apart by is empty.</summary>
/// <param name="Consumer">Id of the row.</param>
/// <param name="Country">Code of the country.</param>
/// <param name="Commodity">Id of the commodity.</param>
/// <param name="Name">For people.</param>
public sealed record NeedName(string Consumer, string Country, string Commodity, string Name)
{
    /// <summary>All needs together.</summary>
    public static NeedName All { get; } = new("", "", "", "all together");
}
