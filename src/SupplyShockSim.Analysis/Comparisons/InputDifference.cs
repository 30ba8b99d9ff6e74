using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>An input in which runs differ.</summary>
/// <param name="Path">Keys and positions from the scenario's root.</param>
/// <param name="Values">Of each run: its value with the place it comes from, or null where it does not have the key.</param>
public sealed record InputDifference(string Path, IReadOnlyList<ValueOrigin?> Values)
{
    /// <summary>Keys that a run does not depend on: words for readers.</summary>
    private static readonly string[] Words = ["title", "note", "source", "extends", "confidence"];

    /// <summary>All inputs in which runs differ, in the order of the definitions; only what differs.</summary>
    public static IReadOnlyList<InputDifference> Of(IReadOnlyList<ComparedScenario> runs)
    {
        var values = runs.Select(r => r.Scenario.Origins.Where(IsInput).GroupBy(o => o.Path).ToDictionary(g => g.Key, g => g.Last())).ToArray();
        return
        [
            .. runs.SelectMany(r => r.Scenario.Origins).Where(IsInput).Select(o => o.Path).Distinct()
                .Select(path => new InputDifference(path, [.. values.Select(v => v.GetValueOrDefault(path))]))
                .Where(d => d.Values.Select(v => v?.Value).Distinct().Skip(1).Any()),
        ];
    }

    private static bool IsInput(ValueOrigin origin) => !Words.Contains(origin.Path[(origin.Path.LastIndexOf('.') + 1)..]);
}
