using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>What kind of thing a log entry is about; <see cref="LogEntry.Subject"/> is its index there.</summary>
public enum SubjectKind
{
    Run,
    Control,
    Site,
    Stock,
    Lane,
}

/// <summary>One change in a run, with the change that caused it.</summary>
/// <param name="Id">Position in the log, from 0.</param>
/// <param name="Time">When.</param>
/// <param name="Kind">What.</param>
/// <param name="SubjectKind">To what kind of thing.</param>
/// <param name="Subject">Its index: in the controls of the run, or in the network's sites, stocks or lanes.</param>
/// <param name="ByLane">The lane by which it reached the subject, or -1.</param>
/// <param name="Before">The value before, in the unit of the kind (see <see cref="LogWordsAttribute.Unit"/>), or NaN.</param>
/// <param name="After">The value after, in the same unit, or NaN.</param>
/// <param name="Cause">The <see cref="Id"/> of the change that caused this one; -1 for what nothing in the run caused.</param>
public readonly record struct LogEntry(
    int Id,
    SimTime Time,
    LogKind Kind,
    SubjectKind SubjectKind,
    int Subject,
    int ByLane,
    double Before,
    double After,
    int Cause);
