using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Markets.Rationing;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>The state of one run and the parts that act on it. Several may live side by side; nothing is shared but the network.</summary>
internal sealed class SupplyModel
{
    private long _worldChangedAt = -1;
    private Digest _digest;

    public SupplyModel(RunSetup setup, EventCalendar<SupplyEvent> calendar, Diligence diligence = Diligence.AsNeeded)
    {
        var network = setup.Network;
        IsThorough = diligence == Diligence.Everything;
        Network = network;
        Setup = setup;
        Calendar = calendar;
        End = setup.Horizon.Seconds;
        ReviewSeconds = setup.Market.Review.Seconds;
        AdjustmentDays = setup.Market.Adjustment.Days;
        Tolerance = setup.Market.Tolerance.Value;
        Sites = new Rows<SiteNow>(network.Sites.Count);
        Stocks = new Rows<StockNow>(network.Stocks.Count);
        StockNotes = new Rows<StockNotes>(network.Stocks.Count);
        Lanes = new Rows<LaneNow>(network.Lanes.Count);
        Moved = new Moved();
        Streams = new RandomStreams(setup.Seed, setup.Replication);
        Log = new EventLog();
        Baseline.Set(this);
        StockKeeper = new StockKeeper(this);
        Transit = new TransitKeeper(this);
        Reviews = new Reviews(this);
        Market = new Market(this, RationingCatalog.All[setup.Market.Rationing]);
        Instant = new InstantEnd(this);
        Recorder = new Recorder(this);
        Levers = new LeverBoard(this);
        Policies = new PoliciesAtWork(this, setup.Policies);
    }

    private SupplyModel(SupplyModel from, EventCalendar<SupplyEvent> calendar)
    {
        IsThorough = from.IsThorough;
        Network = from.Network;
        Setup = from.Setup;
        Calendar = calendar;
        End = from.End;
        ReviewSeconds = from.ReviewSeconds;
        AdjustmentDays = from.AdjustmentDays;
        Tolerance = from.Tolerance;
        Sites = from.Sites.Clone();
        Stocks = from.Stocks.Clone();
        StockNotes = from.StockNotes.Clone();
        Lanes = from.Lanes.Clone();
        Moved = from.Moved.Clone();
        Streams = new RandomStreams(Setup.Seed, Setup.Replication);
        Streams.Restore(from.Streams.Snapshot());
        Log = from.Log.Clone();
        StockKeeper = new StockKeeper(this);
        Transit = from.Transit.CloneFor(this);
        Reviews = from.Reviews.CloneFor(this);
        Market = from.Market.CloneFor(this);
        Instant = from.Instant.CloneFor(this);
        Recorder = from.Recorder.CloneFor(this);
        Levers = from.Levers.CloneFor(this);
        Policies = from.Policies.CloneFor(this);
        _worldChangedAt = from._worldChangedAt;
        _digest = from._digest;
    }

    /// <inheritdoc cref="Diligence.Everything"/>
    public bool IsThorough { get; }

    public SupplyNetwork Network { get; }

    public RunSetup Setup { get; }

    public EventCalendar<SupplyEvent> Calendar { get; }

    /// <summary>Second at which the run ends.</summary>
    public long End { get; }

    public long ReviewSeconds { get; }

    public double ReviewDays => ReviewSeconds / (double)SimDuration.SecondsPerDay;

    public double AdjustmentDays { get; }

    /// <inheritdoc cref="Markets.MarketSpec.Tolerance"/>
    public double Tolerance { get; }

    public Rows<SiteNow> Sites { get; }

    public Rows<StockNow> Stocks { get; }

    public Rows<StockNotes> StockNotes { get; }

    public Rows<LaneNow> Lanes { get; }

    public Moved Moved { get; }

    public RandomStreams Streams { get; }

    public EventLog Log { get; }

    public StockKeeper StockKeeper { get; }

    public TransitKeeper Transit { get; }

    public Reviews Reviews { get; }

    public Market Market { get; }

    public InstantEnd Instant { get; }

    public Recorder Recorder { get; }

    public LeverBoard Levers { get; }

    public ref Digest Digest => ref _digest;

    public PoliciesAtWork Policies { get; }

    /// <summary>A deep copy that goes its own way.</summary>
    public SupplyModel Fork(EventCalendar<SupplyEvent> calendar) => new(this, calendar);

    /// <summary>
    /// Sites decide (on wanted activity and needs) at the points of the review grid and whenever the world changes; at other instants
    /// activity only follows what lands and what runs dry.
    /// </summary>
    public bool IsDecisionInstant(long now) => now % ReviewSeconds == 0 || now == _worldChangedAt;

    /// <summary>A hint that a site's stocks are going to be read; of a site with very many, the first.</summary>
    public void FetchStocks(in SiteNow site)
    {
        const int Most = 8;
        for (var s = site.FirstStock; s < Math.Min(site.EndStock, site.FirstStock + Most); s++)
        {
            Stocks.Fetch(s);
        }
    }

    public void Handle(SimTime time, in SupplyEvent e)
    {
        var now = time.Seconds;
        if (e.Kind is EventKind.Policy or EventKind.SiteOpens or EventKind.Qualified)
        {
            _worldChangedAt = now;
        }

        switch (e.Kind)
        {
            case EventKind.Policy:
                Policies.OnTimer(e.Subject, e.Code, e.Arg, now);
                break;
            case EventKind.SiteOpens:
                Levers.OpenSite(e.Subject, now);
                break;
            case EventKind.TransitCaughtUp:
                Transit.OnCaughtUp(e.Subject, now, e.Arg);
                break;
            case EventKind.Qualified:
                Levers.Qualify(e.Subject, now, e.Arg);
                break;
            case EventKind.FrontsArrive:
                Transit.OnArrivals(now);
                break;
            case EventKind.Landed:
                Transit.OnLanded(now);
                break;
            case EventKind.StockLimit:
                StockKeeper.OnLimit(e.Subject, now);
                break;
            case EventKind.Review:
                Reviews.OnReview(now);
                break;
            case EventKind.Clear:
                Market.OnClear(now);
                break;
            case EventKind.Settle:
                Instant.OnSettle(now);
                break;
            case EventKind.Mark:
                Log.Add(now, e.Subject == 0 ? LogKind.RunStarted : LogKind.RunEnded, SubjectKind.Run, 0, -1);
                break;
            default:
                throw new InvalidOperationException("unknown event");
        }
    }
}
