namespace SupplyShockSim.Analysis;

/// <summary>Service level: the part of the need that was met, served / demand, from 0 to 1 (fill rate, type 2).</summary>
/// <remarks>Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed. (2017), section 6.5: P2.</remarks>
public static class ServiceLevel
{
    /// <summary>1 - shortfall / demand, both in t; 1 where nothing was needed.</summary>
    public static double Of(double demand, double shortfall) => demand > 0 ? 1 - (shortfall / demand) : 1;
}
