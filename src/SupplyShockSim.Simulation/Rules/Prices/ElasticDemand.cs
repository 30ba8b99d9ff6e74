using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Prices;

/// <summary>
/// Consumers with an elasticity want baseline x index^(-elasticity), where the index is that of their country; of a consumer with several inputs, the mean of
/// their indices weighted by what they cost at reference prices. What price takes away is forgone, not short.
/// </summary>
internal sealed class ElasticDemand(RunState state)
{
    private readonly int[] _sites = [.. Enumerable.Range(0, state.Network.Sites.Pricing.Length).Where(i => state.Network.Sites.Pricing[i].Elasticity > 0)];

    /// <summary>The consumer's demand is to be looked at: with its second and the reason.</summary>
    public required Action<int, long, int> CeilingChanged { get; init; }

    /// <summary>Demand follows the indices as they stand.</summary>
    public void Follow(long now)
    {
        foreach (var site in _sites)
        {
            var share = Math.Pow(Index(site), -state.Network.Sites.Pricing[site].Elasticity);
            if (share != state.Prices.CeilingShare(site))
            {
                state.Prices.SetCeilingShare(site, share);
                CeilingChanged(site, now, state.Sites[site].Cause);
            }
        }
    }

    private double Index(int site)
    {
        var (network, book) = (state.Network, state.Prices);
        var (usd, atReference, sum) = (0.0, 0.0, 0.0);
        var (first, end) = (network.Sites.FirstStock[site], network.Sites.FirstOutput[site]);
        for (var s = first; s < end; s++)
        {
            var index = book.Index(book.Cell(network.Stocks.Commodity[s], network.Sites.Country[site]));
            var cost = network.Stocks.Coefficient[s] * network.Commodities.PriceUsdPerTonne[network.Stocks.Commodity[s]];
            (usd, atReference, sum) = (usd + (cost * index), atReference + cost, sum + index);
        }

        // Where an input has no price the inputs count alike.
        return double.IsNaN(atReference) || atReference <= 0 ? sum / (end - first) : usd / atReference;
    }
}
