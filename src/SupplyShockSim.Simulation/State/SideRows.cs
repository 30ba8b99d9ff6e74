namespace SupplyShockSim.Simulation.State;

/// <summary>What is held at the far end of a lane (controls with <c>inTransit: stop</c>).</summary>
internal struct BorderNow
{
    /// <summary>Share of what arrives that is held.</summary>
    public double Share;

    /// <summary>Tonnes held, true at <see cref="Since"/>.</summary>
    public double Tonnes;

    public long Since;
}

/// <summary>Goods that left after a transit time was shortened and wait for older ones before them.</summary>
internal struct BunchNow
{
    /// <summary>Second until which the lane's goods bunch behind older ones, or 0.</summary>
    public long Until;

    /// <summary>Tonnes that have bunched, true at <see cref="Since"/>.</summary>
    public double Tonnes;

    public long Since;
}

/// <summary>Where a site with speeds stands between two decisions; rates in t/d.</summary>
internal struct PaceNow
{
    /// <summary>Activity planned, and done, before the review of this instant.</summary>
    public double Planned;

    public double Done;

    /// <summary>Days that may be used since then.</summary>
    public double Days;

    /// <summary>Most that may be done until the next point of the review grid.</summary>
    public double Ceiling;

    /// <summary>Second of the last decision.</summary>
    public long ReviewedAt;

    /// <summary>Most that the scarcest input allows, as last decided; infinity where none is low.</summary>
    public double ThrottleTonnesPerDay;
}
