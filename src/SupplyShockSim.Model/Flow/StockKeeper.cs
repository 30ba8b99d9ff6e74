using SupplyShockSim.Engine;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Flow;

/// <summary>
/// Stocks as straight lines: advances levels, sets net rates, and predicts when a stock runs dry (or, for a by-product, is full).
/// A predicted crossing rounds down to a second; the sliver that is left stays in the stock, so that mass stays exact.
/// </summary>
internal sealed class StockKeeper(SupplyModel model)
{
    private const double SecondsPerDay = SimDuration.SecondsPerDay;

    /// <summary>Brings level, position and totals forward to a second.</summary>
    public void Advance(int stock, long now)
    {
        var state = model.Stocks;
        var seconds = now - state.Since[stock];
        if (seconds == 0)
        {
            return;
        }

        var days = seconds / SecondsPerDay;
        state.Since[stock] = now;
        state.Level[stock] = NotBelowZero(stock, state.Level[stock] + (state.Rate[stock] * days));
        if (model.Network.Stocks.IsInput[stock])
        {
            state.Total[stock] += state.Outflow[stock] * days;
            state.Position[stock] += Rounding.Net(state.Ordered[stock], state.Outflow[stock]) * days;
        }
        else
        {
            state.Total[stock] += state.Inflow[stock] * days;
            state.Lost[stock] += state.Discard[stock] * days;
        }
    }

    /// <summary>Takes over changed inflow or outflow: new net rate, new prediction. The stock must have been advanced.</summary>
    public void Refresh(int stock, long now)
    {
        var state = model.Stocks;
        var net = Rounding.Net(state.Inflow[stock], state.Outflow[stock]);
        var full = IsByProduct(stock) && net > 0 && state.Level[stock] >= state.Target[stock];
        state.Discard[stock] = full ? net : 0;
        state.Rate[stock] = full ? 0 : net;
        if (net > 0 && !full)
        {
            state.Dry[stock] = false;
        }

        Predict(stock, now);
        model.Recorder.StockChanged(stock, now);
    }

    /// <summary>The stock's limit event: it is dry, or full.</summary>
    public void OnLimit(int stock, long now)
    {
        var state = model.Stocks;
        Advance(stock, now);
        if (state.Rate[stock] >= 0)
        {
            Refresh(stock, now);
            return;
        }

        MarkDry(stock, now);
    }

    /// <summary>Whether nothing is on hand, to within one second's use.</summary>
    public bool IsEmpty(int stock, double usePerDay) =>
        model.Stocks.Dry[stock] || model.Stocks.Level[stock] * SecondsPerDay < usePerDay;

    /// <summary>A by-product: made along with the site's main product, discarded when its stock is full.</summary>
    public bool IsByProduct(int stock)
    {
        var site = model.Network.Stocks.Site[stock];
        return !model.Network.Stocks.IsInput[stock] && stock != model.Network.Sites.FirstOutput[site];
    }

    private void MarkDry(int stock, long now)
    {
        var state = model.Stocks;
        state.Dry[stock] = true;
        state.Cause[stock] = model.Log.Add(now, LogKind.StockRanDry, SubjectKind.Stock, stock, state.Cause[stock]);
        var site = model.Network.Stocks.Site[stock];
        model.Reviews.Wake(site, now, state.Cause[stock]);
        if (!model.Network.Stocks.IsInput[stock])
        {
            model.Market.SellerChanged(stock, now);
        }

        // Until the review or the clearing of this instant lowers the outflow, the level stands still instead of falling below zero.
        state.Rate[stock] = 0;
        model.Recorder.StockChanged(stock, now);
    }

    private void Predict(int stock, long now)
    {
        var state = model.Stocks;
        double days;
        if (state.Rate[stock] < 0)
        {
            if (state.Dry[stock])
            {
                // Passing on more than comes in while nothing is on hand can only be a state within an instant, before its review or clearing.
                state.Rate[stock] = 0;
                model.Calendar.Cancel(state.LimitEvent[stock]);
                return;
            }

            days = state.Level[stock] / -state.Rate[stock];
        }
        else if (state.Rate[stock] > 0 && IsByProduct(stock))
        {
            days = (state.Target[stock] - state.Level[stock]) / state.Rate[stock];
        }
        else
        {
            model.Calendar.Cancel(state.LimitEvent[stock]);
            return;
        }

        var seconds = Math.Floor(Math.Max(0, days) * SecondsPerDay);
        if (state.Rate[stock] > 0)
        {
            seconds++; // a full stock is noticed after it is full
        }

        if (seconds > model.End - now)
        {
            model.Calendar.Cancel(state.LimitEvent[stock]);
            return;
        }

        var at = SimTime.FromSeconds(now + (long)seconds);
        if (!model.Calendar.Reschedule(state.LimitEvent[stock], at, Phases.Stocks))
        {
            state.LimitEvent[stock] = model.Calendar.Schedule(at, Phases.Stocks, new SupplyEvent(EventKind.StockLimit, stock));
        }
    }

    private double NotBelowZero(int stock, double level)
    {
        if (level >= 0)
        {
            return level;
        }

        var dust = 1e-9 * Math.Max(1e-3, model.Stocks.Inflow[stock] + model.Stocks.Outflow[stock]);
        return level >= -dust
            ? 0
            : throw new InvalidOperationException(FormattableString.Invariant($"a stock below zero: {level} t, stock {stock} at second {model.Stocks.Since[stock]}"));
    }
}
