namespace SupplyShockSim.Simulation.Recording;

/// <summary>What of a run is kept as series. The run itself is the same whatever is kept.</summary>
public enum RecordScope
{
    /// <summary>Every site, stock and lane.</summary>
    All,

    /// <summary>Activity, demand and stocks of consumers; nothing of other sites, and no lanes.</summary>
    Consumers,

    /// <summary>Demand and shortfall by country and commodity only: for networks of a hundred thousand sites and more.</summary>
    Totals,
}
