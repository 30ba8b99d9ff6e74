using SupplyShockSim.Network;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>What part of its row each site is, by what it can make or uses. Added up once, when first asked for.</summary>
internal sealed class RowParts(SupplyNetwork network)
{
    /// <summary>By row: what its sites can do together, t/d.</summary>
    private double[]? _capacityPerDay;

    /// <summary>0 to 1; 1 for a row that is one site, equal parts where a row can do nothing.</summary>
    public double Of(int site)
    {
        var (sites, row) = (network.Sites, network.Sites.Row[site]);
        var whole = (_capacityPerDay ??= AddUp())[row];
        return network.Rows.SiteCount[row] == 1 ? 1 : whole > 0 ? sites.CapacityPerDay[site] / whole : 1.0 / network.Rows.SiteCount[row];
    }

    private double[] AddUp()
    {
        var sums = new double[network.Rows.Count];
        for (var s = 0; s < network.Sites.Count; s++)
        {
            sums[network.Sites.Row[s]] += network.Sites.CapacityPerDay[s];
        }

        return sums;
    }
}
