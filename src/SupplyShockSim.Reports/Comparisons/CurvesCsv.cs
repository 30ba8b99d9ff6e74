using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>
/// <c>curves.csv</c>: <c>date,day,run,measure,country,commodity,endUse,value,unit</c>, one row for each cell, run, measure and group. <c>date</c> and
/// <c>day</c> say where the cell begins: in the calendar of the run, and on the axis that the runs share, which counts from the first control where runs
/// are aligned by it. A rate is the mean over the cell; a sum is that up to its end.
/// </summary>
internal static class CurvesCsv
{
    public static void Write(Stream stream, Comparison comparison, CancellationToken cancellation = default)
    {
        using var csv = new CsvWriter(stream);
        foreach (var name in (string[])["date", "day", "run", "measure", "country", "commodity", "endUse", "value", "unit"])
        {
            csv.Field(name);
        }

        csv.EndRow();
        var by = comparison.Options.By ?? CurveGrouping.Finest;
        var unit = comparison.Options.Cumulative ? "t" : "t/d";
        var groups = comparison.Groups(by);
        for (var run = 0; run < comparison.Runs.Count; run++)
        {
            cancellation.ThrowIfCancellationRequested();
            var places = Places(comparison, run);
            foreach (var (key, _) in groups)
            {
                foreach (var (measure, word) in (ReadOnlySpan<(CurveMeasure, string)>)
                    [(CurveMeasure.Demand, "demand"), (CurveMeasure.Served, "served"), (CurveMeasure.Shortfall, "shortfall")])
                {
                    Write(csv, places, comparison.Runs[run].Name, word, key, comparison.Curve(run, by, key, measure), unit);
                }
            }
        }
    }

    /// <summary>Date and day of each cell.</summary>
    private static byte[][] Places(Comparison comparison, int run)
    {
        var (timeline, start) = (comparison.Timeline, comparison.Runs[run].Record.Start);
        return
        [
            .. Enumerable.Range(0, timeline.Count).Select(cell => CsvWriter.Encode(csv =>
                csv.Field(start.At(timeline.EdgesOf(run)[cell]).Iso()).Field(timeline.EdgeDays[cell]))),
        ];
    }

    private static void Write(CsvWriter csv, byte[][] places, string run, string measure, CurveKey key, IReadOnlyList<double> values, string unit)
    {
        var what = CsvWriter.Encode(c => c.Field(run).Field(measure).Field(key.Country).Field(key.Commodity).Field(key.EndUse));
        for (var cell = 0; cell < values.Count; cell++)
        {
            csv.Encoded(places[cell]).Encoded(what).Field(values[cell]).Field(unit).EndRow();
        }
    }
}
