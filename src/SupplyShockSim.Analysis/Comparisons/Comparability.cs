using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>Why two runs should not be compared.</summary>
/// <param name="What">What they differ in: <c>unit</c>, <c>horizon</c>, <c>network</c> or <c>version</c>.</param>
/// <param name="Text">A sentence without a full stop.</param>
public sealed record Obstacle(string What, string Text);

/// <summary>
/// What makes numbers of two runs mean different things, beside what one wants to compare: tonnes of other goods, another time, another network, another
/// program.
/// </summary>
public static class Comparability
{
    /// <summary>All obstacles between a baseline and the others, in the order of the runs.</summary>
    public static IReadOnlyList<Obstacle> Of(IReadOnlyList<ComparedScenario> all, int baseline, Alignment align) =>
        [.. all.Where((_, i) => i != baseline).SelectMany(other => Between(all[baseline], other, align))];

    private static IEnumerable<Obstacle> Between(ComparedScenario a, ComparedScenario b, Alignment align)
    {
        var (goodsA, goodsB) = (Goods(a), Goods(b));
        if (goodsA != goodsB)
        {
            yield return new Obstacle("unit", $"{a.Name} counts tonnes of {goodsA}, {b.Name} tonnes of {goodsB}");
        }

        var (specA, specB) = (a.Scenario.Prepared.Spec, b.Scenario.Prepared.Spec);
        if (specA.Horizon != specB.Horizon)
        {
            yield return new Obstacle("horizon", $"{a.Name} lasts {Days(specA.Horizon)}, {b.Name} {Days(specB.Horizon)}");
        }

        if (align == Alignment.Date && specA.Start != specB.Start)
        {
            yield return new Obstacle("horizon", $"{a.Name} begins on {Date(specA.Start)}, {b.Name} on {Date(specB.Start)}; --align control compares time since the first control");
        }

        if (!IsSameNetwork(a, b))
        {
            yield return new Obstacle("network", $"{a.Name} runs on {NetworkOf(a)}, {b.Name} on {NetworkOf(b)}");
        }

        if (a.Version != b.Version)
        {
            yield return new Obstacle("version", $"{a.Name} was run by version {a.Version}, {b.Name} by {b.Version}");
        }
    }

    /// <summary>The commodities that consumers need: what tonnes of need are tonnes of.</summary>
    private static string Goods(ComparedScenario run)
    {
        var network = run.Scenario.Prepared.Network;
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        for (var site = 0; site < network.Sites.Count; site++)
        {
            for (var stock = network.Sites.FirstStock[site]; network.Sites.IsConsumer[site] && stock < network.Sites.FirstOutput[site]; stock++)
            {
                ids.Add(network.Commodities.Id[network.Stocks.Commodity[stock]]);
            }
        }

        return ids.Count == 0 ? "nothing" : string.Join(", ", ids);
    }

    /// <summary>
    /// The same files of a network, byte for byte, whatever a scenario varies in them; the same rows and commodities of one that stands in the scenario.
    /// </summary>
    private static bool IsSameNetwork(ComparedScenario a, ComparedScenario b)
    {
        var (linkA, linkB) = (a.Scenario.Spec.Network.Link, b.Scenario.Spec.Network.Link);
        return (linkA, linkB) switch
        {
            (null, null) => Ids(a.Scenario.Prepared.Network).SequenceEqual(Ids(b.Scenario.Prepared.Network)),
            (not null, not null) => Hashes(linkA).SequenceEqual(Hashes(linkB)),
            _ => false,
        };

        static IEnumerable<string> Ids(SupplyNetwork network) => network.Rows.Id.Concat(network.Commodities.Id);

        static IEnumerable<(string, string)> Hashes(Scenarios.Definitions.NetworkLink link) =>
            link.Sha256.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => (h.Key, h.Value));
    }

    private static string NetworkOf(ComparedScenario run) => run.Scenario.Spec.Network.Link is { } link
        ? $"{link.Folder} ({string.Join(", ", link.Sha256.OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key} {h.Value[..Math.Min(8, h.Value.Length)]}"))})"
        : $"a network of its own with {run.Scenario.Prepared.Network.Rows.Count.ToString(CultureInfo.InvariantCulture)} rows";

    private static string Days(SimDuration span) => span.Days.ToString("0.##", CultureInfo.InvariantCulture) + " days";

    private static string Date(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
