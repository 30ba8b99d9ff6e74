using SupplyShockSim.Analysis;

namespace SupplyShockSim.Reports.Data;

/// <summary>Writes rows of <c>series.csv</c>; what is the same in many of them is encoded once.</summary>
internal sealed class SeriesRows(CsvWriter csv, Cells cells, DateTime start, string run)
{
    private readonly byte[][] _datesAndDays = Array.ConvertAll(cells.Edges, t => CsvWriter.Encode(w => w.Field(start.At(t).Iso()).Field(t.Days)));

    /// <summary>Columns are added at the end, so that whoever counts them finds the old ones in their place.</summary>
    public static void Header(CsvWriter csv)
    {
        foreach (var column in (string[])["date", "day", "measure", "site", "country", "commodity", "value", "unit", "run", "from", "to"])
        {
            csv.Field(column);
        }

        csv.EndRow();
    }

    /// <summary>One series: a row for each cell that has a value.</summary>
    public void Write(string measure, SeriesPlace place, double[] values, string unit)
    {
        var what = CsvWriter.Encode(w => w.Field(measure).Field(place.Site).Field(place.Country).Field(place.Commodity));
        var rest = CsvWriter.Encode(w => w.Field(unit).Field(run).Field(place.From).Field(place.To));
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                csv.Encoded(_datesAndDays[i]).Encoded(what).Field(values[i]).Encoded(rest).EndRow();
            }
        }
    }
}

/// <summary>What a series is of.</summary>
/// <param name="Site">A row of the files, <see cref="All.Of"/> for all consumers, empty for lanes.</param>
/// <param name="Country">Its country, <see cref="All.Of"/> for all; of lanes both, <c>from&gt;to</c>.</param>
/// <param name="Commodity">The commodity, <see cref="All.Of"/> for all, empty for what is of none.</param>
/// <param name="From">The row that lanes leave; empty for sites.</param>
/// <param name="To">The row that they reach; empty for sites.</param>
internal readonly record struct SeriesPlace(string Site, string Country, string Commodity, string From = "", string To = "");
