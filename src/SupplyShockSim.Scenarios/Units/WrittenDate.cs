using System.Globalization;

namespace SupplyShockSim.Scenarios.Units;

/// <summary>Dates as people write them, so that a message can say how to write them here.</summary>
internal static class WrittenDate
{
    private const int Longest = 40;

    private static readonly string[] Clear =
        ["d.M.yyyy", "d. M. yyyy", "d MMMM yyyy", "d MMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy", "d-MMM-yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd"];

    private static readonly string[] DayFirst = ["d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M-d-yyyy"];

    /// <summary>The text as year-month-day, with "or" between where it can be two days; null where it is no date.</summary>
    public static string? Iso(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is < 8 or > Longest)
        {
            return null;
        }

        var days = new[] { Read(trimmed, Clear), Read(trimmed, DayFirst), Read(trimmed, MonthFirst) }.OfType<DateTime>().Distinct().ToList();
        return days.Count == 0 ? null : string.Join(" or ", days.Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    private static DateTime? Read(ReadOnlySpan<char> text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
