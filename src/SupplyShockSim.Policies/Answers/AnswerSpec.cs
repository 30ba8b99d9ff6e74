using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Answers;

/// <summary>
/// An answer: what is done about a shock. It stands under <c>responses</c> in a scenario. At work it is an <see cref="AnswerAtWork"/>, which tells what
/// it moved and what that cost the public.
/// </summary>
[Since("0.2")]
public abstract record AnswerSpec : PolicySpec
{
    [Field("paidBy", "the country or bloc that pays", Example = "United States")]
    public string? PaidBy { get; init; }

    [Field("discount", "rate at which the discounted cost counts later payments less", Default = "0 %/yr", Example = "3 %/yr")]
    public PerYear Discount { get; init; }

    /// <inheritdoc/>
    public sealed override bool IsAnswer => true;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Name)> PlacesNamed => PaidBy is { } payer ? [("paidBy", payer)] : [];
}
