using System.Globalization;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies;

/// <summary>Words that the sentences of policies share.</summary>
public static class PolicyWords
{
    public static string Join(IReadOnlyList<string> names) => string.Join(", ", names);

    /// <summary>A share in percent, to two decimals.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A span in days.</summary>
    public static string Days(double days) => Number(days) is var written && written == "1" ? "1 day" : written + " days";

    /// <summary>A date, or the day of the run.</summary>
    public static string Moment(When when) => when.Date is { } date
        ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : $"day {Number(when.Offset.Days)}";

    /// <summary>A number, to two decimals.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
