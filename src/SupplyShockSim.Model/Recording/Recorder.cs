using SupplyShockSim.Engine;
using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Recording;

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
    private readonly RateSeries?[] _activity;
    private readonly RateSeries?[] _demand;
    private readonly RateSeries?[] _capacity;
    private readonly LevelSeries?[] _stock;
    private readonly RateSeries?[] _dispatch;
    private readonly RateSeries?[] _arrivals;
    private readonly CountryTotals? _totals;
    private readonly bool _lanes;
    private readonly bool _series;

    public Recorder(SupplyModel model)
    {
        _model = model;
        var network = model.Network;
        var isConsumer = network.Sites.IsConsumer;
        (_lanes, _series) = (model.Spec.Record == RecordScope.All, model.Spec.Record != RecordScope.Totals);
        var (all, consumers) = (model.Spec.Record == RecordScope.All, model.Spec.Record != RecordScope.Totals);
        _activity = New<RateSeries>(network.Sites.Count, i => all || (consumers && isConsumer[i]));
        _demand = New<RateSeries>(network.Sites.Count, i => consumers && isConsumer[i]);
        _capacity = New<RateSeries>(network.Sites.Count, i => all && !isConsumer[i]);
        _stock = New<LevelSeries>(network.Stocks.Count, s => all || (consumers && isConsumer[network.Stocks.Site[s]]));
        _dispatch = New<RateSeries>(network.Lanes.Count, _ => all);
        _arrivals = New<RateSeries>(network.Lanes.Count, _ => all);
        _totals = consumers ? null : new CountryTotals(model);
    }

    private Recorder(SupplyModel model, Recorder from)
    {
        _model = model;
        (_lanes, _series) = (from._lanes, from._series);
        _activity = [.. from._activity.Select(s => s?.Clone())];
        _demand = [.. from._demand.Select(s => s?.Clone())];
        _capacity = [.. from._capacity.Select(s => s?.Clone())];
        _stock = [.. from._stock.Select(s => s?.Clone())];
        _dispatch = [.. from._dispatch.Select(s => s?.Clone())];
        _arrivals = [.. from._arrivals.Select(s => s?.Clone())];
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
        _activity[site]?.Append(SimTime.FromSeconds(now), _model.Sites[site].Activity);
        _totals?.ConsumerChanged(site, now);
    }

    /// <summary>A site's capacity, or a consumer's demand, changed.</summary>
    public void CapacityChanged(int site, long now)
    {
        (_demand[site] ?? _capacity[site])?.Append(SimTime.FromSeconds(now), _model.Sites[site].Capacity);
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

        for (var i = 0; i < _activity.Length; i++)
        {
            ActivityChanged(i, 0);
            CapacityChanged(i, 0);
        }

        for (var s = 0; s < _stock.Length; s++)
        {
            StockChanged(s, 0);
        }

        for (var l = 0; l < _dispatch.Length; l++)
        {
            DispatchChanged(l, 0, _model.Lanes[l].Dispatch);
            ArrivalChanged(l, 0, _model.Lanes[l].Arriving);
        }
    }

    private static T?[] New<T>(int count, Func<int, bool> wanted)
        where T : class, new()
    {
        var series = new T?[count];
        for (var i = 0; i < count; i++)
        {
            series[i] = wanted(i) ? new T() : null;
        }

        return series;
    }
}
