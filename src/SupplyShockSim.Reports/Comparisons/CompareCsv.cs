using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>
/// <c>compare.csv</c>: <c>measure,consumer,country,commodity,unit</c>, one column for each run, then <c>difference,percent</c> of the other run against the
/// baseline; of several others each has a pair of its own, <c>difference NAME,percent NAME</c>. What did not happen is empty.
/// </summary>
internal static class CompareCsv
{
    public static void Write(Stream stream, Comparison comparison)
    {
        using var csv = new CsvWriter(stream);
        foreach (var name in (string[])["measure", "consumer", "country", "commodity", "unit"])
        {
            csv.Field(name);
        }

        foreach (var run in comparison.Runs)
        {
            csv.Field(run.Name);
        }

        int[] others = [.. comparison.Others];
        foreach (var other in others)
        {
            var behind = others.Length == 1 ? "" : " " + comparison.Runs[other].Name;
            csv.Field("difference" + behind).Field("percent" + behind);
        }

        csv.EndRow();
        foreach (var row in comparison.Measures)
        {
            csv.Field(row.Measure.Key).Field(row.Who.Consumer).Field(row.Who.Country).Field(row.Who.Commodity).Field(row.Measure.Unit);
            foreach (var value in row.Values)
            {
                _ = row.IsNumber ? csv.Field(value ?? double.NaN) : csv.Field(value is { } word ? row.Measure.Words[(int)word] : "");
            }

            foreach (var other in others)
            {
                csv.Field(row.Difference(other, comparison.Baseline) ?? double.NaN).Field(row.Percent(other, comparison.Baseline) ?? double.NaN);
            }

            csv.EndRow();
        }
    }
}
