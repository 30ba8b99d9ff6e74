using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>What of a run is kept as series. The run itself is the same whatever is kept.</summary>
public enum RecordScope
{
    /// <summary>Every site, stock and lane.</summary>
    All,

    /// <summary>Activity, demand and stocks of consumers; nothing of other sites, and no lanes.</summary>
    Consumers,

    /// <summary>Demand and shortfall by country and commodity only: for networks of a hundred thousand sites and more.</summary>
    Totals,
}

/// <summary>Keeps the series of a run as their breakpoints. It reads the run and never changes it.</summary>
internal sealed class Recorder
{
    private readonly SupplyModel _model;
    private readonly IReadOnlyList<RateSeries?> _activity;
    private readonly IReadOnlyList<RateSeries?> _demand;
    private readonly IReadOnlyList<RateSeries?> _capacity;
    private readonly IReadOnlyList<LevelSeries?> _stock;
    private readonly IReadOnlyList<RateSeries?> _dispatch;
    private readonly IReadOnlyList<RateSeries?> _arrivals;
    private readonly CountryTotals? _totals;
    private readonly bool _lanes;
    private readonly bool _series;

    public Recorder(SupplyModel model)
    {
        _model = model;
        var network = model.Network;
        var isConsumer = network.Sites.IsConsumer;
        (_lanes, _series) = (model.Setup.Record == RecordScope.All, model.Setup.Record != RecordScope.Totals);
        var (all, consumers) = (_lanes, _series);
        _activity = New<RateSeries>(network.Sites.Count, consumers, i => all || (consumers && isConsumer[i]));
        _demand = New<RateSeries>(network.Sites.Count, consumers, i => consumers && isConsumer[i]);
        _capacity = New<RateSeries>(network.Sites.Count, all, i => !isConsumer[i]);
        _stock = New<LevelSeries>(network.Stocks.Count, consumers, s => all || (consumers && isConsumer[network.Stocks.Site[s]]));
        _dispatch = New<RateSeries>(network.Lanes.Count, all, _ => true);
        _arrivals = New<RateSeries>(network.Lanes.Count, all, _ => true);
        _totals = consumers ? null : new CountryTotals(model);
    }

    private Recorder(SupplyModel model, Recorder from)
    {
        _model = model;
        (_lanes, _series) = (from._lanes, from._series);
        _activity = Copy(from._activity, s => s.Clone());
        _demand = Copy(from._demand, s => s.Clone());
        _capacity = Copy(from._capacity, s => s.Clone());
        _stock = Copy(from._stock, s => s.Clone());
        _dispatch = Copy(from._dispatch, s => s.Clone());
        _arrivals = Copy(from._arrivals, s => s.Clone());
        _totals = from._totals?.CloneFor(model);
    }

    public IReadOnlyList<RateSeries?> Activity => _activity;

    public IReadOnlyList<RateSeries?> Demand => _demand;

    public IReadOnlyList<RateSeries?> Capacity => _capacity;

    public IReadOnlyList<LevelSeries?> Stock => _stock;

    public IReadOnlyList<RateSeries?> Dispatch => _dispatch;

    public IReadOnlyList<RateSeries?> Arrivals => _arrivals;

    /// <summary>Series by country and commodity; empty unless only totals are recorded.</summary>
    public IReadOnlyList<CountrySeries> Totals => _totals?.Series ?? [];

    public Recorder CloneFor(SupplyModel model) => new(model, this);

    public void ActivityChanged(int site, long now)
    {
        if (_series)
        {
            _activity[site]?.Append(SimTime.FromSeconds(now), _model.Sites[site].Activity);
        }

        _totals?.ConsumerChanged(site, now);
    }

    /// <summary>A site's capacity, or a consumer's demand, changed.</summary>
    public void CapacityChanged(int site, long now)
    {
        if (_series)
        {
            (_demand[site] ?? _capacity[site])?.Append(SimTime.FromSeconds(now), _model.Sites[site].Capacity);
        }

        _totals?.ConsumerChanged(site, now);
    }

    public void StockChanged(int stock, long now)
    {
        if (_series)
        {
            _stock[stock]?.Append(SimTime.FromSeconds(now), _model.Stocks[stock].Level, _model.Stocks[stock].Rate);
        }
    }

    public void DispatchChanged(int lane, long now, double rate)
    {
        if (_lanes)
        {
            _dispatch[lane]?.Append(SimTime.FromSeconds(now), rate);
        }
    }

    public void ArrivalChanged(int lane, long now, double rate)
    {
        if (_lanes)
        {
            _arrivals[lane]?.Append(SimTime.FromSeconds(now), rate);
        }
    }

    /// <summary>The series as they are at the start.</summary>
    public void Open()
    {
        if (_totals is not null)
        {
            _totals.Open();
            return;
        }

        for (var i = 0; i < _activity.Count; i++)
        {
            ActivityChanged(i, 0);
            CapacityChanged(i, 0);
        }

        for (var s = 0; s < _stock.Count; s++)
        {
            StockChanged(s, 0);
        }

        for (var l = 0; l < _dispatch.Count; l++)
        {
            DispatchChanged(l, 0, _model.Lanes[l].Dispatch);
            ArrivalChanged(l, 0, _model.Lanes[l].Arriving);
        }
    }

    private static IReadOnlyList<T?> New<T>(int count, bool any, Func<int, bool> wanted)
        where T : class, new() => any ? [.. Enumerable.Range(0, count).Select(i => wanted(i) ? new T() : null)] : new Unrecorded<T>(count);

    private static IReadOnlyList<T?> Copy<T>(IReadOnlyList<T?> series, Func<T, T> clone)
        where T : class => series is Unrecorded<T> ? series : [.. series.Select(s => s is null ? null : clone(s))];
}
