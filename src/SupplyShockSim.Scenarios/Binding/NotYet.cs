using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Simulation.Markets;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Words of enumerations that scenarios may one day use, refused by name rather than as unknown.</summary>
internal static class NotYet
{
    private static readonly Dictionary<(Type Where, string Word), string> Words = new()
    {
        [(typeof(Allocation), "coordinated")] = "use `allocation: market`; the gain from coordination cannot be computed yet",
    };

    /// <summary>The fault of a planned word; null for any other word.</summary>
    public static Fault? Of(Type type, string word) =>
        Words.TryGetValue((type, word), out var remedy) ? new Fault(DiagnosticCodes.NotYet, $"'{word}' is not simulated yet", remedy) : null;
}
