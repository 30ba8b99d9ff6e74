using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>Writes problems for people and for programs.</summary>
public static class DiagnosticPrinter
{
    private const int WidestLine = 160;

    private static readonly JsonWriterOptions Json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Each as <c>path:line:col: error SSnnn: message</c>, then the line it stands in with carets under the place, then the hint.
    /// </summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="diagnostics">The problems.</param>
    /// <param name="colour">Whether the reader is a terminal: errors are then red and warnings yellow.</param>
    public static void WriteText(TextWriter writer, IEnumerable<Diagnostic> diagnostics, bool colour = false)
    {
        foreach (var d in diagnostics)
        {
            var (strong, plain) = colour ? (d.Severity == DiagnosticSeverity.Error ? "\e[31;1m" : "\e[33;1m", "\e[0m") : ("", "");
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{Harmless(d.File)}:{d.Line}:{d.Column}: "));
            writer.Write($"{strong}{Word(d.Severity)} {d.Code}{plain}: {Harmless(d.Message)}\n");
            if (d.SourceLine is { } line && d.Column <= line.Length + 1 && !string.IsNullOrWhiteSpace(line))
            {
                WriteLine(writer, line, d.Column, d.Length, strong, plain);
            }

            if (d.Hint is not null)
            {
                writer.Write($"    hint: {Harmless(d.Hint)}\n");
            }
        }
    }

    /// <summary>A JSON array of objects: file, line, column, length, severity, code, message, hint, sourceLine.</summary>
    public static void WriteJson(TextWriter writer, IEnumerable<Diagnostic> diagnostics)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartArray();
            foreach (var d in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("file", d.File);
                json.WriteNumber("line", d.Line);
                json.WriteNumber("column", d.Column);
                json.WriteNumber("length", d.Length);
                json.WriteString("severity", Word(d.Severity));
                json.WriteString("code", d.Code);
                json.WriteString("message", d.Message);
                json.WriteString("hint", d.Hint);
                json.WriteString("sourceLine", d.SourceLine);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        writer.Write(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
        writer.Write('\n');
    }

    private static string Word(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? "error" : "warning";

    /// <summary>The text without what a terminal would obey: control characters, and marks that turn the direction of writing.</summary>
    private static string Harmless(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
        {
            var isObeyed = char.IsControl(from[i]) || from[i] is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
            to[i] = isObeyed ? ' ' : from[i];
        }
    });

    /// <summary>Shows a line, or the part of a long one that the place stands in, with control characters made harmless.</summary>
    private static void WriteLine(TextWriter writer, string line, int column, int length, string strong, string plain)
    {
        var first = column > WidestLine ? column - (WidestLine / 2) : 1;
        var shown = line[(first - 1)..Math.Min(line.Length, first - 1 + WidestLine)];
        writer.Write("    " + Harmless(shown).TrimEnd() + "\n");
        var carets = Math.Clamp(length, 1, Math.Max(1, shown.Length - (column - first)));
        writer.Write("    " + new string(' ', column - first) + strong + new string('^', carets) + plain + "\n");
    }
}
