using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>What of a run was recorded, by name and in a sentence.</summary>
internal static class Recorded
{
    /// <summary>As scenarios write it: <c>all</c>, <c>consumers</c> or <c>totals</c>.</summary>
    public static string Name(RecordScope scope) => scope.ToString().ToLowerInvariant();

    /// <summary>What cannot be said because it was not recorded, in one sentence; null where everything was.</summary>
    public static string? Missing(RecordScope scope) => scope switch
    {
        RecordScope.Totals => "Only totals by country and commodity were recorded (output.record: totals), so this says nothing of stocks, cover, activity, arrivals and flows, "
            + "of single consumers no more than events.csv tells, and of import reliance and concentration only the baseline.",
        RecordScope.Consumers => "Only consumers were recorded (output.record: consumers), so this says nothing of stocks and activity of other sites, nor of arrivals and flows, "
            + "and of import reliance and concentration only the baseline.",
        _ => null,
    };
}
