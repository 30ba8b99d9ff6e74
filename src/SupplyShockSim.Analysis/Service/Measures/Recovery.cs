namespace SupplyShockSim.Analysis;

/// <summary>How a need came out of the run.</summary>
public enum Recovery
{
    /// <summary>No control came into force, so there is nothing to recover from.</summary>
    NoControl,

    /// <summary>There was no shortfall after the first control.</summary>
    NeverShort,

    /// <summary>Shortfall ended within the horizon and did not come back.</summary>
    Recovered,

    /// <summary>Still short at the end of the horizon: the time to recover is longer than the run.</summary>
    NotRecovered,
}
