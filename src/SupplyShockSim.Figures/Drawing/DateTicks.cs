using System.Globalization;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>A tick of a date axis.</summary>
/// <param name="Day">Where it stands, in days from the start of the run.</param>
/// <param name="Label">What stands at it.</param>
/// <param name="Year">The year, to stand beneath the first tick of each; null for the others.</param>
internal readonly record struct DateTick(double Day, string Label, string? Year);

/// <summary>Ticks of a date axis: at days, months or years, as few as fit.</summary>
internal static class DateTicks
{
    private static readonly int[] DaySteps = [1, 2, 7, 14];
    private static readonly int[] MonthSteps = [1, 2, 3, 6];
    private static readonly int[] YearSteps = [1, 2, 5, 10, 20, 50, 100];

    /// <param name="start">Date of day 0.</param>
    /// <param name="days">Length of the axis.</param>
    /// <param name="most">Most ticks that have room.</param>
    public static List<DateTick> Of(DateTime start, double days, int most)
    {
        foreach (var step in DaySteps)
        {
            if (days / step <= most && days <= 70)
            {
                return Days(start, days, step);
            }
        }

        foreach (var step in MonthSteps)
        {
            if (days / (step * 30.4) <= most)
            {
                return Months(start, days, step);
            }
        }

        foreach (var step in YearSteps)
        {
            if (days / (step * 365.25) <= most)
            {
                return Years(start, days, step);
            }
        }

        return Years(start, days, 1000);
    }

    private static List<DateTick> Days(DateTime start, double days, int step)
    {
        var ticks = new List<DateTick>();
        var first = start.TimeOfDay == TimeSpan.Zero ? start : start.Date.AddDays(1);
        for (var date = first; Day(date, start) <= days; date = date.AddDays(step))
        {
            ticks.Add(Tick(date, start, "d MMM", ticks.Count == 0 || date.AddDays(-step).Year < date.Year));
        }

        return ticks;
    }

    private static List<DateTick> Months(DateTime start, double days, int step)
    {
        var ticks = new List<DateTick>();
        var month = new DateTime(start.Year, 1, 1, 0, 0, 0, start.Kind);
        var year = 0;
        for (; Day(month, start) <= days; month = month.AddMonths(step))
        {
            if (month < start)
            {
                continue;
            }

            ticks.Add(Tick(month, start, "MMM", month.Year != year));
            year = month.Year;
        }

        return ticks;
    }

    private static List<DateTick> Years(DateTime start, double days, int step)
    {
        var ticks = new List<DateTick>();
        for (var year = start.Year - (start.Year % step); year <= 9999; year += step)
        {
            if (year < 1)
            {
                continue;
            }

            var date = new DateTime(year, 1, 1, 0, 0, 0, start.Kind);
            if (date < start)
            {
                continue;
            }

            if (Day(date, start) > days)
            {
                break;
            }

            ticks.Add(Tick(date, start, "yyyy", false));
        }

        return ticks;
    }

    private static double Day(DateTime date, DateTime start) => (date - start).TotalDays;

    private static DateTick Tick(DateTime date, DateTime start, string format, bool year) => new(
        Day(date, start),
        date.ToString(format, CultureInfo.InvariantCulture),
        year ? date.ToString("yyyy", CultureInfo.InvariantCulture) : null);
}
