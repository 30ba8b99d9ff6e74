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

/// <summary>How far a site with a ramp has come.</summary>
internal struct RampNow
{
    /// <summary>Wanted activity before the present review, t/d.</summary>
    public double From;

    /// <summary>Days that the present review may use.</summary>
    public double Days;

    /// <summary>Second of the last review.</summary>
    public long ReviewedAt;
}
