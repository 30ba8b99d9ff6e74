using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>
/// What a replication costs, from what the base run did and not from a clock: whether a run has ranges must not depend on how fast or how busy the
/// machine is.
/// </summary>
public static class DrawCost
{
    /// <summary>A replication that takes more, in seconds, is not drawn unless asked for.</summary>
    public const double MostSeconds = 0.5;

    private const double SecondsPerEvent = 1e-6;
    private const double SecondsPerChange = 5e-6;
    private const double SecondsPerRow = 1e-6;

    /// <summary>
    /// About how long a replication takes on one core of a usual machine: 1 µs for each event, 5 µs for each change in the log (at one instant of a large
    /// network there are thousands), 1 µs for each site and lane that is set up.
    /// </summary>
    public static double Seconds(RunRecord record) =>
        (SecondsPerEvent * record.Events) + (SecondsPerChange * record.Log.Count) + (SecondsPerRow * (record.Network.Sites.Count + record.Network.Lanes.Count));
}
