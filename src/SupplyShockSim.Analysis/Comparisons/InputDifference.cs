using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>An input in which runs differ.</summary>
/// <param name="Path">Keys and positions from the scenario's root; an uncertain input is known by the path that it sets.</param>
/// <param name="Values">Of each run: its value with the place it comes from, or null where it does not have the key.</param>
public sealed record InputDifference(string Path, IReadOnlyList<ValueOrigin?> Values)
{
    private const string Uncertain = "uncertain[";

    /// <summary>Keys that a run does not depend on: words for readers.</summary>
    private static readonly string[] Words = ["title", "note", "source", "extends", "confidence"];

    /// <summary>All inputs in which runs differ, in the order of the definitions; only what differs.</summary>
    public static IReadOnlyList<InputDifference> Of(IReadOnlyList<ComparedScenario> runs)
    {
        var inputs = runs.Select(r => InputsOf(r.Scenario).ToArray()).ToArray();
        var values = inputs.Select(own => own.GroupBy(o => o.Path).ToDictionary(g => g.Key, g => g.Last())).ToArray();
        return
        [
            .. inputs.SelectMany(own => own).Select(o => o.Path).Distinct()
                .Select(path => new InputDifference(path, [.. values.Select(v => v.GetValueOrDefault(path))]))
                .Where(d => d.Values.Select(v => v?.Value).Distinct().Skip(1).Any()),
        ];
    }

    /// <summary>
    /// The inputs of a run. An uncertain one is known by the path that it sets, not by its position, which another more or less would move; one that a
    /// range in the network makes is written nowhere else.
    /// </summary>
    private static IEnumerable<ValueOrigin> InputsOf(Scenario scenario)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var origin in scenario.Origins)
        {
            if (!origin.Path.StartsWith(Uncertain, StringComparison.Ordinal))
            {
                if (!Words.Contains(origin.Path[(origin.Path.LastIndexOf('.') + 1)..]))
                {
                    yield return origin;
                }
            }
            else if (origin.Path.EndsWith("].set", StringComparison.Ordinal))
            {
                written[origin.Value] = origin.Origin;
            }
        }

        foreach (var input in scenario.Spec.Uncertain)
        {
            yield return new ValueOrigin($"{Uncertain}{input.Set}]", input.Words, written.GetValueOrDefault(input.Set, "ranges of the network"));
        }
    }
}
