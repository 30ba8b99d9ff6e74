using System.Globalization;
using SupplyShockSim.Engine;

namespace SupplyShockSim.Reports.Data;

/// <summary>Instants of a run as calendar dates.</summary>
internal static class Calendar
{
    /// <summary>The date and time of an instant.</summary>
    public static DateTime At(this DateTime start, SimTime t) => start.AddSeconds(t.Seconds);

    /// <summary>As in data: <c>2026-03-09</c>, the day the instant falls on.</summary>
    public static string Iso(this DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As in a sentence: <c>9 March 2026</c>.</summary>
    public static string Spoken(this DateTime date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
