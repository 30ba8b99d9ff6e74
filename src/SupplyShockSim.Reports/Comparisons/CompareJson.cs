using System.Text.Json;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary><c>compare.json</c>: what was compared and how, what goes in that differs, the measures of all needs together, and where runs differ most.</summary>
internal static class CompareJson
{
    public const string Schema = "supplyshock/compare/1";

    public static void Write(Stream stream, ComparisonOutput output) => Json.Write(stream, json => Members(json, output));

    /// <summary>The same as a text.</summary>
    public static string Text(ComparisonOutput output) => Json.Text(json => Members(json, output));

    private static void Members(Utf8JsonWriter json, ComparisonOutput output)
    {
        var comparison = output.Comparison;
        var options = comparison.Options;
        json.WriteString("schema", Schema);
        json.WriteString("address", output.Source.Address);
        json.WriteString("title", output.Title);
        json.WriteString("command", output.Command);
        json.WriteString("version", output.Version);
        json.WriteString("baseline", comparison.Runs[comparison.Baseline].Name);
        json.WriteString("mode", options.Mode.ToString().ToLowerInvariant());
        json.WriteString("align", options.Align.ToString().ToLowerInvariant());
        json.WriteBoolean("cumulative", options.Cumulative);
        json.WriteString("where", options.Where.ToString());
        json.WriteNumber("tolerance", options.Tolerance);
        json.WriteBoolean("differs", comparison.Differs);
        json.Objects("comparedAnyway", output.Source.Overridden, o =>
        {
            json.WriteString("what", o.What);
            json.WriteString("text", o.Text);
        });
        json.Objects("runs", comparison.Runs, run => Run(json, run));
        json.Objects("inputs", comparison.Inputs, input =>
        {
            json.WriteString("path", input.Path);
            json.Array("values", input.Values, value => Value(json, value));
        });
        json.Objects("measures", comparison.Totals, row => Measure(json, comparison, row));
        json.Objects("largestDifferences", comparison.Largest, l => Largest(json, comparison, l));
        json.WriteString("withoutDraws", output.WithoutDraws);
        json.Objects("draws", output.Source.Draws, d => Draws(json, comparison, d));
        json.Objects("goesBackTo", output.Source.Shares.SelectMany(s => s.Shares.Select(share => (s.Run, Share: share))), s =>
        {
            json.WriteString("run", comparison.Runs[s.Run].Name);
            json.WriteString("input", s.Share.Control);
            json.WriteNumber("tonnes", s.Share.Value);
        });
        json.Objects("observed", output.Source.Observed, held =>
        {
            json.WriteString("run", comparison.Runs[held.Run].Name);
            json.WriteString("destination", held.Series.Name);
            json.WriteNumber("monthsCompared", held.Series.Errors.Count);
            json.NumberOrNull("mape", held.Series.Errors.Mape);
            json.NumberOrNull("rmse", held.Series.Errors.Rmse);
            json.NumberOrNull("bias", held.Series.Errors.Bias);
            json.NumberOrNull("worst", held.Series.Errors.Worst);
        });
        json.Objects("notes", output.Source.Notes, note =>
        {
            json.WriteString("date", note.Date.Iso());
            json.WriteString("text", note.Text);
        });
        json.Strings("sources", Sources(comparison));
    }

    /// <summary>What the controls of the runs cite.</summary>
    public static IEnumerable<string> Sources(Comparison comparison) =>
        comparison.Runs.SelectMany(r => r.Record.Controls).Select(c => c.Source).OfType<string>().Distinct();

    private static void Run(Utf8JsonWriter json, ComparedRun run)
    {
        var scenario = run.Asked.Scenario;
        json.WriteString("name", run.Name);
        json.WriteString("path", run.Asked.Path);
        json.WriteString("title", scenario.Spec.Title ?? scenario.Name);
        json.Strings("set", run.Asked.Overrides);
        json.WriteNumber("seed", scenario.Prepared.Spec.Seed);
        json.WriteString("start", run.Record.Start.Iso());
        json.WriteNumber("horizonDays", run.Record.End.Days);
        json.WriteString("version", run.Asked.Version);
        json.WriteString("hash", scenario.ShortHash);
        json.WriteString("traceHash", ManifestJson.Fingerprint(run.Record.TraceHash));
        json.Objects("files", scenario.Inputs, input =>
        {
            json.WriteString("path", input.Path);
            json.WriteString("sha256", input.Sha256);
        });
    }

    private static void Value(Utf8JsonWriter json, Scenarios.Files.ValueOrigin? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("value", value.Value);
        json.WriteString("origin", value.Origin);
        json.WriteEndObject();
    }

    private static void Measure(Utf8JsonWriter json, Comparison comparison, MeasureRow row)
    {
        json.WriteString("measure", row.Measure.Key);
        json.WriteString("unit", row.Measure.Unit);
        json.Array("values", row.Values, value =>
        {
            if (value is not { } number)
            {
                json.WriteNullValue();
            }
            else if (row.IsNumber)
            {
                json.WriteNumberValue(number);
            }
            else
            {
                json.WriteStringValue(row.Measure.Words[(int)number]);
            }
        });
        json.Array("best", row.Best, json.WriteNumberValue);
        json.Array("worst", row.Worst, json.WriteNumberValue);
        json.Objects("differences", row.IsNumber ? comparison.Others : [], other =>
        {
            json.WriteString("run", comparison.Runs[other].Name);
            json.NumberOrNull("difference", row.Difference(other, comparison.Baseline));
            json.NumberOrNull("percent", row.Percent(other, comparison.Baseline));
        });
    }

    private static void Largest(Utf8JsonWriter json, Comparison comparison, LargestDifference largest)
    {
        json.WriteString("run", comparison.Runs[largest.Run].Name);
        json.WriteString("country", largest.Key.Country);
        json.WriteString("commodity", largest.Key.Commodity);
        json.WriteString("endUse", largest.Key.EndUse);
        json.WriteNumber("day", comparison.Timeline.EdgeDays[largest.Cell]);
        json.WriteString("date", comparison.Runs[largest.Run].Record.Start.At(comparison.Timeline.EdgesOf(largest.Run)[largest.Cell]).Iso());
        json.WriteString("measure", comparison.Options.Measure.ToString().ToLowerInvariant());
        json.WriteNumber("baseline", largest.Baseline);
        json.WriteNumber("value", largest.Value);
        json.WriteNumber("shareOfNeed", largest.Share);
    }

    private static void Draws(Utf8JsonWriter json, Comparison comparison, PairedDraws draws)
    {
        json.WriteString("run", comparison.Runs[draws.Run].Name);
        json.WriteNumber("draws", draws.Draws);
        Spread("tonnes", draws.Tonnes);
        Spread("difference", draws.Difference);
        json.WriteNumber("moreProbability", draws.MoreProbability);
        json.WriteNumber("lessProbability", draws.LessProbability);

        void Spread(string name, Spread spread)
        {
            json.WriteStartObject(name);
            json.WriteNumber("q05", spread.Q05);
            json.WriteNumber("q25", spread.Q25);
            json.WriteNumber("q50", spread.Q50);
            json.WriteNumber("q75", spread.Q75);
            json.WriteNumber("q95", spread.Q95);
            json.WriteNumber("mean", spread.Mean);
            json.WriteEndObject();
        }
    }
}
