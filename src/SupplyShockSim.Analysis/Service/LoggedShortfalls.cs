using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis;

/// <summary>
/// Which consumers ran short, read off the log: it has every start of a shortfall, whatever series were recorded. As in the
/// measures, a shortfall of <see cref="SiteNeed.Dust"/> of the demand or less is none.
/// </summary>
public static class LoggedShortfalls
{
    /// <summary>How many rows of consumers ran short at some time.</summary>
    public static int Count(RunRecord record)
    {
        var rows = new HashSet<int>();
        foreach (var entry in record.Log)
        {
            if (IsShort(record.Network, entry))
            {
                rows.Add(record.Network.Sites.Row[entry.Subject]);
            }
        }

        return rows.Count;
    }

    /// <summary>The first entry by which a consumer of a country, or of any, is short; null where none ever was.</summary>
    /// <param name="record">The run.</param>
    /// <param name="country">Index of the country; -1 for all.</param>
    public static LogEntry? First(RunRecord record, int country = -1)
    {
        foreach (var entry in record.Log)
        {
            if (IsShort(record.Network, entry) && (country < 0 || record.Network.Sites.Country[entry.Subject] == country))
            {
                return entry;
            }
        }

        return null;
    }

    private static bool IsShort(SupplyNetwork network, LogEntry entry) =>
        entry.Kind is (LogKind.ShortfallStarted or LogKind.ShortfallChanged) && entry.After > SiteNeed.Dust * network.Sites.BaselinePerDay[entry.Subject];
}
