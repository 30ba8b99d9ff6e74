namespace SupplyShockSim.Network;

/// <summary>
/// Goes over many rows in parts of a fixed size, on several threads where there are many. Each row writes to places of its own, so that the
/// outcome is the same on any number of threads.
/// </summary>
internal static class InParts
{
    /// <summary>Does the work on rows [first, end) of each part.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="perPart">How many are a piece of work worth a thread.</param>
    /// <param name="work">Takes the first row of a part and the one after its last. Throws nothing.</param>
    public static void Each(int rows, int perPart, Action<int, int> work)
    {
        if (rows <= perPart)
        {
            work(0, rows);
            return;
        }

        Parallel.For(0, ((rows - 1) / perPart) + 1, part => work(part * perPart, Math.Min(rows, (part + 1) * perPart)));
    }
}
