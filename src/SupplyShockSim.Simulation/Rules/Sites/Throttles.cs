using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Sites;

/// <summary>
/// A site with a throttle slows while an input stock S is below f, a share of its target: activity is the wanted one times S/f for the scarcest
/// input (model: section 4.2; S. Hallegatte, "Modeling the role of inventories and heterogeneity in the assessment of the economic costs of natural
/// disasters", Risk Analysis 34, 2014, eq. 8 ff.).
/// </summary>
/// <remarks>
/// A decision holds until the next one. So that small stocks do not swing, it is the mean of that rule over one review period R: while the inflow i and
/// the use w at full rate stand, S tends to f i/w with the time constant f/w, and what is used is i less what S gains. A bound that is off by less
/// than the deadband of plans stands, so that a site comes to rest.
/// </remarks>
internal sealed class Throttles(RunState state)
{
    /// <summary>The most that the inputs let a site do, as decided now, t/d; infinity where none is low.</summary>
    /// <param name="index">The site.</param>
    /// <param name="most">What it would do with all inputs at hand, t/d.</param>
    /// <param name="now">This second.</param>
    /// <param name="scarcest">The input that is lowest, or -1.</param>
    public double Decide(int index, double most, long now, out int scarcest)
    {
        var fresh = Fresh(index, most, now, out scarcest);
        ref var bound = ref state.Paces.Make(index).ThrottleTonnesPerDay;
        if (Math.Abs(Math.Min(fresh, most) - Math.Min(bound, most)) > Reviews.Deadband * most)
        {
            bound = fresh;
        }

        return bound;
    }

    /// <summary>Days until it would be decided otherwise, if nothing happens until then; infinity for never.</summary>
    public double DaysToChange(int index, double most, long now)
    {
        if (state.Network.Sites.Speeds[index].Throttle == 0)
        {
            return double.PositiveInfinity;
        }

        var (bound, slack) = (Math.Min(state.Paces[index].ThrottleTonnesPerDay, most), Reviews.Deadband * most);
        if (Math.Abs(Math.Min(Fresh(index, most, now, out _), most) - bound) > slack)
        {
            return 0;
        }

        var days = double.PositiveInfinity;
        ref var site = ref state.Sites[index];
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            ref var stock = ref state.Stocks[k];
            var (full, level) = (FullTonnes(index, k), LevelAt(stock, now));
            if (full <= 0 || most <= 0 || stock.Rate == 0 || (level >= full && stock.Rate > 0))
            {
                continue;
            }

            // To the level at which the rule begins or ends to hold, or to that at which it gives another bound.
            days = Math.Min(days, stock.Rate < 0 && level < full ? double.PositiveInfinity : (full - level) / stock.Rate);
            if (level < full)
            {
                var allowed = At(stock, full, most, level, out var perTonne);
                var at = stock.Rate < 0 ? bound - slack : bound + slack;
                var isFar = allowed > bound + slack && stock.Rate > 0;
                days = Math.Min(days, isFar ? double.PositiveInfinity : Math.Max(0, (at - allowed) / (perTonne * stock.Rate)));
            }
        }

        return days;
    }

    private double Fresh(int index, double most, long now, out int scarcest)
    {
        (var least, scarcest) = (double.PositiveInfinity, -1);
        ref var site = ref state.Sites[index];
        for (var k = site.FirstStock; k < site.FirstOutput; k++)
        {
            ref var stock = ref state.Stocks[k];
            var (full, level) = (FullTonnes(index, k), LevelAt(stock, now));
            if (level < full && most > 0 && At(stock, full, most, level, out _) is var allowed && allowed < least)
            {
                (least, scarcest) = (allowed, k);
            }
        }

        return least;
    }

    /// <summary>What an input lets its site do, t/d, and how much more for each tonne more of it.</summary>
    private double At(in StockNow stock, double full, double most, double level, out double perTonne)
    {
        var use = most * stock.Coefficient;
        var settles = stock.Inflow / use * full;
        perTonne = (1 - Math.Exp(-use / full * state.ReviewDays)) / state.ReviewDays / stock.Coefficient;
        return Math.Max(0, (stock.Inflow / stock.Coefficient) + ((level - settles) * perTonne));
    }

    /// <summary>Tonnes of an input below which its site slows.</summary>
    private double FullTonnes(int index, int stock) => state.Network.Sites.Speeds[index].Throttle * state.Stocks[stock].Target;

    private static double LevelAt(in StockNow stock, long now) => stock.Level + (stock.Rate * stock.DaysSince(now));
}
