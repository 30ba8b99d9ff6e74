namespace SupplyShockSim.Simulation.State;

/// <summary>What changes at a site during a run, with what is looked up along with it: one cache line.</summary>
internal struct SiteNow
{
    /// <summary>Activity now, t/d; for a consumer what it uses per unit of demand.</summary>
    public double Activity;

    /// <summary>Activity it would have with all inputs at hand, t/d.</summary>
    public double Wanted;

    /// <summary>The most that the site may do now, t/d: what it could make; of a consumer, what it could use.</summary>
    public double CeilingTonnesPerDay;

    /// <summary>Activity (consumers: shortfall) as last logged.</summary>
    public double Logged;

    /// <summary>Second of the next review, or -1.</summary>
    public long ReviewAt;

    /// <summary>Its inputs are the stocks from here to <see cref="FirstOutput"/>, its outputs from there to <see cref="EndStock"/>.</summary>
    public int FirstStock;

    public int FirstOutput;

    public int EndStock;

    /// <summary>The log entry that last changed what the site decides on.</summary>
    public int Cause;

    /// <summary>The input stock that limits activity, or -1.</summary>
    public int Limiter;

    /// <summary>Its orders changed in this instant: it decides, whatever has been dispatched in it already.</summary>
    public bool Asked;

    /// <summary>Its activity is limited in how it moves (see <see cref="PaceNow"/>).</summary>
    public bool HasSpeeds;

    /// <summary>Its speeds, not its orders, set plan or activity: it goes on at the next point of the review grid.</summary>
    public bool Moving;

    /// <summary>Listed for the end of this instant.</summary>
    public bool Touched;

    /// <summary>It makes nothing: its activity is its demand.</summary>
    public readonly bool IsConsumer => FirstOutput == EndStock;
}
