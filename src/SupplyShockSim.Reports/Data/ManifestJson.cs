using System.Globalization;
using System.Text.Json;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Data;

/// <summary><c>manifest.json</c>: all that is needed to run again, and the proof of what came out.</summary>
internal static class ManifestJson
{
    /// <summary>Says that a file is such a manifest; a folder without one is never replaced.</summary>
    public const string Schema = "supplyshock/run/1";

    public static void Write(Stream stream, RunOutput output, Provenance provenance, IReadOnlyList<WrittenFile> files) => Json.Write(stream, json =>
    {
        var record = output.Record;
        json.WriteString("schema", Schema);
        json.WriteString("version", output.Version);
        json.WriteString("run", output.Run);
        json.WriteString("hash", output.ShortHash);
        json.WriteString("title", output.Title);
        json.WriteString("scenario", output.ScenarioPath);
        json.Strings("set", output.Overrides);
        json.WriteNumber("seed", output.Seed);
        json.WriteString("start", record.Start.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteNumber("horizonDays", record.End.Days);
        json.WriteString("grid", output.Grid.ToString().ToLowerInvariant());
        json.WriteString("recorded", Recorded.Name(record.Recorded));
        json.WriteString("notRecorded", Recorded.Missing(record.Recorded));
        var copies = InputCopies.Names(output.Inputs);
        json.Objects("inputs", [.. output.Inputs.Zip(copies)], input =>
        {
            json.WriteString("path", input.First.Path);
            json.WriteString("file", input.Second);
            json.WriteString("sha256", input.First.Sha256);
        });
        json.WriteString("traceHash", Fingerprint(record.TraceHash));
        json.WriteNumber("events", record.Events);
        json.WriteNumber("logEntries", record.Log.Count);
        json.WriteString("eventsListed", output.AllEvents ? "all" : "notable");
        json.WriteNumber("massBalance", output.Measures.MassBalance);
        json.Warnings(output.Warnings);
        json.Checks(output.Checks);
        RangesJson.WriteSampled(json, output.Ranges);
        json.Objects("controls", record.Controls, control =>
        {
            json.WriteString("name", control.Name);
            json.WriteString("type", control.Type);
            json.WriteString("summary", control.Summary);
            json.WriteString("source", control.Source);
            json.Objects("inForce", control.InForce, window =>
            {
                json.WriteNumber("fromDay", window.From.Days);
                json.WriteNumber("untilDay", window.Until.Days);
            });
        });
        Assumptions(json, provenance);
        json.Strings("sources", provenance.Sources);
        if (provenance.MoreSources > 0)
        {
            json.WriteNumber("moreSources", provenance.MoreSources);
        }

        json.Files(files);
        json.Measured(output);
    });

    /// <summary>A trace hash as people and files have it: 16 hexadecimal digits.</summary>
    public static string Fingerprint(ulong traceHash) => traceHash.ToString("x16", CultureInfo.InvariantCulture);

    private static void Assumptions(Utf8JsonWriter json, Provenance provenance)
    {
        json.WriteStartObject("assumptions");
        json.WriteStartObject("rowsByConfidence");
        foreach (var count in provenance.Counts)
        {
            json.WriteNumber(count.Confidence, count.Rows);
        }

        json.WriteEndObject();
        json.Objects("list", provenance.Assumptions, a =>
        {
            json.WriteString("confidence", a.Confidence);
            json.WriteString("note", a.Note);
            json.WriteString("source", a.Source);
            json.Strings("rows", a.Rows);
            if (a.MoreRows > 0)
            {
                json.WriteNumber("moreRows", a.MoreRows);
            }
        });
        if (provenance.MoreAssumptions > 0)
        {
            json.WriteNumber("more", provenance.MoreAssumptions);
        }

        json.WriteEndObject();
    }
}
