using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Prices;

/// <summary>
/// Cost passed downstream: the index of a product is at least 1 + sum over its inputs of cost share x (index of the input - 1). The cost share is the tonnes
/// of the recipe times the input's reference price over the reference value of what they make (of a recipe with several products, of all of them),
/// at most 1.
/// </summary>
/// <remarks>
/// A maker buys its inputs where it stands: the index of an input is that of the maker's country. A buying country has the mean over those who supply it,
/// weighted by what their lanes carry now; while nothing is carried, by their baseline flows. Commodities without a price have no part in it.
/// </remarks>
internal sealed class CostPassed(RunState state, double cap)
{
    /// <summary>By buying country: what lanes carry, and in the baseline, t/d; each also times the cost index of the maker.</summary>
    private readonly (double Now, double NowCost, double Usual, double UsualCost)[] _sums = new (double, double, double, double)[state.Network.Countries.Count];

    /// <summary>Looks at all lanes of one commodity.</summary>
    /// <param name="buyers">The stocks of those who buy it.</param>
    public void Look(int[] buyers)
    {
        Array.Clear(_sums);
        foreach (var buyer in buyers)
        {
            ref var sum = ref _sums[state.Network.Sites.Country[state.Network.Stocks.Site[buyer]]];
            foreach (var index in state.Network.Stocks.Lanes(buyer))
            {
                ref var lane = ref state.Lanes[index];
                if (lane.Dispatch > 0 || lane.Flow > 0)
                {
                    var cost = CostIndex(state.Network.Lanes.From[index]);
                    sum = (sum.Now + lane.Dispatch, sum.NowCost + (lane.Dispatch * cost), sum.Usual + lane.Flow, sum.UsualCost + (lane.Flow * cost));
                }
            }
        }
    }

    /// <summary>The least index in a country, of the commodity last looked at; 1 or more.</summary>
    public double Least(int country)
    {
        var sum = _sums[country];
        var least = sum.Now > 0 ? sum.NowCost / sum.Now : sum.Usual > 0 ? sum.UsualCost / sum.Usual : 1;
        return Math.Clamp(least, 1, cap);
    }

    /// <summary>What the indices of its inputs make of the cost of a maker's products, over the reference.</summary>
    private double CostIndex(int site)
    {
        var (sites, stocks, prices) = (state.Network.Sites, state.Network.Stocks, state.Network.Commodities.PriceUsdPerTonne);
        var value = 0.0;
        for (var s = sites.FirstOutput[site]; s < sites.FirstStock[site + 1]; s++)
        {
            value += Known(stocks.Coefficient[s] * prices[stocks.Commodity[s]]);
        }

        var index = 1.0;
        for (var s = sites.FirstStock[site]; s < sites.FirstOutput[site] && value > 0; s++)
        {
            var share = Math.Min(1, Known(stocks.Coefficient[s] * prices[stocks.Commodity[s]]) / value);
            index += share * (state.Prices.Index(state.Prices.Cell(stocks.Commodity[s], sites.Country[site])) - 1);
        }

        return index;
    }

    private static double Known(double usd) => double.IsNaN(usd) ? 0 : usd;
}
