using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// <c>ranges.csv</c>: how the shortfall of all (country <c>*</c>) and of each country that is short in any draw ranges over time: quantiles and mean, over
/// the draws, of its mean rate in each cell of the grid, in t/d, all commodities together.
/// </summary>
internal static class RangesCsv
{
    public static void Write(Stream stream, RunRecord record, Ranges ranges)
    {
        using var csv = new CsvWriter(stream);
        foreach (var column in (string[])["date", "day", "measure", "country", "commodity", "q05", "q25", "q50", "q75", "q95", "mean"])
        {
            csv.Field(column);
        }

        csv.EndRow();
        foreach (var party in ranges.OverTime)
        {
            var country = party.Country < 0 ? All.Of : record.Network.Countries.InFiles(party.Country);
            for (var cell = 0; cell < party.TonnesPerDay.Count; cell++)
            {
                var spread = party.TonnesPerDay[cell];
                csv.Field(record.Start.At(ranges.Edges[cell]).Iso()).Field(ranges.Edges[cell].Days).Field("shortfall").Field(country).Field(All.Of)
                    .Field(spread.Q05).Field(spread.Q25).Field(spread.Q50).Field(spread.Q75).Field(spread.Q95).Field(spread.Mean).EndRow();
            }
        }
    }
}
