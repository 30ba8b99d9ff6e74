namespace SupplyShockSim.Analysis;

/// <summary>A way of material from an origin to a user, leg after leg, that visits no row twice.</summary>
/// <param name="Legs">The legs, the origin's first.</param>
/// <param name="FreightUsdPerTonne">Freight and handling of all legs, each for a tonne of what it carries: recipes do not weight them.</param>
/// <param name="LandedUsdPerTonne">Landed cost: the reference price of what reaches the user, and the freight; null where it has no price.</param>
/// <param name="TransitDays">Time under way over all legs, without time in stock.</param>
/// <param name="NarrowestTonnesPerDay">The least baseline flow of a leg; 0 where a leg would have to be opened.</param>
public sealed record SupplyRoute(
    IReadOnlyList<Leg> Legs, double FreightUsdPerTonne, double? LandedUsdPerTonne, double TransitDays, double NarrowestTonnesPerDay)
{
    /// <summary>Whether every leg is in use.</summary>
    public bool IsInUse => NarrowestTonnesPerDay > 0;
}
