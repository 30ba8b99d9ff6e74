using System.Text.Json;
using SupplyShockSim.Analysis;
using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Reports.Tests;

/// <summary>A measure is one file: what is in the list is in checks, schema, metrics, report and documentation.</summary>
public class ListOfMeasuresTests
{
    /// <summary>Days on which something is short: a measure that only this file knows.</summary>
    private sealed class DaysShort : ServiceMeasure
    {
        public override string Key => "daysShort";

        public override string Unit => "d";

        public override string Meaning => "how long something was short";

        public override string Formula => "length of all t with s(t) > 0";

        public override string CheckKey => "shortfall.days";

        public override (int Place, string Key)? InTotals => (9, "daysShort");

        public override MeasureColumn Column { get; } = new(9, "Days short", MeasureTables.All);

        public override double? Of(NeedInRun need)
        {
            var (days, series) = (0.0, need.Need.Shortfall);
            for (var i = 0; i < series.Count; i++)
            {
                var until = i + 1 < series.Count ? new SimTime(series.Times[i + 1]) : need.End;
                days += series.Values[i] > 0 ? (until - new SimTime(series.Times[i])).Days : 0;
            }

            return days;
        }
    }

    private static readonly IReadOnlyList<ServiceMeasure> WithAnother = [.. MeasureCatalog.All, new DaysShort()];

    [Fact]
    public void One_more_measure_is_in_metrics_and_totals()
    {
        var output = Halt();
        using var stream = new MemoryStream();
        MetricsJson.Write(stream, output);
        var root = JsonDocument.Parse(stream.ToArray()).RootElement;

        // cars: cohort 1 is short from day 67 to 127, cohort 2 from 87 to 127; radars never; wind from 103.5 to 127.
        Assert.Equal([60.0, 0, 23.5], root.GetProperty("consumers").EnumerateArray().Select(c => c.GetProperty("daysShort").GetDouble()));
        Assert.Equal([60.0, 40], root.GetProperty("consumers")[0].GetProperty("cohorts").EnumerateArray().Select(c => c.GetProperty("daysShort").GetDouble()));
        Assert.Equal(60, root.GetProperty("totals").GetProperty("daysShort").GetDouble());
    }

    [Fact]
    public void One_more_measure_is_a_column_of_the_report()
    {
        var output = Halt();
        var html = HtmlReport.Write(new ReportSource(output, [], Provenance.Of(output)));

        Assert.Contains("<th scope=\"col\" class=\"n\">Days to recover</th><th scope=\"col\" class=\"n\">Days short</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">23.5</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void One_more_measure_can_be_checked_and_is_in_the_schema()
    {
        var known = MeasureCatalog.CheckedIn(WithAnother);

        Assert.Contains(known, m => m is { Key: "shortfall.days", Dimension: Dimension.Time });
        Assert.DoesNotContain(MeasureCatalog.Checked, m => m.Key == "shortfall.days");
        Assert.Contains("\"shortfall.days\"", Schema(known), StringComparison.Ordinal);
        Assert.DoesNotContain("\"shortfall.days\"", Schema(MeasureCatalog.Checked), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_those_of_one_measure_each()
    {
        foreach (var names in (IEnumerable<string>[])
            [MeasureCatalog.All.Select(m => m.Key), MeasureCatalog.Checked.Select(m => m.Key),
             MeasureCatalog.All.Where(m => m.InTotals is not null).Select(m => m.InTotals!.Value.Key)])
        {
            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        }
    }

    [Fact]
    public void Every_measure_is_documented_and_no_other()
    {
        var rows = MeasureCatalog.All.Select(m => $"| `{m.Key}` | {(m.CheckKey is { } key ? $"`{key}`" : "")} | {m.Unit} | {m.Meaning} |");
        var formulas = MeasureCatalog.All.Select(m => $"- `{m.Key}`: {m.Formula}{(m.Source is { } source ? $" ({source})" : "")}");
        var page = Readme.Of("SupplyShockSim.Analysis").ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(l => !l.StartsWith("| key |", StringComparison.Ordinal)).Skip(2).ToArray();

        Assert.Equal(string.Join('\n', rows), string.Join('\n', page.TakeWhile(l => l.StartsWith('|'))));
        Assert.Equal(
            string.Join('\n', formulas),
            string.Join('\n', page.SkipWhile(l => !l.StartsWith("- `", StringComparison.Ordinal))
                .TakeWhile(l => l.StartsWith("- `", StringComparison.Ordinal))));
    }

    private static RunOutput Halt()
    {
        var output = SampleRuns.Halt();
        return output with { Measures = Measures.Of(output.Record, WithAnother) };
    }

    private static string Schema(IReadOnlyList<Scenarios.Definitions.CheckedMeasure> measures)
    {
        using var writer = new StringWriter();
        SchemaWriter.Write(writer, measures);
        return writer.ToString();
    }
}
