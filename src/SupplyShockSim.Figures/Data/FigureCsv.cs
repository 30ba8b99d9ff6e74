using System.Globalization;
using System.Text;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures;

/// <summary>The data of a figure as CSV, one row for each point: long and tidy, for whoever wants to draw it anew.</summary>
/// <remarks>
/// Columns: <c>panel, mark, series, x, date, y, low, high, value, unit</c>. <c>x</c> is days from the start on a date axis (<c>date</c> says when that
/// is), a number or a name; of steps and layers a value holds until the next row of its series. <c>low</c> and <c>high</c> are the ends of bands and bars,
/// <c>value</c> that of cells, <c>unit</c> the unit of the axis of numbers.
/// </remarks>
public static class FigureCsv
{
    private const string Header = "panel,mark,series,x,date,y,low,high,value,unit\n";

    /// <summary>Whether a line is the first of such a table.</summary>
    public static bool IsOne(string firstLine) => firstLine == Header.TrimEnd('\n');

    public static string Of(Figure figure)
    {
        var text = new StringBuilder(Header);
        var unit = figure.Y.Kind == AxisKind.Number || figure.X.Kind != AxisKind.Number ? figure.Y.Unit : figure.X.Unit;
        foreach (var panel in figure.Panels)
        {
            foreach (var mark in panel.Marks)
            {
                foreach (var datum in mark.Data)
                {
                    Row(text, figure, panel, mark, datum, unit);
                }
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, Figure figure, Panel panel, Mark mark, Datum datum, string unit)
    {
        text.Append(Quoted(panel.Title)).Append(',').Append(mark.Kind).Append(',').Append(Quoted(datum.Series)).Append(',');
        text.Append(Place(figure.X, datum.X)).Append(',');
        text.Append(figure.X.Kind == AxisKind.Date ? Date(figure.X.Start, datum.X) : "").Append(',');
        text.Append(Place(figure.Y, datum.Y)).Append(',').Append(Number(datum.Low)).Append(',')
            .Append(Number(datum.High)).Append(',').Append(Number(datum.Value));
        text.Append(',').Append(Quoted(unit)).Append('\n');
    }

    private static string Place(Axis axis, double value) =>
        axis.Kind == AxisKind.Category && value == Math.Floor(value) && value >= 0 && value < axis.Categories.Count
        ? Quoted(axis.Categories[(int)value])
        : Number(value);

    /// <summary>The day, with its time where it is not midnight.</summary>
    internal static string Date(DateTime start, double days)
    {
        var date = start.At(days);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
