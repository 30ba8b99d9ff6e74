using SupplyShockSim.Analysis;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// <c>shortfall.csv</c>: the shortfall as a wide table, mean t/d in each cell of the grid: all together, then a column for each consumer, or for each country
/// where totals only were recorded. The same numbers stand in <c>series.csv</c>.
/// </summary>
internal static class ShortfallCsv
{
    public static void Write(Stream stream, RunOutput output)
    {
        var (record, cells) = (output.Record, Cells.Of(output.Grid, output.Record.Start, output.Record.End));
        var columns = Columns(output).ToArray();
        var values = Array.ConvertAll(columns, column =>
        {
            var means = new CellMeans(cells);
            means.Add(column.Need.Shortfall);
            return means.Values;
        });
        using var csv = new CsvWriter(stream);
        csv.Field("date").Field("day");
        foreach (var column in columns)
        {
            csv.Field(column.Name);
        }

        csv.EndRow();
        for (var cell = 0; cell < cells.Count; cell++)
        {
            csv.Field(record.Start.At(cells.Edges[cell]).Iso()).Field(cells.Edges[cell].Days);
            foreach (var means in values)
            {
                csv.Field(means[cell]);
            }

            csv.EndRow();
        }
    }

    /// <summary>A consumer of several commodities has a column for each, <c>site:commodity</c>.</summary>
    private static IEnumerable<(string Name, NeedSeries Need)> Columns(RunOutput output)
    {
        var (measures, network) = (output.Measures, output.Record.Network);
        yield return ("total", measures.Totals.Need);
        if (output.Record.Recorded == Simulation.Recording.RecordScope.Totals)
        {
            foreach (var country in measures.CountryTotals)
            {
                yield return (network.Countries.InFiles(country.Group), country.Need);
            }

            yield break;
        }

        var needs = measures.Consumers.CountBy(consumer => consumer.Row).ToDictionary();
        foreach (var consumer in measures.Consumers)
        {
            var id = network.Rows.Id[consumer.Row];
            yield return (needs[consumer.Row] == 1 ? id : $"{id}:{network.Commodities.Id[consumer.Commodity]}", consumer.Need);
        }
    }
}
