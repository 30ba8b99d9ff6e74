using SupplyShockSim.Engine;
using SupplyShockSim.Network;

namespace SupplyShockSim.Simulation.State;

/// <summary>
/// The state at second 0: every flow at its baseline, every stock at its target, every lane filled with what is under way.
/// A stock's target is its days of cover times the baseline use or output of its site; for a consumer, times its demand now.
/// </summary>
internal static class Baseline
{
    public static void Set(RunState state)
    {
        // Every row is set from the tables alone, so that it does not matter who sets it.
        InParts(state.Network.Lanes.Count, l => SetLane(state, l));
        InParts(state.Network.Sites.Count, i => SetSite(state, i));
        SetSpeeds(state);
    }

    private static void InParts(int count, Action<int> set)
    {
        const int Part = 16_384;
        if (count <= Part)
        {
            SetPart(0);
        }
        else
        {
            Parallel.For(0, (count + Part - 1) / Part, SetPart);
        }

        void SetPart(int part)
        {
            for (var i = part * Part; i < Math.Min(count, (part + 1) * Part); i++)
            {
                set(i);
            }
        }
    }

    private static void SetLane(RunState state, int index)
    {
        var tables = state.Network.Lanes;
        ref var lane = ref state.Lanes[index];
        lane.Dispatch = lane.Arriving = lane.Contract = lane.Order = lane.Flow = tables.FlowPerDay[index];
        lane.FromStock = tables.FromStock[index];
        lane.ToStock = tables.ToStock[index];
        lane.Limit = tables.CapacityPerDay[index];
        lane.Cost = tables.CostUsdPerTonne[index];
        lane.Transit = checked((int)tables.TransitSeconds[index]);
        lane.Qualified = tables.FlowPerDay[index] > 0 || (tables.QualificationSeconds[index] == 0 && !tables.IsOnCall[index]);
        lane.LimitCause = lane.FirstFront = lane.LastFront = lane.Next = -1;
    }

    private static void SetSite(RunState state, int index)
    {
        var tables = state.Network.Sites;
        ref var site = ref state.Sites[index];
        var activity = tables.BaselinePerDay[index];
        site.Activity = site.Wanted = activity;
        site.CeilingTonnesPerDay = tables.OpensSeconds[index] > 0 ? 0 : tables.CapacityPerDay[index];
        site.Cause = site.Limiter = -1;
        site.ReviewAt = -1;
        site.HasSpeeds = tables.Speeds[index] != Speeds.AtOnce;
        (site.FirstStock, site.FirstOutput, site.EndStock) = (tables.FirstStock[index], tables.FirstOutput[index], tables.FirstStock[index + 1]);
        site.Logged = site.IsConsumer ? 0 : activity;
        for (var s = site.FirstStock; s < site.EndStock; s++)
        {
            SetStock(state, s, activity);
        }
    }

    private static void SetStock(RunState state, int index, double activity)
    {
        var tables = state.Network.Stocks;
        ref var stock = ref state.Stocks[index];
        double flow = 0, transit = 0;
        foreach (var l in tables.Lanes(index))
        {
            ref var lane = ref state.Lanes[l];
            flow += lane.Flow;
            transit += lane.Flow * lane.Transit / SimDuration.SecondsPerDay;
        }

        ref var notes = ref state.StockNotes[index];
        stock.Site = tables.Site[index];
        stock.Commodity = checked((ushort)tables.Commodity[index]);
        stock.IsInput = tables.IsInput[index];
        stock.IsByProduct = !stock.IsInput && index != state.Network.Sites.FirstOutput[stock.Site];
        stock.Coefficient = tables.Coefficient[index];
        notes.Normal = stock.Coefficient * activity;
        stock.Since = StockNow.Never;
        stock.Scale = (float)notes.Normal;
        stock.Target = stock.Level = tables.CoverDays[index] * notes.Normal;
        stock.Dry = stock.Level <= 0;
        stock.Cause = -1;
        (stock.Inflow, stock.Outflow) = stock.IsInput ? (flow, notes.Normal) : (notes.Normal, flow);
        notes.LoggedInflow = stock.Inflow;
        if (stock.IsInput)
        {
            stock.NeedTonnesPerDay = flow;
        }
        else
        {
            stock.OrdersTonnesPerDay = flow;
        }

        stock.Ordered = stock.IsInput ? flow : 0;
        stock.Position = stock.IsInput ? stock.Level + transit : 0;
        stock.InTransit = transit;
        notes.TransitDays = notes.TransitDaysNow = flow > 0 ? (float)(transit / flow) : 0;
        var net = Rounding.Net(stock.Inflow, stock.Outflow);
        notes.Discard = stock.IsByProduct && net > 0 ? net : 0;
        stock.Rate = net - notes.Discard;
        SetMarket(state, index, ref stock);
    }

    /// <summary>In the baseline, contracts carry all that is needed and ordered.</summary>
    private static void SetMarket(RunState state, int index, ref StockNow stock)
    {
        if (stock.IsInput)
        {
            var lanes = state.Network.Stocks.Lanes(index);
            ref var buyer = ref state.Buyers[index];
            buyer.Contracted = stock.NeedTonnesPerDay;
            buyer.KeptAt = -1;
            (buyer.FirstLane, buyer.EndLane) = lanes.IsEmpty ? (0, 0) : (lanes[0], lanes[^1] + 1);
            return;
        }

        ref var seller = ref state.Sellers[index];
        seller.Orders = seller.Granted = seller.Told = stock.OrdersTonnesPerDay;
        seller.First = -1;
    }

    private static void SetSpeeds(RunState state)
    {
        var sites = state.Network.Sites;
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites.Speeds[i] == Speeds.AtOnce)
            {
                continue;
            }

            var activity = sites.BaselinePerDay[i];
            state.Paces.Make(i) = new PaceNow
            {
                Planned = activity,
                Done = activity,
                Ceiling = double.PositiveInfinity,
                ReviewedAt = -state.ReviewSeconds,
                ThrottleTonnesPerDay = double.PositiveInfinity,
            };
            if (sites.Speeds[i].LimitsRise)
            {
                state.Peaks.Add(i, sites.Count, activity);
            }
        }
    }
}
