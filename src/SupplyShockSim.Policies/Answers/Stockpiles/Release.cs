using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Answers.Stockpiles;

/// <summary>What makes a stockpile release goods: a shortfall (nothing of this given), a low cover, or a high price.</summary>
[Since("0.2")]
public sealed record ReleaseWhen
{
    [Field("cover", "ship while a member's stock is at or below so many days of its use", Example = "10 d")]
    public SimDuration? Cover { get; init; }

    [Field("price", "ship while the price in a member's country is at or above this multiple of the one at the start", Example = "200 %")]
    public Ratio? Price { get; init; }
}

/// <summary>When a stockpile releases goods, and how much.</summary>
[Since("0.2")]
public sealed record ReleaseSpec
{
    [Field("when", "shortfall (what an empty buyer lacks of its use), {cover: 10 d} (keep members at that cover) or {price: 200 %}", Default = "shortfall")]
    public ReleaseWhen When { get; init; } = new();

    [Field("most", "the most that leaves the stockpile; default: no limit", Example = "20 t/d")]
    public TonnesPerDay? Most { get; init; }
}

/// <summary>How a stockpile divides what it cannot give to all.</summary>
public enum StockSharing
{
    /// <summary>Each in proportion to what it lacks.</summary>
    ProRata,

    /// <summary>By the `priority` of sites, 1 first; in proportion within one class.</summary>
    Priority,
}

/// <summary>Whom of the members a stockpile serves.</summary>
[Since("0.2")]
public sealed record ServesSpec
{
    [Field("endUse", "end uses of the consumers served; default: all, and plants too", Example = "[defence]")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    [Field("sharing", "who is served first when not all can be: pro-rata, or priority (of sites)", Default = "pro-rata")]
    public StockSharing Sharing { get; init; } = StockSharing.ProRata;
}

/// <summary>How a stockpile is filled again.</summary>
[Since("0.2")]
public sealed record RefillSpec
{
    [Field("after", "how long nothing must have been released", Default = "30 d")]
    public SimDuration After { get; init; } = SimDuration.FromDays(30);

    [Field("over", "the time in which an empty stockpile would be full again", Default = "180 d")]
    public SimDuration Over { get; init; } = SimDuration.FromDays(180);
}
