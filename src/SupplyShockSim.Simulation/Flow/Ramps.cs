using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Flow;

/// <summary>
/// How far wanted activity may have risen, for the sites that rise no faster than a ramp. A ramp may use the time since the last
/// decision, or since the last point of the review grid where that is later: so it is all one whether a site slept or decided at each point that what it
/// did was right. Reviewed several times in one instant, a site starts from the same point each time.
/// </summary>
internal sealed class Ramps
{
    private readonly SupplyModel _model;

    /// <summary>By site; empty where no site has a ramp.</summary>
    private double[] _from = [];
    private double[] _days = [];
    private long[] _reviewedAt = [];

    public Ramps(SupplyModel model)
    {
        _model = model;
        var sites = model.Network.Sites;
        if (Array.Exists(sites.RampPerDay, double.IsFinite))
        {
            _from = [.. sites.BaselinePerDay];
            _days = new double[sites.Count];
            _reviewedAt = new long[sites.Count];
            Array.Fill(_reviewedAt, -model.ReviewSeconds);
        }
    }

    private Ramps(SupplyModel model, Ramps from) =>
        (_model, _from, _days, _reviewedAt) = (model, [.. from._from], [.. from._days], [.. from._reviewedAt]);

    public Ramps CloneFor(SupplyModel model) => new(model, this);

    /// <summary>The most activity (t/d) that a site with a ramp may want at its review now, wanting <paramref name="wanted"/> so far.</summary>
    public double Reachable(int site, double wanted, long now)
    {
        if (_reviewedAt[site] < now)
        {
            _from[site] = wanted;
            _days[site] = (now - Math.Max(_reviewedAt[site], LastPoint(now))) / (double)SimDuration.SecondsPerDay;
            _reviewedAt[site] = now;
        }

        return _from[site] + (_model.Network.Sites.RampPerDay[site] * _model.Network.Sites.CapacityPerDay[site] * _days[site]);
    }

    /// <summary>The last point of the review grid before a second; one period before the start for second 0.</summary>
    private long LastPoint(long now) => (((now + _model.ReviewSeconds - 1) / _model.ReviewSeconds) - 1) * _model.ReviewSeconds;
}
