using System.Runtime.CompilerServices;

namespace SupplyShockSim.Reports.Tests;

/// <summary>The pages that stand beside the code.</summary>
internal static class Readme
{
    /// <summary>The text of the page of a room: <c>SupplyShockSim.Analysis</c>.</summary>
    public static string Of(string room, [CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(
            Path.GetDirectoryName(path)!, room.StartsWith("SupplyShockSim", StringComparison.Ordinal) ? "../../src" : "", room, "README.md"));
}
