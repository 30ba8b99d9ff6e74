using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>What happens at an event.</summary>
internal enum EventKind
{
    /// <summary>The run starts (subject 0) or ends (1); nothing changes.</summary>
    Mark,

    /// <summary>A policy's own timer; <see cref="SupplyEvent.Code"/> and <see cref="SupplyEvent.Arg"/> are its own.</summary>
    Policy,

    /// <summary>A site opens.</summary>
    SiteOpens,

    /// <summary>A lane's shortened transit time takes hold.</summary>
    TransitCaughtUp,

    /// <summary>A buyer has accepted the supplier of a lane.</summary>
    Qualified,

    /// <summary>The fronts that are due reach the ends of their lanes.</summary>
    FrontsArrive,

    /// <summary>Stocks take over what their lanes land, once for all fronts of the instant.</summary>
    Landed,

    /// <summary>A stock runs dry, or a by-product's stock fills.</summary>
    StockLimit,

    /// <summary>The sites that are due review their activity and needs.</summary>
    Review,

    /// <summary>The most downstream market with something to do clears.</summary>
    Clear,

    /// <summary>The instant ends: lanes take their new rates.</summary>
    Settle,

    /// <summary>A part of all contracts is made anew.</summary>
    Renewal,

    /// <summary>Prices are looked at.</summary>
    Prices,
}

/// <summary>An event of a run: 16 bytes, no padding, so that the trace hash sees all of it.</summary>
internal readonly record struct SupplyEvent(EventKind Kind, int Subject, int Code = 0, int Arg = 0);

/// <summary>
/// The order of simultaneous events (model: section 3). A change may schedule an event of an earlier phase at the same instant; it
/// runs next. <see cref="Settle"/> closes the instant: reviews and clearings before it may go several rounds, and only the last
/// one's rates are dispatched.
/// </summary>
internal static class Phases
{
    public static readonly Phase World = new(1);
    public static readonly Phase Arrivals = new(2);
    public static readonly Phase Stocks = new(3);
    public static readonly Phase Review = new(4);
    public static readonly Phase Clearing = new(5);
    public static readonly Phase Settle = new(6);
}
