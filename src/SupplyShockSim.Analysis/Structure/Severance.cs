using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis;

/// <summary>A user that loses all its origins, or a part of it: of its firms (cohorts) some may buy elsewhere.</summary>
/// <param name="User">Index into the network's rows.</param>
/// <param name="Share">The part of its demand, from 0 to 1, that no origin supplies over the lanes in use.</param>
/// <param name="ShareForGood">The part that none could supply even over every lane that could be opened.</param>
public sealed record SeveredUser(int User, double Share, double ShareForGood);

/// <summary>
/// What the loss of some lanes leaves without origin. A site is supplied when each of its inputs comes from a supplied site; origins need nothing. What
/// only goes round in a circle is supplied by nobody. Stocks are left out: this is what remains when they are used up and nothing else changes.
/// </summary>
/// <param name="Users">The users cut off, by row; those without an origin even before are left out.</param>
/// <param name="PartsBefore">Parts of the network without a lane in use between them.</param>
/// <param name="PartsAfter">The same with the lanes lost; a row that loses its last lane counts as a part.</param>
public sealed record Severance(IReadOnlyList<SeveredUser> Users, int PartsBefore, int PartsAfter)
{
    internal static Severance Of(NetworkGraph graph, IReadOnlyCollection<int> lanes)
    {
        var network = graph.Network;
        var lost = lanes.ToHashSet();
        var before = Supplied(network, l => network.Lanes.FlowPerDay[l] > 0);
        var after = Supplied(network, l => network.Lanes.FlowPerDay[l] > 0 && !lost.Contains(l));
        var atBest = Supplied(network, l => network.Lanes.CapacityPerDay[l] > 0 && !lost.Contains(l));
        var users = graph.Users
            .Select(row => new SeveredUser(
                row,
                Share(network, row, s => before[s] && !after[s]),
                Share(network, row, s => before[s] && !after[s] && !atBest[s])))
            .Where(u => u.Share > 0);
        return new Severance([.. users], graph.Parts([]), graph.Parts(lost));
    }

    /// <summary>The part of a row's demand that lies at some of its sites.</summary>
    private static double Share(SupplyNetwork network, int row, Func<int, bool> isCounted)
    {
        var (counted, all) = (0.0, 0.0);
        for (var site = network.Rows.FirstSite[row]; site < network.Rows.FirstSite[row] + network.Rows.SiteCount[row]; site++)
        {
            all += network.Sites.BaselinePerDay[site];
            counted += isCounted(site) ? network.Sites.BaselinePerDay[site] : 0;
        }

        return all > 0 ? counted / all : 0;
    }

    /// <summary>Which sites some origin supplies over the lanes that are open.</summary>
    private static bool[] Supplied(SupplyNetwork network, Func<int, bool> isOpen)
    {
        var (sites, stocks, lanes) = (network.Sites, network.Stocks, network.Lanes);
        var missing = new int[sites.Count];
        var fed = new bool[stocks.Count];
        var ready = new Queue<int>();
        for (var site = 0; site < sites.Count; site++)
        {
            missing[site] = sites.FirstOutput[site] - sites.FirstStock[site];
            if (missing[site] == 0)
            {
                ready.Enqueue(site);
            }
        }

        while (ready.TryDequeue(out var site))
        {
            for (var output = sites.FirstOutput[site]; output < sites.FirstStock[site + 1]; output++)
            {
                foreach (var lane in stocks.Lanes(output))
                {
                    if (isOpen(lane) && !fed[lanes.ToStock[lane]])
                    {
                        fed[lanes.ToStock[lane]] = true;
                        if (--missing[lanes.To[lane]] == 0)
                        {
                            ready.Enqueue(lanes.To[lane]);
                        }
                    }
                }
            }
        }

        return Array.ConvertAll(missing, m => m == 0);
    }
}
