using SupplyShockSim.Engine;

namespace SupplyShockSim.Network;

/// <summary>How a site answers to prices; one object for all sites that are alike.</summary>
/// <param name="MinPriceUsdPerTonne">A maker's price of its main output below which it does not run, USD/t; 0 = it runs at any price.</param>
/// <param name="PatienceSeconds">How long it goes on below that, s.</param>
/// <param name="Elasticity">A consumer's: its demand is the baseline times the price index to the power of minus this; 0 = it does not follow prices.</param>
public sealed record PriceTerms(double MinPriceUsdPerTonne, long PatienceSeconds, double Elasticity)
{
    private static readonly SimDuration DefaultPatience = SimDuration.FromDays(90);

    /// <summary>Prices do not move the site.</summary>
    public static PriceTerms None { get; } = new(0, 0, 0);

    /// <summary>Those of a site as written.</summary>
    public static PriceTerms Of(SiteSpec site) => site.MinPrice is null && site.Elasticity is null or 0
        ? None
        : new PriceTerms(site.MinPrice?.Value ?? 0, (site.Patience ?? DefaultPatience).Seconds, site.Elasticity ?? 0);
}
