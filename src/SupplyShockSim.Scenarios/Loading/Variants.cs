using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Ranges;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Makes runs that differ from a scenario in some values of its shocks, its market rules or its network, from what was read before: no file
/// is opened again. A network of which nothing differs is not built again either. May be used from several threads.
/// </summary>
internal sealed class Variants(ReadScenario read, PreparedRun prepared)
{
    private readonly VariedNetwork _network = new(read);

    /// <summary>The run with other values; reports what is wrong and returns null then.</summary>
    public PreparedRun? With(IReadOnlyList<(string Path, string Value)> changes, DiagnosticBag bag)
    {
        var root = NetworkKind.SpelledIn(read.Root);
        var inFiles = new List<Override>();
        var isOtherNetwork = false;
        foreach (var change in changes.Select(AsOverride))
        {
            var part = change.Path[0];
            isOtherNetwork |= part == "network";
            if (part is not ("shocks" or "market" or "network"))
            {
                bag.Error(change.PathPlace, DiagnosticCodes.Override,
                    $"'{change.PathText}' is not a value of a shock, of the market or of the network: only these vary");
            }
            else if (part == "network" && change.Path.Count > 1 && read.Session.Network is not null && !NetworkLink.VariesRows(change.Path[1]))
            {
                inFiles.Add(change.From(1));
            }
            else
            {
                root = Set(root, change, bag);
            }
        }

        var context = new BindContext(bag, read.Session);
        var network = isOtherNetwork ? _network.With(root, inFiles, context) : null;
        if (network is not null && !bag.HasErrors && RangedInputs.AnyIn(network, changes.Select(c => c.Path)))
        {
            // A value that is known to a range only is drawn: what hangs on it gives way, so that the network is in balance again.
            network = Rebalance.Around(read.Spec.Network.Spec, network);
        }

        var market = Bind(root, "market", context, read.Spec.Market);
        var shocks = Bind(root, "shocks", context, read.Spec.Shocks);
        if (bag.HasErrors)
        {
            return null;
        }

        var problems = new List<Problem>();
        var run = prepared.With(market, [.. shocks.Select((s, i) => s with { Name = read.Spec.Shocks[i].Name })], problems, network);
        foreach (var problem in problems)
        {
            bag.Add(problem, read.Places);
        }

        return run;
    }

    private MapNode Set(MapNode root, Override change, DiagnosticBag bag)
    {
        var (node, fault) = NodeSetter.Set(root, read.Session.Kinds.Get<ScenarioSpec>(), change, out _);
        if (fault is not null)
        {
            bag.Error(change.PathPlace, fault);
        }

        return node as MapNode ?? root;
    }

    private static Override AsOverride((string Path, string Value) change)
    {
        var place = Place.StartOf(SourceText.Of("--set", $"{change.Path}={change.Value}"));
        return new Override(change.Path.Split('.'), place, new ScalarNode(place, change.Value, Plain: true));
    }

    private static T Bind<T>(MapNode root, string key, BindContext context, T unwritten) =>
        root.Find(key) is { } entry && context.Session.Kinds.Get<T>().TryRead(entry.Value, context, out var value) ? value : unwritten;
}
