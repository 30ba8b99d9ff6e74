using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies.Controls;

/// <summary>Consumers have their demand multiplied: a boom, a recession, a substitute.</summary>
public sealed record DemandChange : MultiplierSpec
{
    [Field("endUse", "end uses of the consumers")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    /// <inheritdoc/>
    public override string Type => "demand-change";

    /// <inheritdoc/>
    public override string Meaning => "consumers have their demand multiplied";

    /// <inheritdoc/>
    public override string Summary => $"demand {(EndUse.Count > 0 ? $"for {PolicyWords.Join(EndUse)} " : "")}at {Where} goes to {Multiple}";

    /// <summary>Consumers, by what they use and for which end.</summary>
    public override int[] Select(Selectors selectors) => selectors.Sites(At, Of, consumers: true, EndUse);
}
