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

    public bool IsConsumer;

    /// <summary>Its activity rises no faster than a ramp (see <see cref="RampNow"/>).</summary>
    public bool HasRamp;

    /// <summary>The ramp, not the orders, set the wanted activity.</summary>
    public bool Ramping;

    /// <summary>Listed for the end of this instant.</summary>
    public bool Touched;
}
