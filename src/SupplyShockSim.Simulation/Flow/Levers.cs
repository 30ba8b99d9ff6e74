using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>
/// Everything that a control can move, each by its own lever. A lever folds the values of all controls, takes over the result,
/// logs what is worth telling and wakes whom it concerns.
/// </summary>
internal sealed class Levers
{
    private readonly SupplyModel _model;

    public Levers(SupplyModel model)
    {
        _model = model;
        var (sites, lanes) = (model.Network.Sites.Count, model.Network.Lanes.Count);
        LaneLimit = new Effects(lanes, double.PositiveInfinity, Math.Min);
        LaneCost = new Effects(lanes, 0, (a, b) => a + b);
        LaneHold = new Effects(lanes, 0, Math.Max);
        LaneStop = new Effects(lanes, 0, Math.Max);
        LaneTransit = new Effects(lanes, -1, Math.Max);
        LaneDelay = new Effects(lanes, 0, (a, b) => a + b);
        Capacity = new Effects(sites, 1, (a, b) => a * b);
        ExtraCover = new Effects(sites, 0, Math.Max);
    }

    private Levers(SupplyModel model, Levers from)
    {
        _model = model;
        LaneLimit = from.LaneLimit.Clone();
        LaneCost = from.LaneCost.Clone();
        LaneHold = from.LaneHold.Clone();
        LaneStop = from.LaneStop.Clone();
        LaneTransit = from.LaneTransit.Clone();
        LaneDelay = from.LaneDelay.Clone();
        Capacity = from.Capacity.Clone();
        ExtraCover = from.ExtraCover.Clone();
    }

    /// <summary>Most a lane may carry, t/d; the lowest holds.</summary>
    public Effects LaneLimit { get; }

    /// <summary>Added landed cost, USD/t; they add up.</summary>
    public Effects LaneCost { get; }

    /// <summary>Share held at the border; the highest holds.</summary>
    public Effects LaneHold { get; }

    /// <summary>Above zero where a control keeps what is held at the border from passing.</summary>
    public Effects LaneStop { get; }

    /// <summary>Transit time in seconds instead of the lane's own; the longest holds; below zero: none.</summary>
    public Effects LaneTransit { get; }

    /// <summary>Added transit time in seconds; they add up.</summary>
    public Effects LaneDelay { get; }

    /// <summary>Multiple of a site's capacity or a consumer's demand; they multiply.</summary>
    public Effects Capacity { get; }

    /// <summary>Extra days of cover that a site wants; the highest holds.</summary>
    public Effects ExtraCover { get; }

    public Levers CloneFor(SupplyModel model) => new(model, this);

    /// <summary>
    /// A lane's baseline for partial closure: its flow; where its row had none its capacity; where that is unlimited what its seller can
    /// make. A cohort that bought nothing on a lane of which others live has none, so that what is left open adds up to the row's share.
    /// </summary>
    public double ClosureBase(int lane)
    {
        var tables = _model.Network.Lanes;
        if (tables.FlowPerDay[lane] > 0 || tables.RowHasFlow[lane])
        {
            return tables.FlowPerDay[lane];
        }

        var seller = tables.FromStock[lane];
        return double.IsPositiveInfinity(tables.CapacityPerDay[lane])
            ? _model.Network.Sites.CapacityPerDay[tables.From[lane]] * _model.Network.Stocks.Coefficient[seller]
            : tables.CapacityPerDay[lane];
    }

    public void SetLaneLimit(int place, int lane, double limit, long now, int cause)
    {
        LaneLimit.Set(place, limit);
        var lanes = _model.Lanes;
        var before = lanes[lane].Limit;
        var after = Math.Min(_model.Network.Lanes.CapacityPerDay[lane], LaneLimit.Of(lane));
        if (after == before)
        {
            return;
        }

        var kind = after == 0 ? LogKind.LaneClosed : after < before ? LogKind.LaneLimited : LogKind.LaneOpened;
        var entry = _model.Log.Add(now, kind, SubjectKind.Lane, lane, cause, before: Finite(before), after: Finite(after));
        lanes[lane].Limit = after;
        lanes[lane].LimitCause = entry;
        LaneChanged(lane, now, entry);
    }

    public void SetLaneCost(int place, int lane, double usdPerTonne, long now, int cause)
    {
        LaneCost.Set(place, usdPerTonne);
        _model.Lanes[lane].Cost = _model.Network.Lanes.CostUsdPerTonne[lane] + LaneCost.Of(lane);
        _model.Market.CostChanged(_model.Network.Lanes.ToStock[lane]);
        LaneChanged(lane, now, cause);
    }

    public void SetLaneHold(int place, int lane, double share, long now, int cause)
    {
        LaneHold.Set(place, share);
        _model.Transit.Hold(lane, LaneHold.Of(lane), now, cause);
    }

    /// <summary>Keeps what is held at the border there, or, where no other control keeps it, sets it free.</summary>
    public void SetLaneStop(int place, int lane, bool stop, long now, int cause)
    {
        LaneStop.Set(place, stop ? 1 : 0);
        if (LaneStop.Of(lane) == 0)
        {
            _model.Transit.Release(lane, now, cause);
        }
    }

    /// <summary>Takes over the transit time that the controls on the lane now add up to.</summary>
    public void RefreshTransit(int lane, long now, int cause)
    {
        var given = LaneTransit.Of(lane);
        var transit = (long)((given >= 0 ? given : _model.Network.Lanes.TransitSeconds[lane]) + LaneDelay.Of(lane));
        var before = _model.Lanes[lane].Transit;
        if (transit == before)
        {
            return;
        }

        var entry = _model.Log.Add(
            now, LogKind.TransitChanged, SubjectKind.Lane, lane, cause, before: before / (double)SimDuration.SecondsPerDay, after: transit / (double)SimDuration.SecondsPerDay);
        _model.Transit.TransitChanged(lane, transit, now, entry);
        LaneChanged(lane, now, entry);
    }

    public void SetCapacity(int place, int site, double multiple, long now, int cause)
    {
        Capacity.Set(place, multiple);
        RefreshCapacity(site, now, cause);
    }

    public void SetExtraCover(int place, int site, double days, long now, int cause)
    {
        ExtraCover.Set(place, days);
        RefreshTargets(site);
        _model.Reviews.Wake(site, now, cause);
    }

    public void OpenSite(int site, long now)
    {
        var entry = _model.Log.Add(now, LogKind.SiteOpened, SubjectKind.Site, site, -1);
        RefreshCapacity(site, now, entry);
    }

    /// <summary>A buyer has accepted a supplier.</summary>
    public void Qualify(int lane, long now, int cause)
    {
        _model.Lanes[lane].Qualified = true;
        LaneChanged(lane, now, _model.Log.Add(now, LogKind.SupplierQualified, SubjectKind.Lane, lane, cause));
    }

    private static double Finite(double limit) => double.IsPositiveInfinity(limit) ? double.NaN : limit;

    private void LaneChanged(int lane, long now, int cause)
    {
        _model.Market.BuyerChanged(_model.Network.Lanes.ToStock[lane], now);
        _model.Reviews.Wake(_model.Network.Lanes.To[lane], now, cause);
    }

    private void RefreshCapacity(int site, long now, int cause)
    {
        var tables = _model.Network.Sites;
        var before = _model.Sites[site].Capacity;
        var after = tables.OpensSeconds[site] > now ? 0 : tables.CapacityPerDay[site] * Capacity.Of(site);
        if (after == before)
        {
            return;
        }

        var kind = tables.IsConsumer[site] ? LogKind.DemandChanged : LogKind.CapacityChanged;
        var entry = _model.Log.Add(now, kind, SubjectKind.Site, site, cause, before: before, after: after);
        _model.Sites[site].Capacity = after;
        if (tables.IsConsumer[site] && after > before)
        {
            // What a consumer uses more of from now on, it may run short of for this reason.
            for (var s = tables.FirstStock[site]; s < tables.FirstOutput[site]; s++)
            {
                _model.Stocks[s].Cause = entry;
            }
        }

        _model.Recorder.CapacityChanged(site, now);
        RefreshTargets(site);
        _model.Reviews.Wake(site, now, entry);

        // Idle capacity is on offer, so buyers in need look at it at once, not at their next own change.
        for (var s = tables.FirstOutput[site]; s < tables.FirstStock[site + 1]; s++)
        {
            _model.Market.SellerChanged(s, now);
        }
    }

    private void RefreshTargets(int site)
    {
        var tables = _model.Network.Sites;
        var stocks = _model.Network.Stocks;
        var activity = tables.IsConsumer[site] ? _model.Sites[site].Capacity : tables.BaselinePerDay[site];
        for (var s = tables.FirstStock[site]; s < tables.FirstOutput[site]; s++)
        {
            _model.Stocks[s].Target = (stocks.CoverDays[s] + ExtraCover.Of(site)) * stocks.Coefficient[s] * activity;
        }
    }
}
