namespace SupplyShockSim.Simulation.State;

/// <summary>What changes on a lane during a run, with what is looked up along with it: two cache lines. Rates in t/d.</summary>
internal struct LaneNow
{
    /// <summary>Leaving the seller now.</summary>
    public double Dispatch;

    /// <summary>What the market gives the lane under contract and on the spot; becomes the dispatch when the instant ends.</summary>
    public double Contract;

    public double Spot;

    /// <summary>The part of the dispatch that was bought on the spot.</summary>
    public double SpotDispatch;

    /// <summary>Most the lane may carry now: capacity and controls.</summary>
    public double Limit;

    /// <summary>The seller's output stock.</summary>
    public int FromStock;

    /// <summary>The buyer's input stock.</summary>
    public int ToStock;

    /// <summary>Transit time of what leaves now, seconds (see <see cref="Network.Quantities.LongestTimes"/>).</summary>
    public int Transit;

    /// <summary>Fronts under way, or -1.</summary>
    public int LastFront;

    public int FirstFront;

    /// <summary>The buyer accepts the supplier.</summary>
    public bool Qualified;

    /// <summary>The qualification is under way.</summary>
    public bool Qualifying;

    /// <summary>Listed for the end of this instant.</summary>
    public bool Listed;

    /// <summary>Carries spot purchases, as last logged.</summary>
    public bool Rerouted;

    /// <summary>Reaching the far end now.</summary>
    public double Arriving;

    /// <summary>What the buyer orders under contract.</summary>
    public double Order;

    /// <summary>Contract flow of the baseline.</summary>
    public double Flow;

    /// <summary>Landed cost now, price apart, USD/t.</summary>
    public double Cost;

    /// <summary>What the buyer asks for on the spot in this turn.</summary>
    public double Ask;

    /// <summary>The next lane on the list that its seller is working on, or -1.</summary>
    public int Next;

    /// <summary>The log entry behind the lane's limit.</summary>
    public int LimitCause;

    /// <summary>What it carries has changed since the start.</summary>
    public bool HasMoved;

    /// <summary>What policies send over it beside what the market gives it, t/d.</summary>
    public double Sent;

    /// <summary>What a qualified lane could carry on top of what it was given, t/d; 0 where that is rounding.</summary>
    public readonly double Room()
    {
        if (!Qualified)
        {
            return 0;
        }

        var room = Limit - Contract - Spot;
        return double.IsPositiveInfinity(Limit) || room > Rounding.OrderChange * Limit ? room : 0;
    }
}
