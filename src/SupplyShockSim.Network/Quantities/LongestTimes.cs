using SupplyShockSim.Engine;

namespace SupplyShockSim.Network.Quantities;

/// <summary>
/// The longest times that a run takes; what is longer is refused. Rows of state keep a transit time in 31 bits of seconds (68 years) and
/// the second of a stock in 32 (136 years); these stay well below, and far above what a supply chain has.
/// </summary>
public static class LongestTimes
{
    private const double DaysPerYear = 365.25;

    /// <summary>Transit time of a lane, and what changes of transit times may bring it to: 50 years.</summary>
    public static SimDuration Transit { get; } = SimDuration.FromDays(50 * DaysPerYear);

    /// <summary>Horizon of a run: 100 years.</summary>
    public static SimDuration Horizon { get; } = SimDuration.FromDays(100 * DaysPerYear);
}
