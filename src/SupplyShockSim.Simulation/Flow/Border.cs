using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>What is held at the far end of lanes (controls with <c>inTransit: stop</c>). It takes memory only once something is held.</summary>
internal sealed class Border(SupplyModel model)
{
    private double[] _share = [];
    private double[] _tonnes = [];
    private long[] _since = [];

    /// <summary>Share of what arrives that is held.</summary>
    public double Share(int lane) => _share.Length == 0 ? 0 : _share[lane];

    public double Tonnes(int lane) => _tonnes.Length == 0 ? 0 : _tonnes[lane];

    /// <summary>Brings what is held forward to a second; call before the share or the arriving rate changes.</summary>
    public void Advance(int lane, long now)
    {
        if (_share.Length != 0)
        {
            _tonnes[lane] += model.Lanes[lane].Arriving * _share[lane] * (now - _since[lane]) / SimDuration.SecondsPerDay;
            _since[lane] = now;
        }
    }

    public void Hold(int lane, double share, long now)
    {
        if (_share.Length == 0)
        {
            if (share == 0)
            {
                return;
            }

            (_share, _tonnes, _since) = (new double[model.Lanes.Count], new double[model.Lanes.Count], new long[model.Lanes.Count]);
        }

        Advance(lane, now);
        _since[lane] = now;
        _share[lane] = share;
    }

    /// <summary>Holds back its share of a lump; returns what passes.</summary>
    public double Pass(int lane, double tonnes)
    {
        if (_share.Length == 0)
        {
            return tonnes;
        }

        var passes = tonnes * (1 - _share[lane]);
        _tonnes[lane] += tonnes - passes;
        return passes;
    }

    /// <summary>Sets free what is held; returns the tonnes.</summary>
    public double Release(int lane, long now)
    {
        if (_share.Length == 0)
        {
            return 0;
        }

        Advance(lane, now);
        var tonnes = _tonnes[lane];
        _tonnes[lane] = 0;
        return tonnes;
    }

    public Border CloneFor(SupplyModel other) => new(other) { _share = [.. _share], _tonnes = [.. _tonnes], _since = [.. _since] };
}
