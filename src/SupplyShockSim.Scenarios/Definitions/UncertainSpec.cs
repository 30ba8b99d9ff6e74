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

    [Field("source", "where the range comes from")]
    public string? Source { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }

    /// <summary>Every shape that was given, with its parameters; exactly one in a valid scenario.</summary>
    public IReadOnlyList<(DistributionShape Shape, IReadOnlyList<Quantity> Parameters)> Distributions
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
}
