using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Transit;

/// <summary>What lanes land in stocks.</summary>
internal sealed class Landings(RunState state, RunAttention attention, RunJournal journal, StockKeeper stocks, Border border)
{
    /// <summary>All fronts of the instant are in: stocks take over what their lanes land now.</summary>
    public void OnLanded(long now)
    {
        var landed = attention.Landings.Stocks;
        Walk.Over<StocksThatLand, Landed>(state, CollectionsMarshal.AsSpan(landed), new Landed(this, now));
        landed.Clear();
    }

    private void TakeOver(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        var atOnce = stock.Landing == Landing.AtOnce;
        state.Must(stock.Landing != Landing.None && stock.IsInput, "a landing that nobody announced");
        stock.Landing = Landing.None;
        stocks.Advance(index, now);
        var before = stock.Inflow;
        var wasDry = stock.Dry;
        if (!LaneSums.TryAdd(ref stock.Inflow, state.StockNotes[index].LandingChange, ref state.StockNotes[index].LandingAdditions, state.IsThorough))
        {
            stock.Inflow = SumLanding(index);
        }

        state.StockNotes[index].LandingChange = 0;
        stock.Dry &= !atOnce;
        NoteCause(index, ref stock, before, now);
        stocks.Refresh(index, now);
        attention.Landed?.Invoke(stock.Site, now);

        ref var buyer = ref state.Buyers[index];
        var replaces = buyer.Kept > 0 && buyer.KeptAt != now;
        if (replaces)
        {
            // It may have kept a near supplier until these goods landed.
            attention.Clearings.BuyerChanged(index, now);
        }

        // A stock with goods on hand goes on as before; only an empty one makes its site act at once. A throttle looks at what comes in, and what is
        // to be ordered hangs on what is kept.
        if (wasDry || atOnce)
        {
            attention.Reviews.Wake(stock.Site, now, stock.Cause);
        }
        else if (replaces || state.Sites[stock.Site].HasSpeeds)
        {
            attention.Settling.Touch(stock.Site, now);
        }
    }

    /// <summary>
    /// What a lane lands has changed. Its stock takes it over in an event of its own, after all fronts of the instant, so that a stock with
    /// many lanes adds them up once.
    /// </summary>
    public void Change(int index, double tonnesAtOnce, double before, long now, int cause)
    {
        ref var lane = ref state.Lanes[index];
        var after = Of(index, lane);
        journal.Moved.AddLane(index, ref lane);
        journal.Recorder.ArrivalChanged(index, now, after);
        ref var stock = ref state.Stocks[lane.ToStock];
        if (tonnesAtOnce > 0)
        {
            stocks.Advance(lane.ToStock, now);
            stock.Level += tonnesAtOnce;
        }

        ref var notes = ref state.StockNotes[lane.ToStock];
        notes.LandingChange += after - before;
        var isFirst = attention.Landings.StockLands(lane.ToStock, now);
        if (tonnesAtOnce > 0)
        {
            stock.Landing = Landing.AtOnce;
        }

        // Of several changes the one that made things worse is the one to tell of.
        if (isFirst || after < before)
        {
            (notes.LandingLane, notes.LandingCause) = (index, cause);
        }
    }

    /// <summary>What a lane lands now, t/d: what arrives, less what the border holds.</summary>
    public double Of(int index, in LaneNow lane) => lane.Arriving * (1 - border.Share(index));

    private double SumLanding(int stock)
    {
        var sum = 0.0;
        foreach (var lane in state.Network.Stocks.Lanes(stock))
        {
            sum += Of(lane, state.Lanes[lane]);
        }

        return sum;
    }

    private void NoteCause(int index, ref StockNow stock, double before, long now)
    {
        var after = stock.Inflow;
        ref var notes = ref state.StockNotes[index];
        if (journal.Log.IsNotable(after, notes.LoggedInflow, notes.Normal))
        {
            var kind = after < notes.LoggedInflow ? LogKind.ArrivalsFell : LogKind.ArrivalsRose;
            stock.Cause = journal.Log.Add(now, kind, SubjectKind.Stock, index, notes.LandingCause, notes.LandingLane, notes.LoggedInflow, after);
            notes.LoggedInflow = after;
        }
        else if (after < before)
        {
            stock.Cause = notes.LandingCause;
        }
    }

    private readonly struct Landed(Landings landings, long now) : IVisit
    {
        public void Visit(int item) => landings.TakeOver(item, now);
    }
}
