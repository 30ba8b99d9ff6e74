namespace SupplyShockSim.Analysis;

/// <summary>The cells of time over which series are averaged when written out.</summary>
public enum SeriesGrid
{
    /// <summary>24 hours each, from the start of the run.</summary>
    Day,

    /// <summary>Seven days each, from the start of the run.</summary>
    Week,

    /// <summary>Calendar months; the first cell runs from the start to the end of its month.</summary>
    Month,
}
