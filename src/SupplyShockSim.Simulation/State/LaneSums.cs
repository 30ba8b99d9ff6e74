namespace SupplyShockSim.Simulation.State;

/// <summary>
/// Sums over the lanes of a stock. A hub has thousands of lanes, of which few change at a time, so a change is added to the sum. The sum
/// is worked out whole after many additions, and when it has shrunk by half, so that what rounding adds up to stays far below what
/// counts as a difference (<see cref="Rounding.Relative"/>).
/// </summary>
internal static class LaneSums
{
    private const int ManyAdditions = 250;

    /// <summary>Adds a change to a sum; false when the sum is to be worked out whole instead, as it always is where that is asked for.</summary>
    public static bool TryAdd(ref double sum, double change, ref byte additions, bool always = false)
    {
        if (always || additions >= ManyAdditions || sum + change < 0.5 * sum)
        {
            additions = 0;
            return false;
        }

        sum += change;
        additions++;
        return true;
    }
}
