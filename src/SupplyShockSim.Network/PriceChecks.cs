using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>What must hold of how a site answers to prices (see <see cref="PriceTerms"/>).</summary>
internal static class PriceChecks
{
    public static void Check(SiteSpec site, NetworkSpec spec, NetworkNames names, string where, NetworkFindings found)
    {
        var isConsumer = site.Kind == SiteKind.Consumer;
        if (isConsumer && (site.MinPrice is not null || site.Patience is not null))
        {
            Add("minPrice", $"'{site.Id}' is a consumer, yet has a `minPrice` or `patience`", "give a consumer an `elasticity`");
        }

        if (!isConsumer && site.Elasticity is not null)
        {
            Add("elasticity", $"'{site.Id}' is no consumer, yet has an `elasticity`", "give a maker a `minPrice`");
        }

        if (site.Elasticity is { } elasticity && !(elasticity >= 0 && double.IsFinite(elasticity)))
        {
            Add("elasticity", "an elasticity below zero", "write by how much demand falls: 0.2 for a fifth of a per cent when the price rises by one");
        }

        if (site.Patience?.Seconds < 0)
        {
            Add("patience", "a `patience` below zero", "write 0 d or more");
        }

        if (!isConsumer && site.MinPrice is not null && MainOutput(site, names) is { } main && spec.Commodities.All(c => c.Id != main || c.Price is null))
        {
            Add("minPrice", $"'{site.Id}' has a `minPrice`, but what it makes, '{main}', has no price", "give the commodity a `price`");
        }

        void Add(string key, string message, string hint) => found.Add($"{where}.{key}", NetworkCodes.PriceTerms, message, hint);
    }

    private static string? MainOutput(SiteSpec site, NetworkNames names) => names.Outputs(site).Keys.FirstOrDefault();
}
