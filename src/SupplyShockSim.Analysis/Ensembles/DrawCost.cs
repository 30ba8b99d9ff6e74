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

    private const double SecondsPerEvent = 1.5e-6;
    private const double SecondsPerRow = 4e-6;

    /// <summary>About how long a replication takes on one core of a usual machine: an event about 1.5 µs, a site or lane to set up about 4 µs.</summary>
    public static double Seconds(RunRecord record) =>
        (SecondsPerEvent * record.Events) + (SecondsPerRow * (record.Network.Sites.Count + record.Network.Lanes.Count));
}
