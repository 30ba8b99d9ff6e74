using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Prices;

/// <summary>
/// What a maker gets for its main product. On the market: the mean price in the countries it ships to, weighted by what it ships under contract, or, where it
/// ships nothing under contract, by what it sells on the spot; where it ships nothing, the best price among the countries that its open and qualified lanes
/// reach; where there is none, the price at home. With terms of money: at least its floor, or its strike.
/// </summary>
internal static class SellingPrice
{
    /// <summary>What the market pays, USD/t; NaN for a product without a price.</summary>
    public static double OnMarket(RunState state, int site)
    {
        var output = state.Network.Sites.FirstOutput[site];
        var (commodity, book) = (state.Network.Stocks.Commodity[output], state.Prices);
        var (contract, contractUsd, spot, spotUsd, best) = (0.0, 0.0, 0.0, 0.0, double.NaN);
        foreach (var index in state.Network.Stocks.Lanes(output))
        {
            ref var lane = ref state.Lanes[index];
            var price = book.UsdPerTonne(commodity, state.Network.Sites.Country[state.Network.Lanes.To[index]]);
            (contract, contractUsd) = (contract + lane.Contract, contractUsd + (lane.Contract * price));
            (spot, spotUsd) = (spot + lane.Spot, spotUsd + (lane.Spot * price));
            best = lane.Qualified && lane.Limit > 0 && !(price <= best) ? price : best;
        }

        return contract > 0 ? contractUsd / contract
            : spot > 0 ? spotUsd / spot
            : double.IsNaN(best) ? book.UsdPerTonne(commodity, state.Network.Sites.Country[site])
            : best;
    }

    /// <summary>What the seller gets with its terms of money, USD/t.</summary>
    public static double WithTerms(RunState state, int site)
    {
        ref readonly var terms = ref state.Prices.Terms[state.Prices.Terms.IsMade ? site : 0];
        return terms.Strike > 0 ? terms.Strike : Math.Max(terms.Floor, OnMarket(state, site));
    }
}
