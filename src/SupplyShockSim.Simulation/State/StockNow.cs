using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// What changes in a stock during a run, with what is looked up along with it: two cache lines, and what is rarer in <see cref="StockNotes"/>. Rates in
/// t/d, levels in t.
/// </summary>
internal struct StockNow
{
    public double Level;

    /// <summary>Net rate of the level.</summary>
    public double Rate;

    /// <summary>Of <see cref="Since"/>: the stock is as it was opened, and stands still.</summary>
    public const uint Never = uint.MaxValue;

    /// <summary>
    /// Second at which <see cref="Level"/> and <see cref="Position"/> were true, or <see cref="Never"/> (see <see
    /// cref="Network.Quantities.LongestTimes"/>).
    /// </summary>
    public uint Since;

    /// <summary>Used or made in the baseline, as a scale for what is worth acting on.</summary>
    public float Scale;

    /// <summary>Landing (input side) or being made (output side).</summary>
    public double Inflow;

    /// <summary>Being used (input side) or dispatched (output side).</summary>
    public double Outflow;

    /// <summary>Tonnes made (output side) or used (input side) since the start.</summary>
    public double Total;

    public int Site;

    /// <summary>The log entry that last worsened (or, where none did, changed) the stock's balance.</summary>
    public int Cause;

    public ushort Commodity;

    public bool IsInput;

    /// <summary>Nothing on hand: flow on is at most flow in.</summary>
    public bool Dry;

    /// <summary>Listed for the end of this instant.</summary>
    public bool Listed;

    /// <summary>Made along with its site's main product, discarded when the stock is full.</summary>
    public bool IsByProduct;

    public Landing Landing;

    /// <summary>Changes added to the sum of what is dispatched since it was last worked out whole (see <see cref="LaneSums"/>).</summary>
    public byte DispatchAdditions;

    /// <summary>Input side: stock and what is in transit to it.</summary>
    public double Position;

    /// <summary>Input side: dispatched towards it now.</summary>
    public double Ordered;

    public double Target;

    /// <summary>One place for two things of which a stock has one: its need, or the orders it holds.</summary>
    private double _needOrOrders;

    /// <summary>Tonnes used (input side) or made (output side) per unit of activity.</summary>
    public double Coefficient;

    /// <summary>Input side: t in transit once the present dispatch has filled the lanes; NaN when it has to be worked out anew.</summary>
    public double InTransit;

    /// <summary>Change of the dispatch on its lanes in this instant.</summary>
    public double DispatchChange;

    public EventHandle LimitEvent;

    /// <summary>Input side: what its site needs of the market, t/d.</summary>
    public double NeedTonnesPerDay
    {
        readonly get
        {
            Must.Be(IsInput, "the need of a product");
            return _needOrOrders;
        }

        set
        {
            Must.Be(IsInput && value >= 0, "the need of a product, or one below zero");
            _needOrOrders = value;
        }
    }

    /// <summary>Output side: the orders that its site holds, t/d.</summary>
    public double OrdersTonnesPerDay
    {
        readonly get
        {
            Must.Be(!IsInput, "orders of an input");
            return _needOrOrders;
        }

        set
        {
            Must.Be(!IsInput && value >= 0, "orders of an input, or orders below zero");
            _needOrOrders = value;
        }
    }

    /// <summary>Days since <see cref="Level"/> was true.</summary>
    public readonly double DaysSince(long now) => (now - (Since == Never ? 0 : Since)) / (double)SimDuration.SecondsPerDay;
}

/// <summary>More of a stock: what changes rarely, or is looked up rarely.</summary>
internal struct StockNotes
{
    /// <summary>Change of what its lanes land in this instant, and the lane and cause to tell of.</summary>
    public double LandingChange;

    public int LandingLane;

    public int LandingCause;

    /// <summary>Inflow as last logged.</summary>
    public double LoggedInflow;

    /// <summary>By-product discarded because its stock is full.</summary>
    public double Discard;

    /// <summary>Tonnes discarded since the start.</summary>
    public double Lost;

    /// <summary>Used or made in the baseline.</summary>
    public double Normal;

    /// <summary>Changes added to the sum of what lands since it was last worked out whole.</summary>
    public byte LandingAdditions;

    /// <summary>Input side: the second from which on the lanes in use are as they are.</summary>
    public uint TransitSince;

    /// <summary>Input side: mean transit time, d, of the lanes in use; it counts as that of the last ones once they have been used for a second.</summary>
    public float TransitDaysNow;

    /// <summary>Input side: mean transit time, d, of the lanes that were last used for longer than an instant.</summary>
    public float TransitDays;
}

/// <summary>Whether a change of what a stock's lanes land waits to be taken over in this instant.</summary>
internal enum Landing : byte
{
    None,
    Pending,

    /// <summary>With tonnes that landed at once.</summary>
    AtOnce,
}
