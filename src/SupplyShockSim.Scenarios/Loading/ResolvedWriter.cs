using System.Text;
using SupplyShockSim.Engine;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Writes a scenario with every value as used: defaults filled in, units canonical, overrides and base values in place. The
/// text is a scenario itself, and loading it gives the same text again.
/// </summary>
internal static class ResolvedWriter
{
    public static string Write(ScenarioSpec spec, SimDuration horizon, IKinds kinds)
    {
        var text = new StringBuilder();
        var kind = (RecordKind<ScenarioSpec>)kinds.Get<ScenarioSpec>();
        kind.WriteLines(text, "", spec with
        {
            Extends = null,
            Horizon = horizon,
            Until = null,
            Uncertain = [.. spec.Uncertain.Select(u => u with { Base = null })], // its value stands in its place by now
        });
        return text.ToString();
    }
}
