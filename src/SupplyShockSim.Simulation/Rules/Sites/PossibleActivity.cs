using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>What a site can do of what it wants (model: section 4.2): its speeds, its throttle and empty inputs limit it.</summary>
internal sealed class PossibleActivity(RunState state, RunAttention attention, StockKeeper stocks, Paces paces, Throttles throttles)
{
    /// <summary>Activity with the inputs at hand. An empty input is dry, unless more of it lands than the activity uses: that piles up from now on.</summary>
    public double Of(int index, ref SiteNow site, long now)
    {
        site.Limiter = -1;
        var unlimited = site.HasSpeeds ? Limited(index, ref site, now) : site.Wanted;
        var (possible, empty) = (unlimited, false);
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            ref var stock = ref state.Stocks[k];
            if (!stocks.IsEmpty(k, stock.Coefficient * unlimited))
            {
                continue;
            }

            empty = true;
            var allowed = stock.Inflow / stock.Coefficient;
            if (allowed < possible * (1 - Rounding.Relative))
            {
                possible = allowed;
                site.Limiter = k;
            }
        }

        for (var k = site.FirstStock; k < site.FirstOutput && empty; k++)
        {
            ref var stock = ref state.Stocks[k];
            if (stocks.IsEmpty(k, stock.Coefficient * unlimited))
            {
                stock.Dry = Rounding.Net(stock.Inflow, stock.Coefficient * possible) <= 0;
            }
        }

        return possible;
    }

    /// <summary>Wanted activity, no more than speeds let it be, and less where an input runs low.</summary>
    private double Limited(int index, ref SiteNow site, long now)
    {
        var ceiling = paces.Ceiling(index, now);
        site.Moving |= ceiling < site.Wanted;
        var possible = Math.Min(site.Wanted, ceiling);
        if (state.Network.Sites.Speeds[index].Throttle == 0)
        {
            return possible;
        }

        var scarcest = -1;
        var bound = attention.IsDecisionInstantOf(index, now)
            ? throttles.Decide(index, possible, now, out scarcest)
            : state.Paces[index].ThrottleTonnesPerDay;
        if (bound >= possible)
        {
            return possible;
        }

        site.Limiter = scarcest;
        return bound;
    }
}
