using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Prices;

/// <summary>What a run with prices says of them; indices point into the tables of its network.</summary>
public sealed record PriceMeasures
{
    /// <summary>One entry per commodity and country that buys it, sorted so.</summary>
    public required IReadOnlyList<PriceMeasure> Prices { get; init; }

    /// <summary>One entry per country and commodity that crosses its border inwards, sorted so; none where lanes were not recorded.</summary>
    public required IReadOnlyList<ImportBill> ImportBills { get; init; }

    /// <summary>One entry per country whose consumers run short of something with a price, sorted so.</summary>
    public required IReadOnlyList<ValueAtRisk> ValuesAtRisk { get; init; }

    /// <summary>What duties brought in, USD; null where lanes were not recorded.</summary>
    public double? TariffRevenueUsd => HasLanes ? ImportBills.Sum(b => b.DutyUsd) : null;

    /// <summary>Whether lanes were recorded, without which there are no bills.</summary>
    public required bool HasLanes { get; init; }

    /// <summary>Those of a run; null where its prices did not move.</summary>
    /// <param name="record">The run.</param>
    /// <param name="shortNeeds">The needs that are short, by country and commodity.</param>
    internal static PriceMeasures? Of(RunRecord record, IReadOnlyList<(int Country, int Commodity, NeedSeries Need)> shortNeeds)
    {
        if (!record.HasPrices)
        {
            return null;
        }

        var book = new PriceSeries(record);
        var countries = record.Network.Countries.Count;
        return new PriceMeasures
        {
            Prices =
            [
                .. Enumerable.Range(0, record.Prices.Count).Where(c => record.Prices[c] is not null)
                    .Select(c => Measure(record.Prices[c]!, c / countries, c % countries, record.End)),
            ],
            ImportBills = record.Recorded == RecordScope.All ? ImportBill.Of(record, book) : [],
            ValuesAtRisk = ValueAtRisk.Of(record, book, shortNeeds),
            HasLanes = record.Recorded == RecordScope.All,
        };
    }

    private static PriceMeasure Measure(RateSeries index, int commodity, int country, SimTime end)
    {
        var peak = index.Maximum(SimTime.Zero, end);
        return new PriceMeasure(commodity, country, index.Mean(SimTime.Zero, end), peak.Value, peak.Time.Days, index.ValueAt(end));
    }
}

/// <summary>The price index of a commodity in a country; 1 at the start.</summary>
/// <param name="Commodity">Index into the network's commodities.</param>
/// <param name="Country">Index into its countries.</param>
/// <param name="Mean">Mean over the run.</param>
/// <param name="Peak">Highest value.</param>
/// <param name="PeakDay">Day on which it was first reached.</param>
/// <param name="End">Value at the end of the run.</param>
public sealed record PriceMeasure(int Commodity, int Country, double Mean, double Peak, double PeakDay, double End);
