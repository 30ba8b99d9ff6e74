using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>What a control does beside its lanes: what leaks round it, and what careful exporters hold back of others.</summary>
internal sealed class Spillover : IBeside
{
    private readonly double _kept;
    private readonly int[] _chilled;
    private readonly Grip _chills;

    /// <summary>By way round: the lane beside it, itself, and what goes over it, t/d.</summary>
    private readonly (int Lane, int Around, double PerDay)[] _leaks;
    private readonly Grip _ways;

    public Spillover(PolicyBench bench, ResolvedPolicy resolved, ExportControlSpec spec)
    {
        var network = bench.Network;
        (_kept, _chilled) = (1 - spec.Chill.Value, resolved.Beside);
        _chills = bench.Take(Lever.LaneLimit, _chilled);
        _leaks = spec.Leak is not { } leak
            ? []
            : [.. resolved.Subjects.Select(l => (l, ExportControlSpec.AroundOf(network, resolved.Name, l), leak.Share.Value * network.Lanes.FlowPerDay[l]))
                .Where(w => w.Item2 >= 0 && w.Item3 > 0)];
        _ways = bench.Take(Lever.LaneLimit, [.. _leaks.Select(w => w.Around)]);
    }

    /// <inheritdoc/>
    public void Begin(PolicyBench bench, long now, int cause)
    {
        for (var i = 0; i < _chilled.Length; i++)
        {
            bench.Set(_chills, i, _kept * bench.ClosureBase(_chilled[i]), now, cause);
        }

        for (var i = 0; i < _leaks.Length; i++)
        {
            bench.Set(_ways, i, _leaks[i].PerDay, now, cause);
            bench.MoveContract(_leaks[i].Lane, _leaks[i].Around, _leaks[i].PerDay, now, cause);
        }
    }

    /// <inheritdoc/>
    public void End(PolicyBench bench, long now, int cause)
    {
        bench.SetAll(_chills, double.PositiveInfinity, now, cause);
        foreach (var (lane, around, perDay) in _leaks)
        {
            bench.MoveContract(around, lane, perDay, now, cause);
        }
    }
}
