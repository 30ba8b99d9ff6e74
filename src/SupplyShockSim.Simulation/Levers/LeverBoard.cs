using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>
/// Everything that a policy can move, each by its own lever. A lever folds the values of all policies, takes over the result,
/// logs what is worth telling and wakes whom it concerns.
/// </summary>
internal sealed class LeverBoard
{
    private readonly Workshop _workshop;

    /// <summary>By lever.</summary>
    private readonly Effects[] _effects;

    private readonly RowParts _parts;
    private readonly MoneyLevers _money;

    private readonly LaneTerms _terms;

    public LeverBoard(Workshop workshop)
    {
        (_workshop, _parts, _terms, _money) = (workshop, new RowParts(workshop.Network), new LaneTerms(workshop), new MoneyLevers(workshop));
        _effects = [.. Enum.GetValues<Lever>().Select(New)];
    }

    private LeverBoard(Workshop workshop, LeverBoard from) =>
        (_workshop, _parts, _terms, _money, _effects) =
            (workshop, from._parts, new LaneTerms(workshop), new MoneyLevers(workshop), [.. from._effects.Select(e => e.Clone())]);

    public LeverBoard CloneFor(Workshop workshop) => new(workshop, this);

    /// <summary>A place for one policy's value on each subject.</summary>
    public int[] Register(Lever lever, int[] subjects) => [.. subjects.Select(_effects[(int)lever].Register)];

    /// <summary>Sets one policy's value, without effect until <see cref="TakeOver"/>.</summary>
    public void Put(Lever lever, int place, double value) => _effects[(int)lever].Set(place, value);

    /// <summary>Has one policy's value count for nothing, or count again, without effect until <see cref="TakeOver"/>.</summary>
    public void Mute(Lever lever, int place, bool isMuted) => _effects[(int)lever].Mute(place, isMuted);

    /// <summary>The run takes over what the policies on a subject now come to.</summary>
    public void TakeOver(Lever lever, int subject, long now, int cause)
    {
        _workshop.Follows(now, _workshop.ChainOf(lever, subject));
        switch (lever)
        {
            case Lever.LaneLimit:
                TakeLimit(subject, now, cause);
                break;
            case Lever.LaneCost:
                TakeCost(subject, now, cause);
                break;
            case Lever.LaneHold:
                _workshop.Transit.Hold(subject, Of(lever, subject), now, cause);
                break;
            case Lever.LaneStop when Of(lever, subject) == 0:
                _workshop.Transit.Release(subject, now, cause);
                break;
            case Lever.LaneStop:
                break;
            case Lever.LaneTransit or Lever.LaneDelay:
                TakeTransit(subject, now, cause);
                break;
            case Lever.Capacity or Lever.SiteOpen or Lever.Allowance:
                RefreshCapacity(subject, now, cause);
                break;
            case Lever.PermitPace:
                break;
            case Lever.QualificationPace or Lever.RationRank:
                _terms.Take(lever, subject, Of(lever, subject), now);
                break;
            case Lever.LaneSent:
                _terms.Send(subject, Of(lever, subject), now);
                break;
            case Lever.ExtraCover:
                RefreshTargets(subject);
                _workshop.Reviews.Wake(subject, now, cause);
                break;
            case Lever.ReferencePrice or Lever.SellerFloor or Lever.SellerStrike or Lever.SellerRelief:
                _money.TakeOver(lever, subject, Of(lever, subject), now);
                break;
            case Lever.LeastActivity:
                _money.TakeLeastActivity(subject, Of(lever, subject), now, cause);
                break;
            case Lever.Intake:
                _workshop.Prices.Terms.Make(subject).Intake = Of(lever, subject);
                RefreshCapacity(subject, now, cause);
                break;
            default:
                throw new InvalidOperationException("unknown lever");
        }
    }

    /// <summary>
    /// A lane's baseline for partial closure: its flow; where its row had none its capacity; where that is unlimited what its seller can
    /// make, of which each cohort of the buyer has its part. A cohort that bought nothing on a lane of which others live has none. So what is left
    /// open adds up to the row's share, into however many cohorts it is split.
    /// </summary>
    public double ClosureBase(int lane)
    {
        var tables = _workshop.Network.Lanes;
        if (tables.FlowPerDay[lane] > 0 || tables.RowHasFlow[lane])
        {
            return tables.FlowPerDay[lane];
        }

        var seller = tables.FromStock[lane];
        return double.IsPositiveInfinity(tables.CapacityPerDay[lane])
            ? _workshop.Network.Sites.CapacityPerDay[tables.From[lane]] * _workshop.Network.Stocks.Coefficient[seller] * _parts.Of(tables.To[lane])
            : tables.CapacityPerDay[lane];
    }

    public void OpenSite(int site, long now)
    {
        var entry = _workshop.Log.Add(now, LogKind.SiteOpened, SubjectKind.Site, site, -1);
        RefreshCapacity(site, now, entry);
    }

    /// <inheritdoc cref="LaneTerms.MoveContract"/>
    public void MoveContract(int from, int to, double perDay, long now, int cause) => _terms.MoveContract(from, to, perDay, now, cause);

    /// <summary>A buyer has accepted a supplier.</summary>
    public void Qualify(int lane, long now, int cause)
    {
        _workshop.Lanes[lane].Qualified = true;
        _terms.Changed(lane, now, _workshop.Log.Add(now, LogKind.SupplierQualified, SubjectKind.Lane, lane, cause));
    }

    private static double Finite(double limit) => double.IsPositiveInfinity(limit) ? double.NaN : limit;

    private Effects New(Lever lever)
    {
        var (sites, lanes) = (_workshop.Network.Sites.Count, _workshop.Network.Lanes.Count);
        return lever switch
        {
            Lever.LaneLimit => new Effects(lanes, double.PositiveInfinity, Fold.Lowest),
            Lever.LaneCost or Lever.LaneDelay => new Effects(lanes, 0, Fold.Sum),
            Lever.LaneHold or Lever.LaneStop => new Effects(lanes, 0, Fold.Highest),
            Lever.LaneSent => new Effects(lanes, 0, Fold.Sum),
            Lever.Allowance or Lever.Intake => new Effects(sites, 0, Fold.Sum),
            Lever.QualificationPace => new Effects(lanes, 1, Fold.Product),
            Lever.PermitPace => new Effects(sites, 1, Fold.Product),
            Lever.RationRank => new Effects(lanes, 0, Fold.Highest),
            Lever.LaneTransit => new Effects(lanes, -1, Fold.Highest),
            Lever.Capacity => new Effects(sites, 1, Fold.Product),
            Lever.ExtraCover or Lever.SiteOpen or Lever.SellerFloor or Lever.SellerStrike or Lever.LeastActivity => new Effects(sites, 0, Fold.Highest),
            Lever.SellerRelief => new Effects(sites, 0, Fold.Sum),
            Lever.ReferencePrice => new Effects(_workshop.Prices.Cells, 1, Fold.Product),
            _ => throw new InvalidOperationException("unknown lever"),
        };
    }

    /// <summary>What the policies on a subject come to.</summary>
    public double Of(Lever lever, int subject) => _effects[(int)lever].Of(subject);

    private void TakeLimit(int lane, long now, int cause)
    {
        var lanes = _workshop.Lanes;
        var before = lanes[lane].Limit;
        var after = Math.Min(_workshop.Network.Lanes.CapacityPerDay[lane], Of(Lever.LaneLimit, lane));
        if (after == before)
        {
            return;
        }

        var kind = after == 0 ? LogKind.LaneClosed : after < before ? LogKind.LaneLimited : LogKind.LaneOpened;
        var entry = _workshop.Log.Add(now, kind, SubjectKind.Lane, lane, cause, before: Finite(before), after: Finite(after));
        lanes[lane].Limit = after;
        _terms.Send(lane, Of(Lever.LaneSent, lane), now);
        lanes[lane].LimitCause = entry;
        _terms.Changed(lane, now, entry);
    }

    private void TakeCost(int lane, long now, int cause)
    {
        _workshop.Lanes[lane].Cost = _workshop.Network.Lanes.CostUsdPerTonne[lane] + Of(Lever.LaneCost, lane);
        _workshop.Market.CostChanged(_workshop.Network.Lanes.ToStock[lane]);
        _terms.Changed(lane, now, cause);
    }

    private void TakeTransit(int lane, long now, int cause)
    {
        var given = Of(Lever.LaneTransit, lane);
        var transit = (long)((given >= 0 ? given : _workshop.Network.Lanes.TransitSeconds[lane]) + Of(Lever.LaneDelay, lane));
        var before = _workshop.Lanes[lane].Transit;
        if (transit == before)
        {
            return;
        }

        const double Day = SimDuration.SecondsPerDay;
        var entry = _workshop.Log.Add(now, LogKind.TransitChanged, SubjectKind.Lane, lane, cause, before: before / Day, after: transit / Day);
        _workshop.Transit.TransitChanged(lane, transit, now, entry);
        _terms.Changed(lane, now, entry);
    }

    /// <summary>What a site can make, or a consumer wants, may have changed: a control, its opening, or a price.</summary>
    public void RefreshCapacity(int site, long now, int cause)
    {
        var tables = _workshop.Network.Sites;
        var before = _workshop.Sites[site].CeilingTonnesPerDay;
        var after = tables.OpensSeconds[site] > now && Of(Lever.SiteOpen, site) == 0
            ? Of(Lever.Allowance, site) + Of(Lever.Intake, site)
            : tables.CapacityPerDay[site] * Of(Lever.Capacity, site) * _workshop.Prices.CeilingShare(site);
        if (after == before)
        {
            return;
        }

        var kind = tables.IsConsumer[site] ? LogKind.DemandChanged : LogKind.CapacityChanged;
        var entry = _workshop.Log.Add(now, kind, SubjectKind.Site, site, cause, before: before, after: after);
        _workshop.Sites[site].CeilingTonnesPerDay = after;
        if (tables.IsConsumer[site] && after > before)
        {
            // What a consumer uses more of from now on, it may run short of for this reason.
            for (var s = tables.FirstStock[site]; s < tables.FirstOutput[site]; s++)
            {
                _workshop.Stocks[s].Cause = entry;
            }
        }

        _workshop.Recorder.CapacityChanged(site, now);
        RefreshTargets(site);
        _workshop.Reviews.Wake(site, now, entry);

        // Idle capacity is on offer, so buyers in need look at it at once, not at their next own change.
        for (var s = tables.FirstOutput[site]; s < tables.FirstStock[site + 1]; s++)
        {
            _workshop.Market.SellerChanged(s, now);
        }
    }

    private void RefreshTargets(int site)
    {
        var tables = _workshop.Network.Sites;
        var stocks = _workshop.Network.Stocks;
        var activity = tables.IsConsumer[site] ? _workshop.Sites[site].CeilingTonnesPerDay : tables.BaselinePerDay[site];
        for (var s = tables.FirstStock[site]; s < tables.FirstOutput[site]; s++)
        {
            _workshop.Stocks[s].Target = (stocks.CoverDays[s] + Of(Lever.ExtraCover, site)) * stocks.Coefficient[s] * activity;
        }
    }
}
