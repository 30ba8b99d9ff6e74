using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// Adds consumers up while they run, by country and commodity, so that a run of a million sites keeps a few series. Sums move by
/// differences; what rounding leaves of a shortfall that has ended is far below what counts as one.
/// </summary>
internal sealed class CountryTotals : IForkable
{
    private readonly SupplyNetwork _network;
    private readonly CountrySeries?[] _series;
    private readonly double[] _demand;
    private readonly double[] _shortfall;

    /// <summary>Demand and shortfall of each site as last added up.</summary>
    private readonly double[] _lastDemand;
    private readonly double[] _lastShortfall;

    public CountryTotals(SupplyNetwork network)
    {
        _network = network;
        var cells = network.Countries.Count * network.Commodities.Count;
        _series = new CountrySeries?[cells];
        _demand = new double[cells];
        _shortfall = new double[cells];
        _lastDemand = new double[network.Sites.Count];
        _lastShortfall = new double[network.Sites.Count];
    }

    private CountryTotals(CountryTotals from)
    {
        _network = from._network;
        _series = [.. from._series.Select(s => s is null ? null : s with { Demand = s.Demand.Clone(), Shortfall = s.Shortfall.Clone() })];
        _demand = [.. from._demand];
        _shortfall = [.. from._shortfall];
        _lastDemand = [.. from._lastDemand];
        _lastShortfall = [.. from._lastShortfall];
    }

    public IReadOnlyList<CountrySeries> Series => [.. _series.OfType<CountrySeries>()];

    public IForkable Fork() => new CountryTotals(this);

    public void Open(RunState state)
    {
        for (var i = 0; i < _lastDemand.Length; i++)
        {
            ConsumerChanged(i, state.Sites[i], 0);
        }
    }

    public void ConsumerChanged(int site, in SiteNow row, long now)
    {
        var network = _network;
        if (!network.Sites.IsConsumer[site])
        {
            return;
        }

        var shortfall = Math.Max(0, Rounding.Net(row.CeilingTonnesPerDay, row.Activity));
        var (moreDemand, moreShortfall) = (row.CeilingTonnesPerDay - _lastDemand[site], shortfall - _lastShortfall[site]);
        (_lastDemand[site], _lastShortfall[site]) = (row.CeilingTonnesPerDay, shortfall);
        for (var s = network.Sites.FirstStock[site]; s < network.Sites.FirstOutput[site]; s++)
        {
            var cell = (network.Sites.Country[site] * network.Commodities.Count) + network.Stocks.Commodity[s];
            var series = _series[cell] ??= new CountrySeries(network.Sites.Country[site], network.Stocks.Commodity[s], new RateSeries(), new RateSeries());
            _demand[cell] += network.Stocks.Coefficient[s] * moreDemand;
            _shortfall[cell] = Math.Max(0, _shortfall[cell] + (network.Stocks.Coefficient[s] * moreShortfall));
            series.Demand.Append(SimTime.FromSeconds(now), _demand[cell]);
            series.Shortfall.Append(SimTime.FromSeconds(now), _shortfall[cell]);
        }
    }
}
