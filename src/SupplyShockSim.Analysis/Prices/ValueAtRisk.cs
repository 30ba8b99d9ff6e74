using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Prices;

/// <summary>
/// The value at risk of a country: what its consumers lack, at the price of the day there. It is the value of the goods that are missing, and so the least
/// that what is made of them is worth; what that is worth more, no network says.
/// </summary>
/// <param name="Country">Index into the network's countries.</param>
/// <param name="Usd">USD over the run.</param>
public sealed record ValueAtRisk(int Country, double Usd)
{
    internal static IReadOnlyList<ValueAtRisk> Of(RunRecord record, PriceSeries prices, IReadOnlyList<(int Country, int Commodity, NeedSeries Need)> shortNeeds) =>
    [
        .. shortNeeds.GroupBy(n => n.Country).OrderBy(g => g.Key)
            .Select(g => new ValueAtRisk(g.Key, g.Sum(need => Value(need.Need, prices.Of(need.Commodity, g.Key), record.End))))
            .Where(v => v.Usd > 0),
    ];

    private static double Value(NeedSeries need, RateSeries? price, SimTime end)
    {
        var usd = 0.0;
        if (price is not null)
        {
            PairedSeries.ForEach(need.Shortfall, price, SimTime.Zero, end, (a, b, missing, p) => usd += missing * p * (b - a).Days);
        }

        return usd;
    }
}
