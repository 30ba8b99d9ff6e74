using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyShockSim.Figures;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>A figure on the page of a comparison: its picture, its data for whoever points at it, and a table of them.</summary>
internal static class CompareFigure
{
    /// <summary>Narrower than a picture by itself, so that its text can still be read on a screen of 600 pixels.</summary>
    private const int Width = 760;

    /// <summary>Digits of the values that are shown at the pointer.</summary>
    private const int Digits = 6;

    public static void Write(HtmlWriter page, Figure figure)
    {
        page.Raw("<figure>\n<div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"" + Markup.Escape(figure.Name)
            + ": arrow keys tell the values\">\n" + FigureRenderer.Svg(figure, Width)
            + "<div class=\"cursor\" hidden></div>\n<div class=\"values\" role=\"status\" hidden></div>\n<script type=\"application/json\">"
            + Data(figure) + "</script>\n</div>\n");
        page.Raw("<details><summary>The same as a table</summary>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Markup.Escape(figure.Name) + " as a table\">\n");
        Table(page, figure);
        page.Raw("</div>\n</details>\n</figure>\n");
    }

    /// <summary>Lines only: what they say at a place is what a reader asks for; a band has its ends in the file beside the page.</summary>
    private static IEnumerable<(string Name, Polyline Course)> Lines(Panel panel) => panel.Marks.OfType<LineMark>().Select(l => (l.Label.Text, l.Course));

    private static string Data(Figure figure)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("unit", figure.Y.Unit.Split(' ')[0]);
            json.WriteString("start", figure.X.Kind == AxisKind.Date ? figure.X.Start.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : null);
            json.Array("fields", FigureRenderer.Fields(figure, Width), f => Row(json, f.Left, f.Top, f.Right, f.Bottom, f.From, f.Until));
            json.Objects("panels", figure.Panels, panel =>
            {
                json.WriteString("title", panel.Title);
                json.Objects("series", Lines(panel), line =>
                {
                    json.WriteString("name", line.Name);
                    json.Array("points", line.Course.Points, p => Row(json, p.X, p.Y));
                });
            });
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Row(Utf8JsonWriter json, params ReadOnlySpan<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteNumberValue(double.Parse(value.ToString("G" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
    }

    /// <summary>One panel by place; several by panel, with the largest value of each line.</summary>
    private static void Table(HtmlWriter page, Figure figure)
    {
        if (figure.Panels is [var only])
        {
            var lines = Lines(only).GroupBy(l => l.Name).Select(g => (Name: g.Key, Values: g.SelectMany(l => l.Course.Points).GroupBy(p => p.X).ToDictionary(p => p.Key, p => p.Last().Y))).ToArray();
            var places = lines.SelectMany(l => l.Values.Keys).Distinct().Order();
            page.Table($"{figure.Subtitle}", [figure.X.Kind == AxisKind.Date ? "From" : "Day", .. lines.Select(l => l.Name + "*")],
                places.Select(x => (string[])[Place(figure, x), .. lines.Select(l => l.Values.TryGetValue(x, out var y) ? Say.Number(y) : "-")]));
            return;
        }

        string[] names = [.. figure.Panels.SelectMany(Lines).Select(l => l.Name).Distinct()];
        page.Table($"{figure.Subtitle} The largest value of each.", ["", .. names.Select(n => n + "*")],
            figure.Panels.Select(panel => (string[])
            [
                panel.Title,
                .. names.Select(n => Lines(panel).Where(l => l.Name == n).SelectMany(l => l.Course.Points).Select(p => p.Y).DefaultIfEmpty(double.NaN).MaxBy(Math.Abs))
                    .Select(v => double.IsNaN(v) ? "-" : Say.Number(v)),
            ]));
    }

    private static string Place(Figure figure, double x) => figure.X.Kind == AxisKind.Date ? figure.X.Start.At(x).Iso() : Say.Days(x);
}
