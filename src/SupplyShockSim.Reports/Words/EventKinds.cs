using System.Text;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>Names and units of the kinds of log entries, as data files write them.</summary>
internal static class EventKinds
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<LogKind>(), Kebab);

    /// <summary>As in <c>stock-ran-dry</c>.</summary>
    public static string Name(LogKind kind) => Names[(int)kind];

    /// <summary>The unit of the values before and after; empty where the entry has none. <c>1</c> is a multiple of the baseline.</summary>
    public static string Unit(LogEntry entry) => double.IsNaN(entry.Before) && double.IsNaN(entry.After) ? "" : entry.Kind switch
    {
        LogKind.TransitChanged or LogKind.CoverTargetChanged or LogKind.QualificationStarted => "d",
        LogKind.ControlChanged => "1",
        LogKind.QuotaUsedUp or LogKind.QuotaRenewed => "t",
        _ => "t/d",
    };

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
