using System.Globalization;

namespace SupplyShockSim.Policies;

/// <summary>Words that the sentences of policies share.</summary>
public static class PolicyWords
{
    public static string Join(IReadOnlyList<string> names) => string.Join(", ", names);

    /// <summary>A share in percent, to two decimals.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A number, to two decimals.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
