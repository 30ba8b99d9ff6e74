using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>Keeps the series of a run as their breakpoints. It reads the run and never changes it.</summary>
internal sealed class Recorder
{
    private readonly RunState _state;
    private readonly SeriesByRow<RateSeries> _activity;
    private readonly SeriesByRow<RateSeries> _demand;
    private readonly SeriesByRow<RateSeries> _capacity;
    private readonly SeriesByRow<LevelSeries> _stock;
    private readonly SeriesByRow<RateSeries> _dispatch;
    private readonly SeriesByRow<RateSeries> _arrivals;
    private readonly SeriesByRow<RateSeries> _prices;
    private readonly SeriesByRow<RateSeries> _multiples;
    private readonly SeriesByRow<RateSeries> _forgone;
    private readonly CountryTotals? _totals;
    private readonly bool _lanes;
    private readonly bool _series;

    public Recorder(RunState state, RecordScope scope, bool prices, Parts parts)
    {
        _state = state;
        var network = state.Network;
        var isConsumer = network.Sites.IsConsumer;
        (_lanes, _series) = (scope == RecordScope.All, scope != RecordScope.Totals);
        var (all, consumers) = (_lanes, _series);
        _activity = Rates(network.Sites.Count, consumers, i => all || (consumers && isConsumer[i]));
        _demand = Rates(network.Sites.Count, consumers, i => consumers && isConsumer[i]);
        _capacity = Rates(network.Sites.Count, all, i => !isConsumer[i]);
        _stock = parts.Add(() => new SeriesByRow<LevelSeries>(
            network.Stocks.Count, consumers, s => all || (consumers && isConsumer[network.Stocks.Site[s]]), static s => s.Clone()));
        _dispatch = Rates(network.Lanes.Count, all, static _ => true);
        _arrivals = Rates(network.Lanes.Count, all, static _ => true);
        var buys = new bool[state.Prices.Cells];
        for (var k = 0; k < network.Stocks.Count && prices; k++)
        {
            buys[state.Prices.Cell(network.Stocks.Commodity[k], network.Sites.Country[network.Stocks.Site[k]])] |= network.Stocks.IsInput[k];
        }

        _prices = Rates(buys.Length, prices, c => buys[c]);
        _multiples = Rates(buys.Length, prices, c => buys[c]);
        _forgone = Rates(network.Sites.Count, prices && consumers, i => network.Sites.Pricing[i].Elasticity > 0);
        _totals = consumers ? null : parts.Add(() => new CountryTotals(network));

        SeriesByRow<RateSeries> Rates(int count, bool any, Func<int, bool> wanted) =>
            parts.Add(() => new SeriesByRow<RateSeries>(count, any, wanted, static s => s.Clone()));
    }

    public IReadOnlyList<RateSeries?> Activity => _activity;

    public IReadOnlyList<RateSeries?> Demand => _demand;

    public IReadOnlyList<RateSeries?> Capacity => _capacity;

    public IReadOnlyList<LevelSeries?> Stock => _stock;

    public IReadOnlyList<RateSeries?> Dispatch => _dispatch;

    public IReadOnlyList<RateSeries?> Arrivals => _arrivals;

    /// <summary>Series by country and commodity; empty unless only totals are recorded.</summary>
    public IReadOnlyList<CountrySeries> Totals => _totals?.Series ?? [];

    /// <summary>By cell (see <see cref="PriceBook"/>): the price index.</summary>
    public IReadOnlyList<RateSeries?> Prices => _prices;

    /// <summary>By cell: the multiple of the reference price.</summary>
    public IReadOnlyList<RateSeries?> Multiples => _multiples;

    public IReadOnlyList<RateSeries?> Forgone => _forgone;

    /// <summary>The index, or the multiple of the reference price, of a cell changed.</summary>
    public void PriceChanged(int cell, long now)
    {
        _prices[cell]?.Append(SimTime.FromSeconds(now), _state.Prices.Index(cell));
        _multiples[cell]?.Append(SimTime.FromSeconds(now), _state.Prices.Multiple(cell));
    }

    public void ActivityChanged(int site, long now)
    {
        if (_series)
        {
            _activity[site]?.Append(SimTime.FromSeconds(now), _state.Sites[site].Activity);
        }

        _totals?.ConsumerChanged(site, _state.Sites[site], now);
    }

    /// <summary>A site's capacity, or a consumer's demand, changed.</summary>
    public void CapacityChanged(int site, long now)
    {
        if (_series)
        {
            (_demand[site] ?? _capacity[site])?.Append(SimTime.FromSeconds(now), _state.Sites[site].CeilingTonnesPerDay);
            _forgone[site]?.Append(SimTime.FromSeconds(now), _state.Sites[site].CeilingTonnesPerDay * ((1 / _state.Prices.CeilingShare(site)) - 1));
        }

        _totals?.ConsumerChanged(site, _state.Sites[site], now);
    }

    public void StockChanged(int stock, long now)
    {
        if (_series)
        {
            _stock[stock]?.Append(SimTime.FromSeconds(now), _state.Stocks[stock].Level, _state.Stocks[stock].Rate);
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
        for (var c = 0; c < _prices.Count; c++)
        {
            PriceChanged(c, 0);
        }

        if (_totals is not null)
        {
            _totals.Open(_state);
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
            DispatchChanged(l, 0, _state.Lanes[l].Dispatch);
            ArrivalChanged(l, 0, _state.Lanes[l].Arriving);
        }
    }
}
