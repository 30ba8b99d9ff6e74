using System.Collections.Concurrent;
using SupplyShockSim.Engine;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Attributions;

/// <summary>
/// What a measure of a run comes to under any subset of its controls: the run is taken once to the last instant before the first of them is announced or
/// comes into force, and forked from there without those that are not in the subset.
/// </summary>
/// <remarks>May be asked from several threads.</remarks>
internal sealed class ControlSubsets
{
    private readonly ConcurrentDictionary<ulong, double> _known = new();
    private readonly PreparedRun _prepared;
    private readonly ServiceMeasure _measure;
    private readonly SupplySimulation _trunk;
    private readonly CancellationToken _cancellation;

    /// <param name="prepared">The run.</param>
    /// <param name="measure">What is measured, of all needs together.</param>
    /// <param name="cancellation">Ends a run early.</param>
    public ControlSubsets(PreparedRun prepared, ServiceMeasure measure, CancellationToken cancellation)
    {
        _prepared = prepared.WithRecord(prepared.Spec.Record == RecordScope.Totals ? RecordScope.Totals : RecordScope.Consumers);
        (_measure, _cancellation) = (measure, cancellation);
        _trunk = _prepared.Open();
        if (_prepared.FirstControl is { Seconds: > 0 } first)
        {
            _trunk.RunUntil(SimTime.FromSeconds(Math.Min(first.Seconds - 1, _trunk.End.Seconds)), cancellation);
        }
    }

    /// <summary>How many subsets were run.</summary>
    public int Runs => _known.Count;

    /// <summary>The value under a subset: bit i stands for control i.</summary>
    /// <exception cref="NoValueException">The measure has no value there: what it measures does not happen.</exception>
    public double Value(ulong subset) => _known.GetOrAdd(subset, s =>
    {
        SupplySimulation fork;
        lock (_trunk)
        {
            fork = _prepared.ForkWithout(_trunk, [.. Enumerable.Range(0, _prepared.Controls.Count).Where(i => (s & (1UL << i)) == 0)]);
        }

        return Measures.Of(fork.Run(_cancellation)).Totals.Service[_measure]
            ?? throw new NoValueException($"{_measure.CheckKey ?? _measure.Key} has no value under {Names(s)}, and a part of nothing is none");
    });

    private string Names(ulong subset)
    {
        var names = _prepared.Controls.Where((_, i) => (subset & (1UL << i)) != 0).Select(c => c.Name).ToArray();
        return names.Length == 0 ? "no control" : string.Join(" and ", names);
    }
}

/// <summary>A measure cannot be divided, because it has no value under some of the controls.</summary>
public sealed class NoValueException(string message) : Exception(message);
