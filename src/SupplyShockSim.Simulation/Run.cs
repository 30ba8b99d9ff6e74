using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Markets;
using SupplyShockSim.Simulation.Rules.Markets.Allocation;
using SupplyShockSim.Simulation.Rules.Markets.Contracts;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.Rules.Prices;
using SupplyShockSim.Simulation.Rules.Settling;
using SupplyShockSim.Simulation.Rules.Sites;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.Rules.Transit;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation;

/// <summary>One run put together: its state, what it looks at, what it tells, and the rules, each called in its phase. Nobody below knows it.</summary>
internal sealed class Run
{
    private readonly RunSetup _setup;
    private readonly Parts _parts;
    private readonly Workshop _workshop;
    private readonly StockKeeper _stocks;
    private readonly TransitKeeper _transit;
    private readonly Reviews _reviews;
    private readonly Market _market;
    private readonly Renewals? _renewals;
    private readonly InstantEnd _settling;
    private readonly LeverBoard _levers;
    private readonly PoliciesAtWork _policies;
    private readonly PriceLooks _prices;

    public Run(RunSetup setup, Diligence diligence)
        : this(setup, diligence, new Parts(), null, [])
    {
    }

    private Run(RunSetup setup, Diligence diligence, Parts parts, Run? from, IReadOnlyCollection<int> without)
    {
        (_setup, _parts) = (setup, parts);
        var market = setup.Market;
        var terms = new Terms(setup.Horizon.Seconds, market.Review.Seconds, market.Adjustment.Days, market.Tolerance.Value, diligence == Diligence.Everything);
        State = new RunState(setup.Network, terms, market.Term, parts);
        if (!parts.IsFork)
        {
            Baseline.Set(State);
        }

        Attention = new RunAttention(State, parts);
        Journal = new RunJournal(State, setup.Record, market.Prices is not null, parts);
        _stocks = new StockKeeper(State, Attention, Journal);
        _transit = new TransitKeeper(State, Attention, Journal, _stocks);
        _reviews = new Reviews(State, Attention, Journal, _stocks);
        var rationer = new Rationer(setup.Network, RationingCatalog.All[market.Rationing], State.Prices, State.RationRank);
        var rerouting = new Rerouting(State, Attention, _stocks, rationer, AllocationCatalog.All[market.Allocation](State, rationer));
        _market = new Market(State, Attention, new ContractBook(State, Attention, Journal, _stocks, rationer), rerouting);
        _renewals = State.Renewals is { } book ? new Renewals(State, Attention, book) : null;
        var streams = parts.Add(() => new Streams(setup.Seed, setup.Replication));
        _workshop = new Workshop(State, Attention, Journal, _transit, streams.Random, setup.Start);
        _levers = from?._levers.CloneFor(_workshop) ?? new LeverBoard(_workshop);
        _policies = from?._policies.CloneFor(_workshop, _levers, without) ?? new PoliciesAtWork(_workshop, _levers, setup.Policies);
        Attention.Landed = _policies.OnLanded;
        _prices = new PriceLooks(State, Attention, Journal, market.Prices, parts.IsFork, _levers.RefreshCapacity) { Looked = _policies.OnPrices };
        _settling = new InstantEnd(State, Attention, Journal, _stocks, _transit, _reviews)
        {
            AboutToSettle = _policies.OnSettling,
            LaneDispatched = _policies.OnDispatch,
            AllDispatched = _policies.OnDispatched,
            Cleared = _prices.OnCleared,
        };
    }

    public RunState State { get; }

    public RunAttention Attention { get; }

    public RunJournal Journal { get; }

    /// <summary>A deep copy that goes its own way, without some of the policies; between instants only.</summary>
    public Run Fork(IReadOnlyCollection<int> without) =>
        new(_setup, State.IsThorough ? Diligence.Everything : Diligence.AsNeeded, _parts.Fork(), this, without);

    /// <summary>Schedules what is known at the start, and looks at what does not stand still.</summary>
    public void Open(Scheduler<SupplyEvent> scheduler)
    {
        Attention.Clock.Scheduler = scheduler;
        Attention.Expected.RunStarts();
        Journal.Recorder.Open();
        _policies.Open();
        _prices.Open();
        var sites = State.Network.Sites;
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites.OpensSeconds[i] > 0 && sites.OpensSeconds[i] <= State.End)
            {
                Attention.Expected.SiteOpens(i, sites.OpensSeconds[i]);
            }
        }

        for (var i = 0; State.IsThorough && i < sites.Count; i++)
        {
            Attention.Reviews.Wake(i, 0, -1);
        }

        WakeUnbalanced();
        Attention.Expected.RunEnds(State.End);
    }

    /// <summary>What happens at an event, phase by phase.</summary>
    public void Handle(Scheduler<SupplyEvent> scheduler, SimTime time, in SupplyEvent e)
    {
        Attention.Clock.Scheduler = scheduler;
        var now = time.Seconds;
        if (e.Kind == EventKind.Policy && _policies.IsWithdrawn(e.Subject))
        {
            return;
        }

        if (e.Kind is EventKind.Policy or EventKind.SiteOpens or EventKind.Qualified or EventKind.Renewal)
        {
            WorldChanges(e, now);
            _renewals?.Begin(now);
        }

        switch (e.Kind)
        {
            case EventKind.Policy:
                _policies.OnTimer(e.Subject, e.Code, e.Arg, now);
                break;
            case EventKind.SiteOpens:
                _levers.OpenSite(e.Subject, now);
                break;
            case EventKind.TransitCaughtUp:
                _transit.OnCaughtUp(e.Subject, now, e.Arg);
                break;
            case EventKind.Qualified:
                _levers.Qualify(e.Subject, now, e.Arg);
                break;
            case EventKind.FrontsArrive:
                _transit.OnArrivals(now);
                break;
            case EventKind.Landed:
                _transit.OnLanded(now);
                break;
            case EventKind.StockLimit:
                _stocks.OnLimit(e.Subject, now);
                break;
            case EventKind.Review:
                _reviews.OnReview(now);
                break;
            case EventKind.Clear:
                _market.OnClear(now);
                break;
            case EventKind.Renewal:
                _renewals!.OnRenewal(now);
                break;
            case EventKind.Prices:
                _prices.OnLook(now);
                break;
            case EventKind.Settle:
                _settling.OnSettle(now);
                break;
            case EventKind.Mark:
                Journal.Log.Add(now, e.Subject == 0 ? LogKind.RunStarted : LogKind.RunEnded, SubjectKind.Run, 0, -1);
                break;
            default:
                throw new InvalidOperationException("unknown event");
        }
    }

    /// <summary>The mass accounts as the run stands at a second.</summary>
    public IReadOnlyList<MassAccount> Close(OpeningMass opening, long now)
    {
        foreach (var stock in Journal.Moved.Stocks)
        {
            _stocks.Advance(stock, now);
        }

        return opening.Close(State, Journal.Moved, now, lane => _transit.Content(lane, now));
    }

    /// <summary>What the answers came to up to a second.</summary>
    public IReadOnlyList<AnswerRecord> Accounts(long now) => _policies.Accounts(now);

    /// <inheritdoc cref="PoliciesAtWork.LifeOf"/>
    public IReadOnlyList<(SimTime From, SimTime Until)>? LifeOf(int policy) => _policies.LifeOf(policy);

    private void WorldChanges(in SupplyEvent e, long now)
    {
        var chain = State.Network.Commodities.Chain;
        switch (e.Kind)
        {
            case EventKind.Policy when _policies.ChainsOf(e.Subject) is { Length: > 0 } chains:
                foreach (var one in chains)
                {
                    Attention.WorldChanged(now, one);
                }

                break;
            case EventKind.SiteOpens:
                Attention.WorldChanged(now, chain[State.CommodityOf(e.Subject)]);
                break;
            case EventKind.Qualified:
                Attention.WorldChanged(now, chain[State.Network.Lanes.Commodity[e.Subject]]);
                break;
            default:
                Attention.WorldChanged(now);
                break;
        }
    }

    /// <summary>A network that starts out of balance (reported, on request) starts awake where its stocks move.</summary>
    private void WakeUnbalanced()
    {
        var stocks = State.Network.Stocks;
        for (var s = 0; s < stocks.Count; s++)
        {
            if (State.Stocks[s].Rate != 0)
            {
                _stocks.Advance(s, 0);
                _stocks.Refresh(s, 0);
                Attention.Reviews.Wake(stocks.Site[s], 0, 0);
                if (!stocks.IsInput[s])
                {
                    Attention.Clearings.SellerChanged(s, 0);
                }
            }
        }
    }
}
