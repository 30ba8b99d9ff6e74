using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Triggers;

/// <summary>
/// A condition under which a policy begins (<c>when</c>) or ends (<c>until</c>): one of a price, a cover, a shortfall, or what happens to another policy. It
/// fires once, at the first point of the review grid at which it has held for the whole of <c>for</c>; after another policy, so long after it.
/// </summary>
[Since("0.2")]
public sealed record TriggerSpec
{
    [Field("price", "the price of a commodity is at or above a level", Example = "{of: dy-oxide, in: [Japan], above: 200 %}")]
    public PriceTrigger? Price { get; init; }

    [Field("cover", "what buyers hold is below so many days of their use", Example = "{at: [Japan], of: ndfeb-magnet, below: 10 d}")]
    public CoverTrigger? Cover { get; init; }

    [Field("shortfall", "what consumers lack is above an amount", Example = "{in: [Japan], of: [ndfeb-magnet], above: 1 t/d}")]
    public ShortfallTrigger? Shortfall { get; init; }

    [Field("after", "the name of another shock or response", Example = "halt")]
    public string? After { get; init; }

    [Field("event", "what happens to the other policy: starts, ends, or opens what it builds", Default = "starts")]
    public PolicyEvent Event { get; init; } = PolicyEvent.Starts;

    [Field("by", "how long after the other policy", Default = "0 d")]
    public SimDuration By { get; init; }

    [Field("for", "how long the condition must hold", Default = "0 d")]
    public SimDuration For { get; init; }

    /// <summary>In words that follow the name of the policy: when it is.</summary>
    public string Words =>
        (Price is { } price ? $"the price of {price.Of} is at or above {price.Above}"
        : Cover is { } cover ? $"less than {PolicyWords.Days(cover.Below.Days)} of {cover.Of} are on hand"
        : Shortfall is { } shortfall ? $"more than {PolicyWords.Number(shortfall.Above.Value)} t/d are short"
        : $"{(By > SimDuration.Zero ? PolicyWords.Days(By.Days) + " after " : "")}{After} {Event.ToString().ToLowerInvariant()}")
        + (For > SimDuration.Zero ? $" for {PolicyWords.Days(For.Days)}" : "");

    /// <summary>How many of the conditions are given; one is right.</summary>
    internal int Count => (Price is null ? 0 : 1) + (Cover is null ? 0 : 1) + (Shortfall is null ? 0 : 1) + (After is null ? 0 : 1);
}

/// <summary>A price that rises to a level.</summary>
[Since("0.2")]
public sealed record PriceTrigger
{
    [Field("of", "the commodity", Required = true)]
    public string Of { get; init; } = "";

    [Field("in", "countries, blocs or sites whose price counts: the highest of them; default: all")]
    public IReadOnlyList<string> In { get; init; } = [];

    [Field("above", "the level: a multiple of the reference price, or an amount", Required = true, Example = "200 %")]
    public PriceLevel Above { get; init; }
}

/// <summary>A price: a multiple of the reference price, or an amount.</summary>
/// <param name="OfReference">The multiple; not used where an amount is given.</param>
/// <param name="Amount">The amount, or null.</param>
public readonly record struct PriceLevel(double OfReference, UsdPerTonne? Amount)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Amount is { } amount ? $"{PolicyWords.Number(amount.Value)} USD/t" : $"{PolicyWords.Percent(OfReference)} of the reference";

    /// <summary>In USD/t.</summary>
    public double Usd(double reference) => Amount?.Value ?? (OfReference * reference);
}

/// <summary>A cover that falls below a span.</summary>
[Since("0.2")]
public sealed record CoverTrigger
{
    [Field("at", "countries, blocs or sites that hold it; default: all users")]
    public IReadOnlyList<string> At { get; init; } = [];

    [Field("of", "the commodity", Required = true)]
    public string Of { get; init; } = "";

    [Field("below", "days of their use that they hold together", Required = true)]
    public SimDuration Below { get; init; }
}

/// <summary>A shortfall that rises above an amount.</summary>
[Since("0.2")]
public sealed record ShortfallTrigger
{
    [Field("in", "countries, blocs or sites whose consumers count; default: all")]
    public IReadOnlyList<string> In { get; init; } = [];

    [Field("of", "what they use; default: anything")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("above", "the amount they lack together", Default = "0 t/d", Example = "1 t/d")]
    public TonnesPerDay Above { get; init; }
}

/// <summary>When a policy ends: a moment, or a condition.</summary>
/// <param name="Moment">The moment; null where a condition is given.</param>
/// <param name="Trigger">The condition, or null.</param>
public sealed record Ending(When? Moment, TriggerSpec? Trigger)
{
    public static implicit operator Ending(When moment) => FromWhen(moment);

    /// <summary>At a moment.</summary>
    public static Ending FromWhen(When moment) => new(moment, null);
}
