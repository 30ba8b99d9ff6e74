namespace SupplyShockSim.Policies.Controls;

/// <summary>Sites have their capacity multiplied: a closure driven by price, an environmental order, an expansion.</summary>
public sealed record CapacityChange : MultiplierSpec
{
    /// <inheritdoc/>
    public override string Type => "capacity-change";

    /// <inheritdoc/>
    public override string Meaning => "sites have their capacity multiplied";

    /// <inheritdoc/>
    public override string Summary => $"capacity of {Where} goes to {Multiple}";
}
