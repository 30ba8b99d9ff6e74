using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>Problems in the forms that other programs take: SARIF for code scanning, commands of a GitHub workflow.</summary>
public static class DiagnosticFormats
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Static Analysis Results Interchange Format 2.1.0, one run (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).</summary>
    /// <param name="writer">Takes the JSON.</param>
    /// <param name="diagnostics">The problems.</param>
    /// <param name="codes">What the codes stand for; those of problems become rules.</param>
    public static void WriteSarif(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<DiagnosticCode> codes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, [.. codes.Where(c => diagnostics.Any(d => d.Code == c.Code))]);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var d in diagnostics)
            {
                WriteResult(json, d);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.ToArray()));
        writer.Write('\n');
    }

    /// <summary>
    /// One workflow command a line, <c>::error file=...,line=...::message</c>, which GitHub shows beside the line
    /// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
    /// </summary>
    public static void WriteGithub(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var d in diagnostics)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"::{Word(d)} file={Property(d.File)},line={d.Line},col={d.Column},endColumn={d.Column + d.Length},title={d.Code}::{Data(WithHint(d))}\n"));
        }
    }

    private static void WriteTool(Utf8JsonWriter json, IReadOnlyList<DiagnosticCode> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "SupplyShockSim");
        json.WriteStartArray("rules");
        foreach (var code in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", code.Code);
            Text(json, "shortDescription", code.Meaning);
            Text(json, "help", code.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic d)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", d.Code);
        json.WriteString("level", Word(d));
        Text(json, "message", WithHint(d));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(d.File).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", d.Line);
        json.WriteNumber("startColumn", d.Column);
        json.WriteNumber("endColumn", d.Column + d.Length);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string key, string text)
    {
        json.WriteStartObject(key);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Word(Diagnostic d) => d.Severity == DiagnosticSeverity.Error ? "error" : "warning";

    private static string WithHint(Diagnostic d) => d.Hint is null ? d.Message : $"{d.Message}; {d.Hint}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
