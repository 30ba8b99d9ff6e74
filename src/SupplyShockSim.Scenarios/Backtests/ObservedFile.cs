using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Backtests;

/// <summary>One observed value.</summary>
/// <param name="Month">When.</param>
/// <param name="Destination">Where to, as written; <see cref="ObservedFile.World"/> for the total.</param>
/// <param name="Tonnes">How much, t in that month.</param>
public readonly record struct Observation(Month Month, string Destination, double Tonnes);

/// <summary>
/// Exports by month and destination as they were observed: a tidy table with the columns <c>month</c> (2025-04),
/// <c>destination</c> and <c>tonnes</c>; further columns are allowed and not read.
/// </summary>
/// <param name="Input">The file, with its hash.</param>
/// <param name="Rows">The values, in the order of the file; no month stands twice for one destination.</param>
public sealed record ObservedFile(InputFile Input, IReadOnlyList<Observation> Rows)
{
    /// <summary>What the total over all destinations is called.</summary>
    public const string World = "World";

    /// <summary>Reads the file. Never throws for what stands in it, or when it is missing: all problems come back.</summary>
    /// <returns>The file, or null when there is an error; and every problem with its line and column.</returns>
    public static (ObservedFile? File, IReadOnlyList<Diagnostic> Diagnostics) Load(string path, IFileSource? files = null)
    {
        var bag = new DiagnosticBag();
        var file = new ObservedReader(path.Replace('\\', '/'), files ?? DiskFiles.Instance, bag).Read();
        return (bag.HasErrors ? null : file, bag.Sorted());
    }
}
