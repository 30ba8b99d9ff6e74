using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>
/// Goods that left after a transit time was shortened and wait for older ones before them. It takes memory only once a transit time has
/// been shortened.
/// </summary>
internal sealed class Bunching(SupplyModel model)
{
    private long[] _until = [];
    private double[] _tonnes = [];
    private long[] _since = [];

    /// <summary>Second until which the lane's goods bunch behind older ones, or 0.</summary>
    public long Until(int lane) => _until.Length == 0 ? 0 : _until[lane];

    /// <summary>Tonnes that have bunched, true at the last <see cref="Advance"/>.</summary>
    public double Tonnes(int lane) => _tonnes.Length == 0 ? 0 : _tonnes[lane];

    /// <summary>Brings what has bunched forward to a second; call while bunching only, before the dispatch changes.</summary>
    public void Advance(int lane, long now)
    {
        _tonnes[lane] += model.Lanes[lane].Dispatch * (now - _since[lane]) / SimDuration.SecondsPerDay;
        _since[lane] = now;
    }

    public void Begin(int lane, long now, long until, double tonnes)
    {
        if (_until.Length == 0)
        {
            (_until, _tonnes, _since) = (new long[model.Lanes.Count], new double[model.Lanes.Count], new long[model.Lanes.Count]);
        }

        (_until[lane], _tonnes[lane], _since[lane]) = (until, tonnes, now);
    }

    public void End(int lane)
    {
        if (_until.Length != 0)
        {
            (_until[lane], _tonnes[lane]) = (0, 0);
        }
    }

    public Bunching CloneFor(SupplyModel other) => new(other) { _until = [.. _until], _tonnes = [.. _tonnes], _since = [.. _since] };
}
