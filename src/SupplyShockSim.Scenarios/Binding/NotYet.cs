using SupplyShockSim.Model.Markets;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Values that scenarios may one day use, refused by name rather than as unknown words.</summary>
internal static class NotYet
{
    private static readonly Dictionary<(string Where, string Word), string> Words = new()
    {
        [(nameof(Allocation), "coordinated")] = "use `allocation: market`; the gain from coordination cannot be computed yet",
        [("rationing", "price")] = "use pro-rata, priority, progressive or domestic-first",
    };

    /// <summary>The fault of a planned word of an enumeration; null for any other word.</summary>
    public static Fault? Of(Type type, string word) => Of(type.Name, word);

    /// <summary>The fault of a planned word under a key; null for any other word.</summary>
    public static Fault? Of(string where, string word) =>
        Words.TryGetValue((where, word), out var remedy) ? new Fault(DiagnosticCodes.NotYet, $"'{word}' is not simulated yet", remedy) : null;
}
