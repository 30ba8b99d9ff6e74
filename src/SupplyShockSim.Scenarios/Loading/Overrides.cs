using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Puts overrides into a scenario: first those of <c>uncertain</c> itself, then the base values of uncertain inputs, then all
/// others, so that the command line has the last word.
/// </summary>
internal sealed class Overrides(LoadSession session)
{
    private readonly Kind _root = session.Kinds.Get<ScenarioSpec>();

    public MapNode Apply(MapNode scenario, IReadOnlyList<Override> options)
    {
        foreach (var option in options.Where(IsUncertain))
        {
            scenario = Apply(scenario, option);
        }

        foreach (var change in BaseValues(scenario))
        {
            scenario = Apply(scenario, change);
        }

        foreach (var option in options.Where(o => !IsUncertain(o)))
        {
            scenario = Apply(scenario, option);
        }

        return scenario;
    }

    private static bool IsUncertain(Override change) => change.Path[0] == "uncertain";

    private MapNode Apply(MapNode scenario, Override change)
    {
        if (change.Path[0] == "network" && change.Path.Count > 1 && NetworkKind.IsLink(scenario.Find("network")?.Value))
        {
            if (!NetworkLink.VariesRows(change.Path[1]))
            {
                session.NetworkOverrides.Add(change.From(1));
                return scenario;
            }

            scenario = NetworkKind.SpelledIn(scenario);
        }

        var (node, fault) = NodeSetter.Set(scenario, _root, change, out _);
        if (fault is not null)
        {
            session.Bag.Error(change.PathPlace, fault);
        }

        return node as MapNode ?? scenario;
    }

    private static IEnumerable<Override> BaseValues(MapNode scenario)
    {
        if (scenario.Find("uncertain")?.Value is not ListNode list)
        {
            yield break;
        }

        foreach (var item in list.Items.OfType<MapNode>())
        {
            if (item.Find("set")?.Value is ScalarNode { IsNull: false, Text.Length: > 0 } set && item.Find("base")?.Value is ScalarNode { IsNull: false } value)
            {
                yield return new Override(set.Text.Split('.'), set.Place, value);
            }
        }
    }
}
