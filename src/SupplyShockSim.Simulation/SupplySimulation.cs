using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation;

/// <summary>
/// A run that is under way: can be stepped, forked (two futures from one state) and finished. The engine's trace hash is its
/// fingerprint.
/// </summary>
public sealed class SupplySimulation
{
    private readonly RunSetup _setup;
    private readonly SupplyModel _model;
    private readonly Simulation<SupplyEvent, Handler> _engine;
    private readonly OpeningMass _opening;

    public SupplySimulation(RunSetup setup)
        : this(setup, Diligence.AsNeeded)
    {
    }

    /// <summary>The same, or the slow reference.</summary>
    internal SupplySimulation(RunSetup setup, Diligence diligence)
    {
        _setup = setup;
        var calendar = new EventCalendar<SupplyEvent>();
        _model = new SupplyModel(setup, calendar, diligence);
        _engine = new Simulation<SupplyEvent, Handler>(calendar, new Handler(_model)) { MaxEventsPerInstant = EventsPerInstant(setup) };
        _opening = OpeningMass.Of(_model);
        Open();
    }

    private SupplySimulation(SupplySimulation from, RunSetup setup)
    {
        _setup = setup;
        _opening = from._opening;
        var calendar = new EventCalendar<SupplyEvent>();
        _model = from._model.Fork(calendar);
        _engine = new Simulation<SupplyEvent, Handler>(calendar, new Handler(_model)) { MaxEventsPerInstant = EventsPerInstant(setup) };
        _engine.Restore(from._engine.Snapshot());
    }

    /// <summary>The state, for tests.</summary>
    internal SupplyModel Model => _model;

    public SimTime Now => _engine.Now;

    /// <summary>The end of the horizon.</summary>
    public SimTime End => SimTime.Zero + _setup.Horizon;

    public long Events => _engine.EventCount;

    /// <summary>Fingerprint of the run so far: of its events, and of what happened in each.</summary>
    public ulong TraceHash => (_engine.TraceHash * 31) ^ _model.Digest.Value;

    /// <summary>Runs all events up to and at an instant.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void RunUntil(SimTime time, CancellationToken cancellation = default) => _engine.RunUntil(time, cancellation);

    /// <summary>A copy of the state that goes its own way from here; the original is untouched. Between instants only.</summary>
    public SupplySimulation Fork() => new(this, _setup);

    /// <summary>Runs to the end and hands over what was recorded.</summary>
    /// <param name="cancellation">Ends the run early with <see cref="OperationCanceledException"/>.</param>
    /// <param name="progress">Told the simulated time now and then; never changes the run.</param>
    public RunRecord Run(CancellationToken cancellation = default, IProgress<SimTime>? progress = null)
    {
        const int Parts = 100;
        for (var i = 1; i <= Parts; i++)
        {
            RunUntil(SimTime.FromSeconds(Math.Max(Now.Seconds, (long)(_setup.Horizon.Seconds * (i / (double)Parts)))), cancellation);
            progress?.Report(Now);
        }

        return Finish();
    }

    /// <summary>Runs to the end of the horizon and hands over what was recorded.</summary>
    /// <exception cref="InvalidOperationException">An invariant of the model does not hold: our fault, never the scenario's.</exception>
    public RunRecord Finish()
    {
        var end = End;
        RunUntil(end);
        var mass = _opening.Close(_model, end.Seconds);
        Invariants.Check(_model, mass);
        return new RunRecord
        {
            Network = _setup.Network,
            Start = _setup.Start,
            End = end,
            Events = _engine.EventCount,
            TraceHash = TraceHash,
            Reach = new RunReach(_model.Moved.Stocks.Count, _model.Moved.Lanes.Count),
            Mass = mass,
            Controls = [.. _setup.Told.Select(c => c with { InForce = Clip(c.InForce, end) })],
            Log = _model.Log.Entries,
            Recorded = _setup.Record,
            Activity = _model.Recorder.Activity,
            Demand = _model.Recorder.Demand,
            Capacity = _model.Recorder.Capacity,
            Stock = _model.Recorder.Stock,
            Dispatch = _model.Recorder.Dispatch,
            Arrivals = _model.Recorder.Arrivals,
            Totals = _model.Recorder.Totals,
        };
    }

    /// <summary>Checks every invariant as the run stands: all stocks, sites, lanes and mass accounts.</summary>
    internal void Check() => Invariants.CheckAll(_model, _opening.Close(_model, Now.Seconds));

    /// <summary>Far above what an instant of a run that settles needs: every site, stock and lane a few times per round of each market.</summary>
    private static long EventsPerInstant(RunSetup setup)
    {
        var network = setup.Network;
        return 10_000 + (100L * (network.Sites.Count + network.Stocks.Count + network.Lanes.Count) * (1 + network.Commodities.Count));
    }

    private static (SimTime From, SimTime Until)[] Clip(IReadOnlyList<(SimTime From, SimTime Until)> windows, SimTime end) =>
        [.. windows.Where(w => w.From < end).Select(w => (w.From, w.Until < end ? w.Until : end))];

    private void Open()
    {
        var calendar = _model.Calendar;
        calendar.Schedule(SimTime.Zero, Phases.World, new SupplyEvent(EventKind.Mark, 0));
        _model.Recorder.Open();
        _model.Policies.Open();
        var sites = _setup.Network.Sites;
        for (var i = 0; i < sites.Count; i++)
        {
            if (sites.OpensSeconds[i] > 0 && sites.OpensSeconds[i] <= _model.End)
            {
                calendar.Schedule(SimTime.FromSeconds(sites.OpensSeconds[i]), Phases.World, new SupplyEvent(EventKind.SiteOpens, i));
            }
        }

        for (var i = 0; _model.IsThorough && i < sites.Count; i++)
        {
            _model.Reviews.Wake(i, 0, -1);
        }

        WakeUnbalanced();
        calendar.Schedule(SimTime.FromSeconds(_model.End), Phases.Settle, new SupplyEvent(EventKind.Mark, 1));
    }

    /// <summary>A network that starts out of balance (reported, on request) starts awake where its stocks move.</summary>
    private void WakeUnbalanced()
    {
        for (var s = 0; s < _setup.Network.Stocks.Count; s++)
        {
            if (_model.Stocks[s].Rate != 0)
            {
                _model.StockKeeper.Advance(s, 0);
                _model.StockKeeper.Refresh(s, 0);
                _model.Reviews.Wake(_setup.Network.Stocks.Site[s], 0, 0);
                if (!_setup.Network.Stocks.IsInput[s])
                {
                    _model.Market.SellerChanged(s, 0);
                }
            }
        }
    }

    private readonly struct Handler(SupplyModel model) : IEventHandler<SupplyEvent>
    {
        public void Handle(SimTime now, Phase phase, in SupplyEvent e) => model.Handle(now, in e);
    }
}
