using System.Globalization;

namespace SupplyShockSim.Scenarios.Backtests;

/// <summary>A calendar month, written <c>2025-04</c>.</summary>
/// <param name="Year">The year, 1 to 9998.</param>
/// <param name="Number">1 for January to 12.</param>
public readonly record struct Month(int Year, int Number) : IComparable<Month>
{
    private const string Form = "yyyy-MM";

    /// <summary>Midnight at its beginning.</summary>
    public DateTime Start => new(Year, Number, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Midnight at its end.</summary>
    public DateTime End => Next.Start;

    public Month Next => Number == 12 ? new(Year + 1, 1) : new(Year, Number + 1);

    /// <summary>28 to 31.</summary>
    public int Days => DateTime.DaysInMonth(Year, Number);

    /// <summary>The month a moment lies in.</summary>
    public static Month Of(DateTime moment) => new(moment.Year, moment.Month);

    /// <summary>Reads <c>2025-04</c>.</summary>
    public static bool TryParse(string text, out Month month)
    {
        var read = DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start) && start.Year < 9999;
        month = read ? Of(start) : default;
        return read;
    }

    /// <summary>The whole months between two moments, in order.</summary>
    public static IEnumerable<Month> Within(DateTime from, DateTime until)
    {
        var first = Of(from);
        for (var month = first.Start < from ? first.Next : first; month.End <= until; month = month.Next)
        {
            yield return month;
        }
    }

    public int CompareTo(Month other) => (Year, Number).CompareTo((other.Year, other.Number));

    public static bool operator <(Month a, Month b) => a.CompareTo(b) < 0;

    public static bool operator >(Month a, Month b) => a.CompareTo(b) > 0;

    public static bool operator <=(Month a, Month b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Month a, Month b) => a.CompareTo(b) >= 0;

    public override string ToString() => Start.ToString(Form, CultureInfo.InvariantCulture);
}
