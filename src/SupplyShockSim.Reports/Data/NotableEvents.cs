using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// Which entries of a log are worth reading: milestones; rates that moved by more than <see cref="Tolerance"/> of themselves and of what is normal where it happened; and whatever
/// caused an entry that stays, so that each chain of causes is whole.
/// </summary>
internal static class NotableEvents
{
    /// <summary>A smaller share of the normal value is no event.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Ids of the entries that stay, in order.</summary>
    public static IReadOnlyList<int> Of(RunRecord record)
    {
        var log = record.Log;
        var stays = new bool[log.Count];

        // A cause stands before what it causes, so that one pass from the end finds every ancestor of what stays.
        var count = 0;
        for (var i = log.Count - 1; i >= 0; i--)
        {
            if (stays[i] |= IsNotable(record.Network, log[i]))
            {
                count++;
                if (log[i].Cause >= 0)
                {
                    stays[log[i].Cause] = true;
                }
            }
        }

        var ids = new List<int>(count);
        for (var i = 0; i < stays.Length; i++)
        {
            if (stays[i])
            {
                ids.Add(i);
            }
        }

        return ids;
    }

    private static bool IsNotable(SupplyNetwork network, LogEntry entry) => entry.Kind.Says().Weight switch
    {
        LogWeight.Milestone => true,
        LogWeight.Level => Moved(OrZero(entry.Before), OrZero(entry.After), Normal(network, entry)),
        _ => false,
    };

    /// <summary>A rate above the normal one is measured by itself: catching up goes in many small steps.</summary>
    private static bool Moved(double before, double after, double normal) =>
        Math.Abs(after - before) > Tolerance * Math.Max(normal, Math.Max(before, after));

    private static double OrZero(double rate) => double.IsNaN(rate) ? 0 : rate;

    /// <summary>The rate at which the subject runs in the baseline, t/d; of a lane that at which its buyer uses the commodity.</summary>
    private static double Normal(SupplyNetwork network, LogEntry entry) => entry.SubjectKind switch
    {
        SubjectKind.Site => network.Sites.BaselinePerDay[entry.Subject],
        SubjectKind.Stock => OfStock(network, entry.Subject),
        SubjectKind.Lane => OfStock(network, network.Lanes.ToStock[entry.Subject]),
        _ => 0,
    };

    private static double OfStock(SupplyNetwork network, int stock) =>
        network.Stocks.Coefficient[stock] * network.Sites.BaselinePerDay[network.Stocks.Site[stock]];
}
