using SupplyShockSim.Engine;

namespace SupplyShockSim.Model.Flow;

/// <summary>What changes at sites during a run; arrays by site.</summary>
internal sealed class SiteState(int count)
{
    /// <summary>Activity now, t/d; for a consumer what it uses per unit of demand.</summary>
    public double[] Activity = new double[count];

    /// <summary>Activity it would have with all inputs at hand, t/d.</summary>
    public double[] Wanted = new double[count];

    /// <summary>Capacity now, or a consumer's demand now, t/d.</summary>
    public double[] Capacity = new double[count];

    /// <summary>Wanted activity at the last earlier instant, from which a ramp rises.</summary>
    public double[] RampFrom = new double[count];

    /// <summary>Days of ramp that this instant may use.</summary>
    public double[] RampDays = new double[count];

    public long[] ReviewedAt = new long[count];

    public EventHandle[] Review = new EventHandle[count];

    /// <summary>The log entry that last changed what the site decides on.</summary>
    public int[] Cause = new int[count];

    /// <summary>The input stock that limits activity, or -1.</summary>
    public int[] Limiter = new int[count];

    /// <summary>The ramp, not the orders, set the wanted activity.</summary>
    public bool[] Ramping = new bool[count];

    /// <summary>Listed for the end of this instant.</summary>
    public bool[] Touched = new bool[count];

    /// <summary>Activity (consumers: shortfall) as last logged.</summary>
    public double[] Logged = new double[count];

    public SiteState Clone()
    {
        var copy = (SiteState)MemberwiseClone();
        copy.Activity = [.. Activity];
        copy.Wanted = [.. Wanted];
        copy.Capacity = [.. Capacity];
        copy.RampFrom = [.. RampFrom];
        copy.RampDays = [.. RampDays];
        copy.ReviewedAt = [.. ReviewedAt];
        copy.Review = [.. Review];
        copy.Cause = [.. Cause];
        copy.Limiter = [.. Limiter];
        copy.Ramping = [.. Ramping];
        copy.Touched = [.. Touched];
        copy.Logged = [.. Logged];
        return copy;
    }
}

/// <summary>What changes in stocks during a run; arrays by stock. Rates in t/d, levels in t.</summary>
internal sealed class StockState(int count)
{
    public double[] Level = new double[count];

    /// <summary>Net rate of the level.</summary>
    public double[] Rate = new double[count];

    /// <summary>Second at which <see cref="Level"/> and <see cref="Position"/> were true.</summary>
    public long[] Since = new long[count];

    /// <summary>Landing (input side) or being made (output side).</summary>
    public double[] Inflow = new double[count];

    /// <summary>Being used (input side) or dispatched (output side).</summary>
    public double[] Outflow = new double[count];

    /// <summary>By-product discarded because its stock is full.</summary>
    public double[] Discard = new double[count];

    public double[] Target = new double[count];

    /// <summary>Nothing on hand: flow on is at most flow in.</summary>
    public bool[] Dry = new bool[count];

    public EventHandle[] LimitEvent = new EventHandle[count];

    /// <summary>Input side: stock and what is in transit to it.</summary>
    public double[] Position = new double[count];

    /// <summary>Input side: dispatched towards it now.</summary>
    public double[] Ordered = new double[count];

    /// <summary>The log entry that last worsened (or, where none did, changed) the stock's balance.</summary>
    public int[] Cause = new int[count];

    /// <summary>Inflow as last logged.</summary>
    public double[] LoggedInflow = new double[count];

    /// <summary>Tonnes made (output side) or used (input side) since the start.</summary>
    public double[] Total = new double[count];

    /// <summary>Tonnes discarded since the start.</summary>
    public double[] Lost = new double[count];

    public StockState Clone()
    {
        var copy = (StockState)MemberwiseClone();
        copy.Level = [.. Level];
        copy.Rate = [.. Rate];
        copy.Since = [.. Since];
        copy.Inflow = [.. Inflow];
        copy.Outflow = [.. Outflow];
        copy.Discard = [.. Discard];
        copy.Target = [.. Target];
        copy.Dry = [.. Dry];
        copy.LimitEvent = [.. LimitEvent];
        copy.Position = [.. Position];
        copy.Ordered = [.. Ordered];
        copy.Cause = [.. Cause];
        copy.LoggedInflow = [.. LoggedInflow];
        copy.Total = [.. Total];
        copy.Lost = [.. Lost];
        return copy;
    }
}

/// <summary>What changes on lanes during a run; arrays by lane. Rates in t/d.</summary>
internal sealed class LaneState(int count)
{
    /// <summary>Leaving the seller now.</summary>
    public double[] Dispatch = new double[count];

    /// <summary>Reaching the far end now.</summary>
    public double[] Arriving = new double[count];

    /// <summary>Most the lane may carry now: capacity and controls.</summary>
    public double[] Limit = new double[count];

    /// <summary>Landed cost now, price apart, USD/t.</summary>
    public double[] Cost = new double[count];

    /// <summary>Transit time of what leaves now, seconds.</summary>
    public long[] Transit = new long[count];

    /// <summary>The buyer accepts the supplier.</summary>
    public bool[] Qualified = new bool[count];

    /// <summary>The qualification is under way.</summary>
    public bool[] Qualifying = new bool[count];

    /// <summary>What the market gives the lane under contract and on the spot; becomes the dispatch when the instant ends.</summary>
    public double[] Contract = new double[count];

    public double[] Spot = new double[count];

    /// <summary>The part of the dispatch that was bought on the spot.</summary>
    public double[] SpotDispatch = new double[count];

    /// <summary>What the buyer orders under contract.</summary>
    public double[] Order = new double[count];

    /// <summary>The log entry behind the lane's limit.</summary>
    public int[] LimitCause = new int[count];

    /// <summary>Share of what arrives that is held at the border.</summary>
    public double[] Held = new double[count];

    /// <summary>Tonnes held at the border, true at <see cref="HeldSince"/>.</summary>
    public double[] HeldTonnes = new double[count];

    public long[] HeldSince = new long[count];

    /// <summary>What a qualified lane could carry on top of what it was given, t/d; 0 where that is rounding.</summary>
    public double Room(int lane)
    {
        if (!Qualified[lane])
        {
            return 0;
        }

        var room = Limit[lane] - Contract[lane] - Spot[lane];
        return double.IsPositiveInfinity(Limit[lane]) || room > Rounding.OrderChange * Limit[lane] ? room : 0;
    }

    public LaneState Clone()
    {
        var copy = (LaneState)MemberwiseClone();
        copy.Dispatch = [.. Dispatch];
        copy.Arriving = [.. Arriving];
        copy.Limit = [.. Limit];
        copy.Cost = [.. Cost];
        copy.Transit = [.. Transit];
        copy.Qualified = [.. Qualified];
        copy.Qualifying = [.. Qualifying];
        copy.Contract = [.. Contract];
        copy.Spot = [.. Spot];
        copy.SpotDispatch = [.. SpotDispatch];
        copy.Order = [.. Order];
        copy.LimitCause = [.. LimitCause];
        copy.Held = [.. Held];
        copy.HeldTonnes = [.. HeldTonnes];
        copy.HeldSince = [.. HeldSince];
        return copy;
    }
}
