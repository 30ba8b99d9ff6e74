using System.Globalization;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>Uncertain inputs that the command line holds at a value: whoever sets one wants it to be that, and not to be sampled.</summary>
internal static class HeldValues
{
    /// <summary>The inputs of which neither the value itself, nor a whole that it is part of, nor a part of it was set.</summary>
    /// <param name="scenario">With names for all policies.</param>
    /// <param name="set">The overrides of the command line.</param>
    public static IReadOnlyList<UncertainSpec> LeftUncertain(ScenarioSpec scenario, IReadOnlyList<Override> set)
    {
        string[] held = [.. set.Select(change => ByName(scenario, change.Path))];
        return [.. scenario.Uncertain.Where(input => !Array.Exists(held, path => Overlap(path, ByName(scenario, input.Set.Split('.')))))];
    }

    private static bool Overlap(string a, string b) =>
        (a + ".").StartsWith(b + ".", StringComparison.Ordinal) || (b + ".").StartsWith(a + ".", StringComparison.Ordinal);

    /// <summary>The path with a shock by its name, be it written by its position.</summary>
    private static string ByName(ScenarioSpec scenario, IReadOnlyList<string> path) =>
        path is ["shocks", var position, ..]
            && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < scenario.Shocks.Count
            ? string.Join('.', ["shocks", scenario.Shocks[index].Name ?? position, .. path.Skip(2)])
            : string.Join('.', path);
}
