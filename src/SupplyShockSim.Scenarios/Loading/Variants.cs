using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Makes runs that differ from a scenario in some values of its shocks and market rules, over the network that is already built.
/// Much faster than loading again; may be used from several threads.
/// </summary>
internal sealed class Variants(ReadScenario read, PreparedRun prepared)
{
    /// <summary>The run with other values; reports what is wrong and returns null then.</summary>
    public PreparedRun? With(IReadOnlyList<(string Path, string Value)> changes, DiagnosticBag bag)
    {
        Node root = read.Root;
        for (var i = 0; i < changes.Count; i++)
        {
            var source = Files.SourceText.Of("--set", $"{changes[i].Path}={changes[i].Value}");
            var place = Files.Place.StartOf(source);
            var path = changes[i].Path.Split('.');
            if (path[0] is not ("shocks" or "market"))
            {
                bag.Error(place, DiagnosticCodes.Override, $"'{changes[i].Path}' is neither a shock nor a market rule: only these vary over one network");
                continue;
            }

            var (node, fault) = NodeSetter.Set(root, read.Session.Kinds.Get<ScenarioSpec>(), new Override(path, place, new ScalarNode(place, changes[i].Value, Plain: true)), out _);
            root = node ?? root;
            if (fault is not null)
            {
                bag.Error(place, fault);
            }
        }

        var context = new BindContext(bag, read.Session);
        var market = Bind((MapNode)root, "market", context, read.Spec.Market);
        var shocks = Bind((MapNode)root, "shocks", context, read.Spec.Shocks);
        if (bag.HasErrors)
        {
            return null;
        }

        var problems = new List<Problem>();
        var run = prepared.With(market, [.. shocks.Select((s, i) => s with { Name = read.Spec.Shocks[i].Name })], problems);
        foreach (var problem in problems)
        {
            bag.Add(problem, read.Places);
        }

        return run;
    }

    private static T Bind<T>(MapNode root, string key, BindContext context, T unwritten) =>
        root.Find(key) is { } entry && context.Session.Kinds.Get<T>().TryRead(entry.Value, context, out var value) ? value : unwritten;
}
