using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Prices;

/// <summary>Prices of a run in USD/t over time: reference price x multiple x index.</summary>
internal sealed class PriceSeries(RunRecord record)
{
    private readonly Dictionary<int, RateSeries?> _known = [];

    /// <summary>The price of a commodity in a country; null where it has none, or nobody there buys it.</summary>
    public RateSeries? Of(int commodity, int country)
    {
        var cell = (commodity * record.Network.Countries.Count) + country;
        if (!_known.TryGetValue(cell, out var series))
        {
            _known.Add(cell, series = Make(cell, record.Network.Commodities.PriceUsdPerTonne[commodity]));
        }

        return series;
    }

    private RateSeries? Make(int cell, double reference)
    {
        if (double.IsNaN(reference) || record.Prices[cell] is not { } index || record.PriceMultiples[cell] is not { } multiple)
        {
            return null;
        }

        var price = new RateSeries();
        PairedSeries.ForEach(index, multiple, SimTime.Zero, record.End, (from, _, i, m) => price.Append(from, reference * i * m));
        return price;
    }
}
