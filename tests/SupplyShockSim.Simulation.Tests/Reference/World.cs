using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>All state of a run of the reference, set up as at the start: baseline flows, stocks at their targets, lanes filled.</summary>
internal sealed class World
{
    public World(PreparedRun prepared, Extras extras)
    {
        (Prepared, Extras) = (prepared, extras);
        Network = prepared.Network;
        End = prepared.Spec.Horizon.Seconds;
        Review = prepared.Spec.Market.Review.Seconds;
        AddSites();
        AddLanes();
        foreach (var site in Sites)
        {
            Open(site);
        }

        Shocks = [.. MakeShocks()];
        Waiting = new bool[Network.Commodities.Count];
        Rounds = new int[Network.Commodities.Count];
    }

    public PreparedRun Prepared { get; }

    public Extras Extras { get; }

    public SupplyNetwork Network { get; }

    public List<Site> Sites { get; } = [];

    public List<Stock> Stocks { get; } = [];

    public List<Lane> Lanes { get; } = [];

    public List<Shock> Shocks { get; }

    public long Now { get; set; }

    public long End { get; }

    /// <summary>Review period, s.</summary>
    public long Review { get; }

    public bool IsOnGrid => Now % Review == 0;

    public double ReviewDays => Review / (double)SimDuration.SecondsPerDay;

    public double AdjustmentDays => Prepared.Spec.Market.Adjustment.Days;

    public double Tolerance => Prepared.Spec.Market.Tolerance.Value;

    /// <summary>Sites decide: a point of the review grid, or the world has changed.</summary>
    public bool Decides { get; set; }

    /// <summary>Lanes took new rates in this instant already: decisions stand.</summary>
    public bool HasDispatched { get; set; }

    /// <summary>By commodity: something to clear, and how often it has cleared in this instant.</summary>
    public bool[] Waiting { get; }

    public int[] Rounds { get; }

    /// <summary>Something came up in this instant that a market looks at.</summary>
    public bool MarketIsCalled { get; set; }

    public bool Has(Rules rule) => Extras.Has(rule);

    public IEnumerable<Stock> Buyers(int commodity) => Stocks.Where(s => s.IsInput && s.Commodity == commodity);

    public IEnumerable<Stock> Sellers(int commodity) => Stocks.Where(s => !s.IsInput && s.Commodity == commodity);

    public void Call(int commodity)
    {
        Waiting[commodity] = true;
        MarketIsCalled = true;
    }

    /// <summary>What a seller makes or has is another: markets look at it, also between decisions.</summary>
    public void SellerChanged(Stock stock)
    {
        stock.HasChanged = true;
        Call(stock.Commodity);
    }

    /// <summary>Sets a site's activity and what follows from it.</summary>
    public void SetActivity(Site site, double activity)
    {
        if (activity == site.Activity)
        {
            return;
        }

        site.Activity = activity;
        site.History.Add((Now, activity));
        foreach (var stock in site.Stocks)
        {
            if (stock.IsInput)
            {
                stock.Outflow = stock.Coefficient * activity;
            }
            else
            {
                stock.Inflow = stock.Coefficient * activity;
                SellerChanged(stock);
            }

            stock.Refresh();
        }
    }

    /// <summary>
    /// What a lane carries of which a share is closed is a share of this: its flow; of a spare lane its capacity, or what its seller can
    /// make. A cohort that bought nothing on a lane of which others live has none.
    /// </summary>
    public double ClosureBase(Lane lane)
    {
        var tables = Network.Lanes;
        if (tables.FlowPerDay[lane.Index] > 0 || tables.RowHasFlow[lane.Index])
        {
            return tables.FlowPerDay[lane.Index];
        }

        var capacity = tables.CapacityPerDay[lane.Index];
        if (!double.IsPositiveInfinity(capacity))
        {
            return capacity; // already a part of the row's, by weight
        }

        var row = Sites.Where(s => s.Row == lane.To.Site.Row).ToList();
        var weight = !Has(Rules.CloseByRow) ? 1
            : row.Sum(s => s.NominalCapacity) is var all && all > 0 ? lane.To.Site.NominalCapacity / all : 1.0 / row.Count;
        return weight * lane.From.Site.NominalCapacity * lane.From.Coefficient;
    }

    private void AddSites()
    {
        var (sites, stocks) = (Network.Sites, Network.Stocks);
        for (var i = 0; i < sites.Count; i++)
        {
            var row = Network.Rows.Id[sites.Row[i]];
            var site = new Site
            {
                Index = i,
                Row = row,
                IsConsumer = sites.IsConsumer[i],
                RampPerDay = sites.Speeds[i].RampPerDay,
                NominalCapacity = sites.CapacityPerDay[i],
                Baseline = sites.BaselinePerDay[i],
                Speeds = Speeds.Of(sites.Speeds[i]),
            };
            Sites.Add(site);
            for (var s = sites.FirstStock[i]; s < sites.FirstStock[i + 1]; s++)
            {
                var stock = new Stock
                {
                    Index = s,
                    Site = site,
                    Commodity = stocks.Commodity[s],
                    IsInput = stocks.IsInput[s],
                    Coefficient = stocks.Coefficient[s],
                    CoverDays = stocks.CoverDays[s],
                };
                Stocks.Add(stock);
                (stock.IsInput ? site.Inputs : site.Outputs).Add(stock);
                stock.IsByProduct = !stock.IsInput && site.Outputs.Count > 1;
            }
        }
    }

    private void AddLanes()
    {
        var tables = Network.Lanes;
        for (var l = 0; l < tables.Count; l++)
        {
            var lane = new Lane
            {
                Index = l,
                From = Stocks[tables.FromStock[l]],
                To = Stocks[tables.ToStock[l]],
                Flow = tables.FlowPerDay[l],
                Limit = tables.CapacityPerDay[l],
                Cost = tables.CostUsdPerTonne[l],
                Transit = tables.TransitSeconds[l],
                Qualified = tables.FlowPerDay[l] > 0 || tables.QualificationSeconds[l] == 0,
            };
            lane.Fill();
            Lanes.Add(lane);
            lane.From.Lanes.Add(lane);
            lane.To.Lanes.Add(lane);
        }
    }

    private void Open(Site site)
    {
        (site.Activity, site.Wanted) = (site.Baseline, site.Baseline);
        site.Capacity = Network.Sites.OpensSeconds[site.Index] > 0 ? 0 : site.NominalCapacity;
        site.DecidedAt = -Review;
        site.History.Add((0, site.Baseline));
        foreach (var stock in site.Stocks)
        {
            var flow = stock.Lanes.Sum(l => l.Flow);
            stock.Normal = stock.Coefficient * site.Baseline;
            stock.Level = stock.Target = stock.CoverDays * stock.Normal;
            stock.Dry = stock.Level <= 0;
            (stock.Inflow, stock.Outflow) = stock.IsInput ? (flow, stock.Normal) : (stock.Normal, flow);
            stock.Demand = stock.Orders = stock.Granted = stock.Told = flow;
            stock.LastTransitDays = flow > 0 ? stock.Lanes.Sum(l => l.Flow * l.Transit) / flow / SimDuration.SecondsPerDay : 0;
            stock.Refresh();
        }
    }

    private IEnumerable<Shock> MakeShocks()
    {
        var start = Prepared.Spec.Start;
        foreach (var control in Prepared.Controls)
        {
            yield return control.Spec switch
            {
                ExportBan { InTransit: InTransit.Pass } => new BanShock(control, ClosureBase),
                ExportQuota => new QuotaShock(control, start, Lanes),
                Outage => new OutageShock(control),
                MultiplierSpec => new MultipleShock(control, start),
                Tariff => new TariffShock(control, Network.Commodities.PriceUsdPerTonne),
                TransitChange => new TransitShock(control),
                _ => throw new NotSupportedException($"the reference does not know {control.Spec.Type} with these keys"),
            };
        }

        foreach (var scare in Prepared.Controls)
        {
            if (Prepared.Spec.Market.Caution is { } caution && scare.Spec is LaneControlSpec and not Tariff && scare.InForce.Count > 0)
            {
                yield return new ScareShock(scare, caution, [.. scare.Subjects.Select(l => Network.Lanes.To[l])]);
            }
        }
    }
}
