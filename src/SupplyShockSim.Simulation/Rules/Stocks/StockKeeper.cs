using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Stocks;

/// <summary>
/// Stocks as straight lines: advances levels, sets net rates, and predicts when a stock runs dry (or, for a by-product, is full).
/// A predicted crossing rounds down to a second; the sliver that is left stays in the stock, so that mass stays exact.
/// </summary>
internal sealed class StockKeeper(RunState state, RunAttention attention, RunJournal journal)
{
    private const double SecondsPerDay = SimDuration.SecondsPerDay;

    /// <summary>
    /// Seconds that a crossing may lie before a full second and still count as in it. A surplus that is sold over one review period ends
    /// in the second of the next review, where rounding may not put it one second before, as something that happens between decisions.
    /// </summary>
    private const double OnTheDot = 1e-5;

    /// <summary>Brings level, position and totals forward to a second.</summary>
    public void Advance(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        if (stock.Since == StockNow.Never)
        {
            stock.Since = 0;
            journal.Moved.AddStock(index);
        }

        var seconds = now - stock.Since;
        if (seconds == 0)
        {
            return;
        }

        Must.Be(seconds > 0, "a stock that goes back in time");
        var days = seconds / SecondsPerDay;
        stock.Since = (uint)now;
        stock.Level = NotBelowZero(index, stock, stock.Level + (stock.Rate * days));
        if (stock.IsInput)
        {
            stock.Total += stock.Outflow * days;
            stock.Position += Rounding.Net(stock.Ordered, stock.Outflow) * days;
        }
        else
        {
            stock.Total += stock.Inflow * days;
            if (stock.IsByProduct)
            {
                ref var notes = ref state.StockNotes[index];
                notes.Lost += notes.Discard * days;
            }
        }
    }

    /// <summary>Takes over changed inflow or outflow: new net rate, new prediction. The stock must have been advanced.</summary>
    public void Refresh(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        Must.Be(stock.Inflow >= 0 && stock.Outflow >= 0, "a flow below zero");
        Must.Be(stock.Since == now, "a stock that was not brought forward");
        var net = Rounding.Net(stock.Inflow, stock.Outflow);
        var full = stock.IsByProduct && net > 0 && stock.Level >= stock.Target;
        if (stock.IsByProduct)
        {
            state.StockNotes[index].Discard = full ? net : 0;
        }

        stock.Rate = full ? 0 : net;
        if (net > 0 && !full)
        {
            stock.Dry = false;
        }

        Predict(index, ref stock, now);
        journal.Recorder.StockChanged(index, now);
    }

    /// <summary>The stock's limit event: it is dry, or full.</summary>
    public void OnLimit(int index, long now)
    {
        Advance(index, now);
        state.Stocks[index].LimitEvent = default;
        if (state.Stocks[index].Rate >= 0)
        {
            Refresh(index, now);
            return;
        }

        MarkDry(index, now);
    }

    /// <summary>Whether nothing is on hand, to within one second's use.</summary>
    public bool IsEmpty(int index, double usePerDay)
    {
        ref var stock = ref state.Stocks[index];
        return stock.Dry || stock.Level * SecondsPerDay < usePerDay;
    }

    private void MarkDry(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        stock.Dry = true;
        stock.Cause = journal.Log.Add(now, LogKind.StockRanDry, SubjectKind.Stock, index, stock.Cause);
        attention.Reviews.Wake(stock.Site, now, stock.Cause);
        if (!stock.IsInput)
        {
            attention.Clearings.SellerChanged(index, now);
        }

        // Until the review or the clearing of this instant lowers the outflow, the level stands still instead of falling below zero.
        stock.Rate = 0;
        journal.Recorder.StockChanged(index, now);
    }

    private void Predict(int index, ref StockNow stock, long now)
    {
        double days;
        if (stock.Rate < 0)
        {
            if (stock.Dry)
            {
                // Passing on more than comes in while nothing is on hand can only be a state within an instant, before its review or clearing.
                stock.Rate = 0;
                attention.Expected.NoLimit(ref stock);
                return;
            }

            days = stock.Level / -stock.Rate;
        }
        else if (stock.Rate > 0 && stock.IsByProduct)
        {
            days = (stock.Target - stock.Level) / stock.Rate;
        }
        else
        {
            attention.Expected.NoLimit(ref stock);
            return;
        }

        var seconds = Math.Floor((Math.Max(0, days) * SecondsPerDay) + OnTheDot);
        if (stock.Rate > 0)
        {
            seconds++; // a full stock is noticed after it is full
        }

        if (seconds > state.End - now)
        {
            attention.Expected.NoLimit(ref stock);
            return;
        }

        attention.Expected.Limit(index, ref stock, now + (long)seconds);
    }

    private static double NotBelowZero(int index, in StockNow stock, double level)
    {
        if (level >= 0)
        {
            return level;
        }

        var dust = 1e-9 * Math.Max(1e-3, stock.Inflow + stock.Outflow);
        return level >= -dust
            ? 0
            : throw new InvalidOperationException(FormattableString.Invariant($"a stock below zero: {level} t, stock {index} at second {stock.Since}"));
    }
}
