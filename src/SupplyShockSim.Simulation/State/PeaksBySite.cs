namespace SupplyShockSim.Simulation.State;

/// <summary>What each site that is limited in its rise is used to; takes no memory where none is.</summary>
internal sealed class PeaksBySite : IForkable
{
    private Peaks?[] _peaks = [];

    /// <summary>The peaks of a site, or null where it is not limited.</summary>
    public Peaks? this[int site] => _peaks.Length == 0 ? null : _peaks[site];

    /// <summary>The site is limited in its rise; all of its past it had the activity of the start.</summary>
    public void Add(int site, int sites, double atStart)
    {
        if (_peaks.Length == 0)
        {
            _peaks = new Peaks?[sites];
        }

        _peaks[site] = new Peaks(atStart);
    }

    public IForkable Fork() => new PeaksBySite { _peaks = [.. _peaks.Select(p => p?.Clone())] };
}
