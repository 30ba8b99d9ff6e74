using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>What a run of the reference gives: tonnes, t/d and stocks, each as it changed.</summary>
internal sealed class ReferenceRecord(World world)
{
    private readonly List<(long Second, double[] Shortfall, double[] Activity, double[] Level, double[] Dispatch)> _instants = [];

    /// <summary>Seconds at which anything happened.</summary>
    public IEnumerable<long> Seconds => _instants.Select(i => i.Second);

    /// <summary>By site, as it is from an instant on, t/d.</summary>
    public IEnumerable<(long Second, double Rate)> Activity(int site) => _instants.Select(i => (i.Second, i.Activity[site]));

    /// <summary>By stock, at an instant, t.</summary>
    public IEnumerable<(long Second, double Tonnes)> Level(int stock) => _instants.Select(i => (i.Second, i.Level[stock]));

    /// <summary>By lane, as it is from an instant on, t/d.</summary>
    public IEnumerable<(long Second, double Rate)> Dispatch(int lane) => _instants.Select(i => (i.Second, i.Dispatch[lane]));

    /// <summary>By consumer, as it is from an instant on, t/d.</summary>
    public IEnumerable<(long Second, double Rate)> Shortfall(int site) => _instants.Select(i => (i.Second, i.Shortfall[site]));

    /// <summary>Of all sites of a row, t.</summary>
    public double ShortfallTotal(string row) => world.Sites.Where(s => s.Row == row).Sum(s => s.ShortfallTonnes);

    /// <summary>When the first tonne of a row is short, d; null = never.</summary>
    public double? FirstShortfallDay(string row)
    {
        var first = _instants.FindIndex(i => OfRow(i.Shortfall, row) > 1e-9);
        return first < 0 ? null : _instants[first].Second / (double)SimDuration.SecondsPerDay;
    }

    /// <summary>When a row's shortfall last ended, d; null = never.</summary>
    public double? LastShortfallDay(string row)
    {
        var last = _instants.FindLastIndex(i => OfRow(i.Shortfall, row) > 1e-9);
        var until = last + 1 < _instants.Count ? _instants[last + 1].Second : world.End;
        return last < 0 ? null : until / (double)SimDuration.SecondsPerDay;
    }

    /// <summary>Notes the world as it is after an instant.</summary>
    public void Note() => _instants.Add((
        world.Now,
        [.. world.Sites.Select(s => s.IsConsumer ? Math.Max(0, Small.Net(s.Capacity, s.Activity)) : 0)],
        [.. world.Sites.Select(s => s.Activity)],
        [.. world.Stocks.Select(s => s.Level)],
        [.. world.Lanes.Select(l => l.Dispatch)]));

    private double OfRow(double[] shortfall, string row) => world.Sites.Where(s => s.Row == row).Sum(s => shortfall[s.Index]);
}
