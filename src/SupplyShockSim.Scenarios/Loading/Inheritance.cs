using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>Reads a scenario file with those it extends.</summary>
internal sealed class Inheritance(LoadSession session)
{
    private const string Key = "extends";

    /// <summary>The scenario as one map without <c>extends</c>; null where it cannot be read.</summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="relativeTo">The folder its paths are relative to.</param>
    public MapNode? Read(string path, string relativeTo) =>
        Read(path, Place.StartOf(SourceText.Of(path, "")), relativeTo, []);

    private MapNode? Read(string path, Place asked, string? relativeTo, List<string> chain)
    {
        if (chain.Contains(path) || chain.Count >= Limits.Extends)
        {
            session.Bag.Error(asked, DiagnosticCodes.ExtendsCycle, chain.Contains(path)
                ? "the scenarios extend each other in a circle: " + string.Join(" -> ", [.. chain.SkipWhile(c => c != path), path])
                : $"more than {Limits.Extends} scenarios extend each other: " + string.Join(" -> ", chain), "let one of them stand by itself");
            return null;
        }

        var node = session.ReadYaml(path, asked, relativeTo);
        if (node is not MapNode map)
        {
            if (node is not null)
            {
                session.Bag.Error(node.Place, DiagnosticCodes.WrongShape, "a scenario is a map of keys and values", "begin it with `schema: supplyshock/scenario/1`");
            }

            return null;
        }

        if (map.Find(Key) is not { } extends)
        {
            return map;
        }

        var own = map with { Entries = [.. map.Entries.Where(e => e.Key != Key)] };
        if (extends.Value is not ScalarNode { IsNull: false } name)
        {
            session.Bag.Error(extends.Value.Place, DiagnosticCodes.WrongShape, "`extends` names one scenario file", "write `extends: base.yaml`");
            return own;
        }

        var below = Read(FilePath.In(session.FolderOf(name.Place.Source), name.Text), name.Place, null, [.. chain, path]);
        return below is null ? null : Merge.Over(Fitting(below, own), own);
    }

    /// <summary>
    /// What is built on, so that the scenario above fits: its network as a map where more keys come, and no uncertain input of a shock or a network
    /// that is replaced as a whole.
    /// </summary>
    private static MapNode Fitting(MapNode below, MapNode above)
    {
        var variesOnly = NetworkKind.VariesOnly(above.Find("network")?.Value);
        var fitting = variesOnly ? NetworkKind.SpelledIn(below) : below;
        string[] replaced = [.. new[] { "shocks", "network" }.Where(key => above.Find(key) is not null && !(key == "network" && variesOnly))];
        return fitting with { Entries = [.. fitting.Entries.Select(Without)] };

        Entry Without(Entry entry) => entry.Key == "uncertain" && entry.Value is ListNode list ? entry with { Value = Kept(list, replaced) } : entry;
    }

    private static ListNode Kept(ListNode uncertain, string[] replaced) => uncertain with
    {
        Items =
        [
            .. uncertain.Items.Where(item => (item as MapNode)?.Find("set")?.Value is not ScalarNode set
                || !Array.Exists(replaced, key => set.Text.StartsWith(key + ".", StringComparison.Ordinal))),
        ],
    };
}
