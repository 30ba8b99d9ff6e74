using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation;

/// <summary>
/// A run that is under way: can be stepped, forked (two futures from one state) and finished. The engine's trace hash is its
/// fingerprint.
/// </summary>
public sealed class SupplySimulation
{
    private readonly RunSetup _setup;
    private readonly Run _model;
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
        _model = new Run(setup, diligence);
        _engine = new Simulation<SupplyEvent, Handler>(new Handler(_model)) { MaxEventsPerInstant = EventsPerInstant(setup) };
        _opening = OpeningMass.Of(_model.State);
        _model.Open(_engine.Scheduler);
    }

    private SupplySimulation(SupplySimulation from, RunSetup setup, IReadOnlyCollection<int> without)
    {
        _setup = setup;
        _opening = from._opening;
        _model = from._model.Fork(without);
        _engine = new Simulation<SupplyEvent, Handler>(new Handler(_model)) { MaxEventsPerInstant = EventsPerInstant(setup) };
        _engine.Restore(from._engine.Snapshot());
    }

    /// <summary>The state, for tests.</summary>
    internal Run Model => _model;

    public SimTime Now => _engine.Now;

    /// <summary>The end of the horizon.</summary>
    public SimTime End => SimTime.Zero + _setup.Horizon;

    public long Events => _engine.EventCount;

    /// <summary>Fingerprint of the run so far: of its events, and of what happened in each.</summary>
    public ulong TraceHash => (_engine.TraceHash * 31) ^ _model.Journal.Digest.Value;

    /// <summary>Runs all events up to and at an instant.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public void RunUntil(SimTime time, CancellationToken cancellation = default) => _engine.RunUntil(time, cancellation);

    /// <summary>A copy of the state that goes its own way from here; the original is untouched. Between instants only.</summary>
    public SupplySimulation Fork() => new(this, _setup, []);

    /// <summary>
    /// A copy that goes on without some of the policies, as if they had never been: before any of these is announced or does anything, between instants only.
    /// What is told of them has no window in force.
    /// </summary>
    /// <param name="without">Positions among the policies of the run.</param>
    public SupplySimulation ForkWithout(IReadOnlyCollection<int> without) =>
        new(this, _setup with { Told = [.. _setup.Told.Select((told, i) => without.Contains(i) ? told with { InForce = [] } : told)] }, without);

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
        var mass = _model.Close(_opening, end.Seconds);
        Invariants.Check(_model.State, _model.Journal.Moved, mass);
        return new RunRecord
        {
            Network = _setup.Network,
            Start = _setup.Start,
            End = end,
            Events = _engine.EventCount,
            TraceHash = TraceHash,
            Reach = new RunReach(_model.Journal.Moved.Stocks.Count, _model.Journal.Moved.Lanes.Count),
            Mass = mass,
            Controls = [.. _setup.Told.Select((c, i) => c with { InForce = Clip(_model.LifeOf(i) ?? c.InForce, end) })],
            Answers = _model.Accounts(end.Seconds),
            Log = _model.Journal.Log.Entries,
            Recorded = _setup.Record,
            Activity = _model.Journal.Recorder.Activity,
            Demand = _model.Journal.Recorder.Demand,
            Capacity = _model.Journal.Recorder.Capacity,
            Stock = _model.Journal.Recorder.Stock,
            Dispatch = _model.Journal.Recorder.Dispatch,
            Arrivals = _model.Journal.Recorder.Arrivals,
            Prices = _model.Journal.Recorder.Prices,
            PriceMultiples = _model.Journal.Recorder.Multiples,
            Forgone = _model.Journal.Recorder.Forgone,
            Totals = _model.Journal.Recorder.Totals,
        };
    }

    /// <summary>Checks every invariant as the run stands: all stocks, sites, lanes and mass accounts.</summary>
    internal void Check() => Invariants.CheckAll(_model.State, _model.Journal.Moved, _model.Close(_opening, Now.Seconds));

    /// <summary>Far above what an instant of a run that settles needs: every site, stock and lane a few times per round of each market.</summary>
    private static long EventsPerInstant(RunSetup setup)
    {
        var network = setup.Network;
        return 10_000 + (100L * (network.Sites.Count + network.Stocks.Count + network.Lanes.Count) * (1 + network.Commodities.Count));
    }

    private static (SimTime From, SimTime Until)[] Clip(IReadOnlyList<(SimTime From, SimTime Until)> windows, SimTime end) =>
        [.. windows.Where(w => w.From < end).Select(w => (w.From, w.Until < end ? w.Until : end))];

    private readonly struct Handler(Run model) : IEventHandler<SupplyEvent>
    {
        public void Handle(Scheduler<SupplyEvent> scheduler, SimTime now, Phase phase, in SupplyEvent e) => model.Handle(scheduler, now, in e);
    }
}
