using SupplyShockSim.Scenarios.Files;

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
        var inputs = runs.Select(r => InputsOf(r.Scenario.Origins).ToArray()).ToArray();
        var values = inputs.Select(own => own.GroupBy(o => o.Path).ToDictionary(g => g.Key, g => g.Last())).ToArray();
        return
        [
            .. inputs.SelectMany(own => own).Select(o => o.Path).Distinct()
                .Select(path => new InputDifference(path, [.. values.Select(v => v.GetValueOrDefault(path))]))
                .Where(d => d.Values.Select(v => v?.Value).Distinct().Skip(1).Any()),
        ];
    }

    /// <summary>The inputs of a run. One uncertain input more or less moves the positions of the others, so that these are no names.</summary>
    private static IEnumerable<ValueOrigin> InputsOf(IReadOnlyList<ValueOrigin> origins)
    {
        var sets = origins.Where(o => o.Path.StartsWith(Uncertain, StringComparison.Ordinal) && o.Path.EndsWith("].set", StringComparison.Ordinal))
            .ToDictionary(o => o.Path[..^".set".Length], o => o.Value);
        foreach (var origin in origins.Where(o => !Words.Contains(o.Path[(o.Path.LastIndexOf('.') + 1)..])))
        {
            var end = origin.Path.StartsWith(Uncertain, StringComparison.Ordinal) ? origin.Path.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
            if (end > 0 && sets.TryGetValue(origin.Path[..end], out var set))
            {
                if (origin.Path[end..] != ".set")
                {
                    yield return origin with { Path = $"{Uncertain}{set}]{origin.Path[end..]}" };
                }
            }
            else
            {
                yield return origin;
            }
        }
    }
}
