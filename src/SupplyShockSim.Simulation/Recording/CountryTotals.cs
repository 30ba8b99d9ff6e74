using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>Demand and shortfall of all consumers of one country for one commodity.</summary>
/// <param name="Country">Index into the network's countries.</param>
/// <param name="Commodity">Index into its commodities.</param>
/// <param name="Demand">t/d.</param>
/// <param name="Shortfall">t/d.</param>
public sealed record CountrySeries(int Country, int Commodity, RateSeries Demand, RateSeries Shortfall);

/// <summary>
/// Adds consumers up while they run, by country and commodity, so that a run of a million sites keeps a few series. Sums move by
/// differences; what rounding leaves of a shortfall that has ended is far below what counts as one.
/// </summary>
internal sealed class CountryTotals
{
    private readonly SupplyModel _model;
    private readonly CountrySeries?[] _series;
    private readonly double[] _demand;
    private readonly double[] _shortfall;

    /// <summary>Demand and shortfall of each site as last added up.</summary>
    private readonly double[] _lastDemand;
    private readonly double[] _lastShortfall;

    public CountryTotals(SupplyModel model)
    {
        _model = model;
        var cells = model.Network.Countries.Count * model.Network.Commodities.Count;
        _series = new CountrySeries?[cells];
        _demand = new double[cells];
        _shortfall = new double[cells];
        _lastDemand = new double[model.Network.Sites.Count];
        _lastShortfall = new double[model.Network.Sites.Count];
    }

    private CountryTotals(SupplyModel model, CountryTotals from)
    {
        _model = model;
        _series = [.. from._series.Select(s => s is null ? null : s with { Demand = s.Demand.Clone(), Shortfall = s.Shortfall.Clone() })];
        _demand = [.. from._demand];
        _shortfall = [.. from._shortfall];
        _lastDemand = [.. from._lastDemand];
        _lastShortfall = [.. from._lastShortfall];
    }

    public IReadOnlyList<CountrySeries> Series => [.. _series.OfType<CountrySeries>()];

    public CountryTotals CloneFor(SupplyModel model) => new(model, this);

    public void Open()
    {
        for (var i = 0; i < _lastDemand.Length; i++)
        {
            ConsumerChanged(i, 0);
        }
    }

    public void ConsumerChanged(int site, long now)
    {
        var (network, sites) = (_model.Network, _model.Sites);
        if (!network.Sites.IsConsumer[site])
        {
            return;
        }

        var shortfall = Math.Max(0, Rounding.Net(sites[site].Capacity, sites[site].Activity));
        var (moreDemand, moreShortfall) = (sites[site].Capacity - _lastDemand[site], shortfall - _lastShortfall[site]);
        (_lastDemand[site], _lastShortfall[site]) = (sites[site].Capacity, shortfall);
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
