using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupplyShockSim.Figures;

/// <summary>A figure as JSON: its words, axes, controls and marks, for whoever draws it elsewhere.</summary>
public static class FigureJson
{
    /// <summary>Says that a file is such a figure.</summary>
    public const string Schema = "supplyshock/figure/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default };

    public static string Of(Figure figure)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, figure);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("name", figure.Name);
        json.WriteString("title", figure.Title);
        json.WriteString("subtitle", figure.Subtitle);
        json.WriteString("description", figure.Description);
        json.WriteString("footnote", figure.Footnote);
        json.WriteString("whenEmpty", figure.WhenEmpty);
        WriteAxis(json, "x", figure.X);
        WriteAxis(json, "y", figure.Y);
        json.WriteStartArray("spans");
        foreach (var span in figure.Spans)
        {
            json.WriteStartObject();
            json.WriteString("label", span.Label);
            json.WriteStartArray("windows");
            foreach (var window in span.Windows)
            {
                json.WriteStartArray();
                json.WriteNumberValue(window.From);
                json.WriteNumberValue(window.Until);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("panels");
        foreach (var panel in figure.Panels)
        {
            json.WriteStartObject();
            json.WriteString("title", panel.Title);
            json.WriteStartArray("marks");
            foreach (var mark in panel.Marks)
            {
                WriteMark(json, mark);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAxis(Utf8JsonWriter json, string name, Axis axis)
    {
        json.WriteStartObject(name);
        json.WriteString("kind", axis.Kind.ToString().ToLowerInvariant());
        json.WriteString("unit", axis.Unit);
        if (axis.Kind == AxisKind.Date)
        {
            json.WriteString("start", FigureCsv.Date(axis.Start, 0));
        }

        if (axis.Until is { } until)
        {
            json.WriteNumber("until", until);
        }

        if (axis.Kind == AxisKind.Category)
        {
            json.WriteStartArray("categories");
            foreach (var category in axis.Categories)
            {
                json.WriteStringValue(category);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>
    /// One entry for each series of a mark: <c>label</c>, <c>detail</c>, <c>hue</c> and its points as rows of <c>x, y</c>, and <c>low, high</c> or
    /// <c>value</c> where it has them.
    /// </summary>
    private static void WriteMark(Utf8JsonWriter json, Mark mark)
    {
        json.WriteStartObject();
        json.WriteString("kind", mark.Kind);
        json.WriteStartArray("series");
        foreach (var series in mark.Data.GroupBy(d => d.Series))
        {
            json.WriteStartObject();
            json.WriteString("label", series.Key);
            json.WriteString("detail", mark.Labels.FirstOrDefault(l => l.Text == series.Key)?.Detail ?? "");
            if (mark.HueOf(series.Key) is { } hue)
            {
                json.WriteNumber("hue", hue.Place);
            }

            json.WriteStartArray("points");
            foreach (var datum in series)
            {
                WritePoint(json, datum);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, Datum datum)
    {
        json.WriteStartArray();
        json.WriteNumberValue(datum.X);
        json.WriteNumberValue(datum.Y);
        foreach (var more in (ReadOnlySpan<double?>)[datum.Low, datum.High, datum.Value])
        {
            if (more is { } number)
            {
                json.WriteNumberValue(number);
            }
        }

        json.WriteEndArray();
    }
}
