using System.Globalization;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Figures.Words;

/// <summary>Instants of a run as calendar dates.</summary>
public static class Calendar
{
    /// <summary>The date and time of an instant.</summary>
    public static DateTime At(this DateTime start, SimTime t) => t.ToDate(start);

    /// <summary>The date and time so many days after the start, to the nearest second.</summary>
    public static DateTime At(this DateTime start, double days) => start.At(SimTime.FromDays(days));

    /// <summary>As in data: <c>2026-03-09</c>, the day the instant falls on.</summary>
    public static string Iso(this DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As beside a plot: <c>9 Mar 2026</c>, or without its year.</summary>
    public static string Short(this DateTime date, bool withYear = true) => date.ToString(withYear ? "d MMM yyyy" : "d MMM", CultureInfo.InvariantCulture);

    /// <summary>As in a sentence: <c>9 March 2026</c>.</summary>
    public static string Spoken(this DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
