using System.Globalization;
using System.Text.Json;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Backtests;

/// <summary><c>metrics.json</c>: errors and shapes; <c>manifest.json</c>: all that is needed to do it again, and what was fitted.</summary>
internal static class BacktestJson
{
    /// <summary>Says that a manifest is that of a back-test.</summary>
    public const string Schema = "supplyshock/backtest/1";

    public static void Metrics(Stream stream, Backtest backtest) => Json.Write(stream, json =>
    {
        json.Strings("judgedMonths", backtest.Months.Where((_, m) => backtest.IsJudged[m]).Select(m => m.ToString()));
        Series(json, "world", backtest.World);
        json.Objects("destinations", backtest.Destinations, d => Members(json, d));
        json.Strings("unmatched", backtest.Unmatched);
        json.Objects("firstDry", backtest.FirstDry, f =>
        {
            json.WriteString("country", f.Code);
            json.WriteString("site", f.Site);
            json.WriteString("date", f.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
    });

    public static void Manifest(Stream stream, BacktestOutput output, IReadOnlyList<WrittenFile> files) => Json.Write(stream, json =>
    {
        json.WriteString("schema", Schema);
        json.WriteString("version", output.Version);
        json.WriteString("title", output.Title);
        json.WriteString("scenario", output.ScenarioPath);
        json.WriteString("observed", output.ObservedPath);
        json.Strings("set", output.Overrides);
        json.WriteNumber("seed", output.Seed);
        json.WriteNumber("replications", output.Replications);
        json.Inputs(output);
        json.WriteString("traceHash", ManifestJson.Fingerprint(output.Backtest.Record.TraceHash));
        json.WriteNumber("massBalance", output.Backtest.Record.Mass.Select(m => m.RelativeError).DefaultIfEmpty(0).Max());
        json.WriteString("fitted", output.Fitted);
        json.WriteString("notFitted", output.NotFitted);
        json.Objects("parameters", output.Parameters, p =>
        {
            json.WriteString("path", p.Path);
            json.WriteString("value", p.Value);
            json.WriteString("from", p.From);
            json.WriteString("to", p.To);
            json.WriteString("meaning", p.Meaning);
            json.WriteString("source", p.Source);
        });
        json.Array("seasonality", output.Seasonality, json.WriteNumberValue);
        json.WriteString("seasonalitySource", output.Source);
        json.Strings("sources", output.Backtest.Record.Controls.Where(c => c.Source is not null).Select(c => c.Source!).Distinct());
        json.Files(files);
        json.Measured(output);
    });

    private static void Series(Utf8JsonWriter json, string name, BacktestSeries series)
    {
        json.WriteStartObject(name);
        Members(json, series);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, BacktestSeries series)
    {
        json.WriteString("destination", series.Name);
        json.WriteNumber("monthsCompared", series.Errors.Count);
        json.NumberOrNull("mape", series.Errors.Mape);
        json.NumberOrNull("rmse", series.Errors.Rmse);
        json.NumberOrNull("bias", series.Errors.Bias);
        json.NumberOrNull("worst", series.Errors.Worst);
        Shape(json, "observedShape", series.ObservedShape);
        Shape(json, "simulatedShape", series.SimulatedShape);
    }

    private static void Shape(Utf8JsonWriter json, string name, Shape? shape)
    {
        if (shape is not { } s)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("trough", s.Trough.ToString());
        json.WriteNumber("depth", s.Depth);
        json.WriteString("recovery", s.Recovery?.ToString());
        json.WriteString("peak", s.Peak?.ToString());
        json.WriteNumber("overshoot", s.Overshoot);
        json.WriteNumber("excessTonnes", s.ExcessTonnes);
        json.WriteEndObject();
    }
}
