using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>
/// An input that is not known exactly: the value it replaces, and one distribution. Parameters have the dimension of that
/// value, but for the second of a lognormal.
/// </summary>
public sealed record UncertainSpec
{
    /// <summary>The word, in place of an input, for all values of the network beside which a range is written.</summary>
    public const string AllRanges = "network";

    [Field("set", "path of the value, as for --set", Required = true, Example = "shocks.magnet halt.for")]
    public string Set { get; init; } = "";

    [Field("base", "the value used by `run`; default: the one that stands at the path")]
    public string? Base { get; init; }

    [Field("fixed", "one value, always", Example = "[180 d]")]
    public IReadOnlyList<Quantity> Fixed { get; init; } = [];

    [Field("uniform", "[least, most]", Example = "[60 d, 400 d]")]
    public IReadOnlyList<Quantity> Uniform { get; init; } = [];

    [Field("triangular", "[least, most likely, most]", Example = "[60 d, 180 d, 400 d]")]
    public IReadOnlyList<Quantity> Triangular { get; init; } = [];

    [Field("lognormal", "[median, standard deviation of the natural logarithm]", Example = "[180 d, 0.5]")]
    public IReadOnlyList<Quantity> Lognormal { get; init; } = [];

    [Field("exponential", "[mean]", Example = "[180 d]")]
    public IReadOnlyList<Quantity> Exponential { get; init; } = [];

    [Field("normal", "[mean, standard deviation], cut off at zero", Example = "[180 d, 60 d]")]
    public IReadOnlyList<Quantity> Normal { get; init; } = [];

    [Field("discrete", "one of several values, each as likely as its weight says", Example = "{values: [single, dual], weights: [2, 1]}", Since = "0.2")]
    public DiscreteSpec? Discrete { get; init; }

    [Field("source", "where the range comes from")]
    public string? Source { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }

    /// <summary>Whether it stands for all ranges of the network.</summary>
    internal bool IsAllRanges => Set == AllRanges && Discrete is null && Distributions.Count == 0;

    /// <summary>Every shape of numbers that was given, with its parameters; exactly one in a valid scenario, or none beside <see cref="Discrete"/>.</summary>
    internal IReadOnlyList<(DistributionShape Shape, IReadOnlyList<Quantity> Parameters)> Distributions
    {
        get
        {
            (DistributionShape Shape, IReadOnlyList<Quantity> Parameters)[] all =
            [
                (DistributionShape.Fixed, Fixed), (DistributionShape.Uniform, Uniform), (DistributionShape.Triangular, Triangular),
                (DistributionShape.Lognormal, Lognormal), (DistributionShape.Exponential, Exponential), (DistributionShape.Normal, Normal),
            ];
            return [.. all.Where(d => d.Parameters.Count > 0)];
        }
    }

    /// <summary>The value, as it may stand in a file, below which a share of all values lies (of a discrete one: in the order given).</summary>
    /// <param name="share">Between 0 and 1, without these.</param>
    public string ValueAt(double share)
    {
        if (Discrete is { } discrete)
        {
            return discrete.ValueAt(share);
        }

        var (shape, parameters) = Distributions[0];
        var value = new DurationDistribution(shape, [.. parameters.Select(p => p.Value)]).SampleDays(share);
        return new Quantity(value, parameters[0].Dimension).ToString();
    }

    /// <summary>
    /// Where that value stands among all there can be: the share itself, of a discrete one its number in the list, so that equal values stand at one place.
    /// </summary>
    /// <param name="share">Between 0 and 1, without these.</param>
    public double PlaceAt(double share) => Discrete is { } discrete ? discrete.IndexAt(share) : Fixed.Count > 0 ? 0 : share;

    /// <summary>The distribution in a few words: <c>uniform: 60 d, 400 d</c>.</summary>
    public string Words => Discrete is { } discrete
        ? discrete.Words
        : $"{Distributions[0].Shape.ToString().ToLowerInvariant()}: {string.Join(", ", Distributions[0].Parameters)}";
}

/// <summary>One of several values.</summary>
public sealed record DiscreteSpec
{
    [Field("values", "the values, each as it may stand at the path", Required = true, Example = "[single, dual, pooled]", Since = "0.2")]
    public IReadOnlyList<string> Values { get; init; } = [];

    [Field("weights", "how likely each is, as parts of their sum; default: all alike", Example = "[2, 1, 1]", Since = "0.2")]
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>The value at a share of the sum of the weights, from 0 to 1, in the order given.</summary>
    internal string ValueAt(double share) => Values[IndexAt(share)];

    /// <summary>Which value that is.</summary>
    internal int IndexAt(double share)
    {
        var left = share * Sum;
        for (var i = 0; i < Values.Count - 1; i++)
        {
            left -= WeightOf(i);
            if (left < 0)
            {
                return i;
            }
        }

        return Values.Count - 1;
    }

    internal string Words => "discrete: " + string.Join(", ", Values.Select((value, i) => FormattableString.Invariant(
        Weights.Count == 0 ? (FormattableString)$"{value}" : $"{value} ({WeightOf(i)})")));

    private double Sum => Weights.Count == 0 ? Values.Count : Weights.Sum();

    private double WeightOf(int i) => Weights.Count == 0 ? 1 : Weights[i];
}
