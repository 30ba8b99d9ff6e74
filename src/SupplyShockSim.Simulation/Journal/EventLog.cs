using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// What happened and why. Every change in a run carries the id of the change that caused it; changes worth telling get an entry
/// of their own here, the others hand on the id they came with.
/// </summary>
internal sealed class EventLog : IForkable
{
    /// <summary>A change is worth telling from this share of the normal value on.</summary>
    public const double NotableShare = 0.05;

    private readonly List<LogEntry> _entries;

    private readonly SupplyNetwork _network;

    public EventLog(SupplyNetwork network) => (_entries, _network) = ([], network);

    private EventLog(EventLog from) => (_entries, _network) = ([.. from._entries], from._network);

    public IReadOnlyList<LogEntry> Entries => _entries;

    public IForkable Fork() => new EventLog(this);

    /// <summary>Adds an entry, with its cause where that is one (<see cref="Causes"/>), and returns its id, the cause of what follows from it.</summary>
    public int Add(
        long now, LogKind kind, SubjectKind subjectKind, int subject, int cause, int other = -1, double before = double.NaN, double after = double.NaN)
    {
        if (cause >= 0 && !new Causes(_network).IsOne(_entries[cause], kind, subjectKind, subject))
        {
            cause = -1;
        }

        _entries.Add(new LogEntry(_entries.Count, SimTime.FromSeconds(now), kind, subjectKind, subject, other, before, after, cause));
        return _entries.Count - 1;
    }

    /// <summary>Whether a value has moved far enough from the one last told, or to or from zero.</summary>
    public bool IsNotable(double value, double told, double normal) =>
        value != told && ((value == 0) != (told == 0) || Math.Abs(value - told) > NotableShare * normal);

    /// <summary>Tells of a consumer's shortfall when it starts, ends or changes notably.</summary>
    public void Shortfall(int site, long now, ref double told, double shortfall, double demand, int cause)
    {
        if (!IsNotable(shortfall, told, demand))
        {
            return;
        }

        var kind = told == 0 ? LogKind.ShortfallStarted : shortfall == 0 ? LogKind.ShortfallEnded : LogKind.ShortfallChanged;
        Add(now, kind, SubjectKind.Site, site, cause, before: told, after: shortfall);
        told = shortfall;
    }

    /// <summary>Tells of a site's activity when it changes notably.</summary>
    public void Activity(int site, long now, ref double told, double activity, double capacity, int cause)
    {
        if (IsNotable(activity, told, capacity))
        {
            Add(now, activity < told ? LogKind.ActivityFell : LogKind.ActivityRose, SubjectKind.Site, site, cause, before: told, after: activity);
            told = activity;
        }
    }

    /// <summary>Tells when a lane starts or stops to carry spot purchases.</summary>
    public void Reroute(int index, ref LaneNow lane, long now, int cause)
    {
        if (lane.Spot > 0 != lane.Rerouted)
        {
            lane.Rerouted = lane.Spot > 0;
            Add(now, lane.Rerouted ? LogKind.Rerouted : LogKind.ReroutingEnded, SubjectKind.Lane, index, cause, after: lane.Spot);
        }
    }
}
