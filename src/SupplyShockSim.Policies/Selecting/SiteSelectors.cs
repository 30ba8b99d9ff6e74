using SupplyShockSim.Network;

namespace SupplyShockSim.Policies.Selecting;

/// <summary>Sites that several kinds of policy select alike.</summary>
public static class SiteSelectors
{
    /// <summary>The sites in some places that use one of some commodities, rising; no stockpiles.</summary>
    /// <param name="selectors">Those of the policy.</param>
    /// <param name="key">The key that names the places.</param>
    /// <param name="places">The places; an empty list selects all.</param>
    /// <param name="ofKey">The key that names the commodities.</param>
    /// <param name="of">The commodities.</param>
    /// <param name="endUse">The end uses of consumers, of the key <c>endUse</c>; an empty list selects all, and those who are no consumers.</param>
    public static int[] Users(
        this Selectors selectors, string key, IReadOnlyList<string> places, string ofKey, IReadOnlyList<string> of,
        IReadOnlyList<string> endUse) => selectors.Sites(
        i => selectors.Network.Sites.Kind[i] != SiteKind.Stockpile,
        selectors.Places(key, places, (place, site) => place.Has(site)),
        selectors.Commodities(ofKey, of, (commodity, site) => selectors.Network.InputOf(site, commodity) >= 0),
        selectors.EndUses("endUse", endUse, site => site));

    /// <summary>The site that the policy has added to the network under its own name; none where it could not.</summary>
    public static int[] Own(this Selectors selectors) => selectors.Network.SiteCalled(selectors.Name) is var site and >= 0 ? [site] : [];
}
