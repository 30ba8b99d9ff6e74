using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// What a run tells of itself: its log, its series, its fingerprint, and how far the disturbance came. Each quantity is told by the one rule that sets it. The
/// journal reads the state; a run is the same whatever is kept of it.
/// </summary>
internal sealed class RunJournal
{
    private readonly Cell<Digest> _digest;

    public RunJournal(RunState state, RecordScope scope, bool prices, Parts parts)
    {
        _digest = parts.Add(() => new Cell<Digest>(default));
        Log = parts.Add(() => new EventLog(state.Network));
        Moved = parts.Add(() => new Moved());
        Recorder = new Recorder(state, scope, prices, parts);
    }

    public EventLog Log { get; }

    /// <summary>How far the disturbance came.</summary>
    public Moved Moved { get; }

    public Recorder Recorder { get; }

    public ref Digest Digest => ref _digest.Value;
}
