using SupplyShockSim.Network;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// How many steps each commodity is from what comes out of the ground, on the longest way that leaves out what leads back. Commodities that are made by the
/// same step from raw materials of the same step, such as oxides of several metals, come out on the same step.
/// </summary>
/// <remarks>
/// A step of a cycle leads back where what is made by it is nearer to the ground, on the shortest way, than what it is made from: scrap of magnets is four
/// steps away, the oxide that is won from it one. What the order of a file says plays no part.
/// </remarks>
internal static class StageSteps
{
    /// <summary>The steps of each commodity, from 0 on.</summary>
    public static int[] Of(SupplyNetwork network)
    {
        var next = Next(network);
        var near = Nearest(network, next);
        var onward = Kept(next, (from, to) => near[to] < near[from]);
        // What is still made from itself, on cycles all of whose members are equally near, stands side by side.
        var tree = Kept(onward, (_, _) => true);
        var steps = new int?[next.Length];
        var before = Enumerable.Range(0, next.Length).Select(to => Enumerable.Range(0, next.Length).Where(from => tree[from].Contains(to)).ToArray()).ToArray();
        return [.. Enumerable.Range(0, next.Length).Select(Longest)];

        int Longest(int commodity) => steps[commodity] ??= before[commodity].Select(from => 1 + Longest(from)).DefaultIfEmpty(0).Max();
    }

    /// <summary>What is made of each commodity, by-products too.</summary>
    public static HashSet<int>[] Next(SupplyNetwork network)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        HashSet<int>[] next = [.. Enumerable.Range(0, network.Commodities.Count).Select(_ => new HashSet<int>())];
        for (var site = 0; site < sites.Count; site++)
        {
            foreach (var input in stocks.Commodity[sites.FirstStock[site]..sites.FirstOutput[site]])
            {
                next[input].UnionWith(stocks.Commodity[sites.FirstOutput[site]..sites.FirstStock[site + 1]]);
            }
        }

        return next;
    }

    /// <summary>All but those steps of a cycle of which <paramref name="isLeftOut"/> is true.</summary>
    private static HashSet<int>[] Kept(HashSet<int>[] next, Func<int, int, bool> isLeftOut)
    {
        HashSet<int>[] reached = [.. Enumerable.Range(0, next.Length).Select(from => Reached([from], next).Keys.ToHashSet())];
        return [.. next.Select((made, from) => made.Where(to => !(reached[to].Contains(from) && isLeftOut(from, to))).ToHashSet())];
    }

    /// <summary>Steps on the shortest way from what is made out of nothing; beyond all others where no way leads there.</summary>
    private static int[] Nearest(SupplyNetwork network, HashSet<int>[] next)
    {
        var (sites, stocks) = (network.Sites, network.Stocks);
        var raw = Enumerable.Range(0, sites.Count).Where(site => sites.FirstOutput[site] == sites.FirstStock[site])
            .SelectMany(site => stocks.Commodity[sites.FirstOutput[site]..sites.FirstStock[site + 1]]);
        var near = Reached(raw, next);
        return [.. Enumerable.Range(0, next.Length).Select(c => near.GetValueOrDefault(c, int.MaxValue))];
    }

    /// <summary>What can be made of some commodities, themselves included, with the least number of steps.</summary>
    private static Dictionary<int, int> Reached(IEnumerable<int> from, HashSet<int>[] next)
    {
        var steps = new Dictionary<int, int>();
        var now = from.Distinct().ToArray();
        for (var step = 0; now.Length > 0; step++)
        {
            foreach (var commodity in now)
            {
                steps.Add(commodity, step);
            }

            now = [.. now.SelectMany(c => next[c]).Distinct().Where(c => !steps.ContainsKey(c))];
        }

        return steps;
    }
}
