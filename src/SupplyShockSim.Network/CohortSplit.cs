namespace SupplyShockSim.Network;

/// <summary>
/// One cohort of a row: firms that buy from the same suppliers and hold the same cover.
/// </summary>
/// <param name="Weight">Share of the row's activity, 0 to 1; the weights of a row add up to 1.</param>
/// <param name="CoverDays">Cover of its input stocks, or null for the row's own.</param>
/// <param name="SupplierShares">Per input commodity, the share of the cohort's purchases by each of the row's lanes (in the order given to
/// <see cref="CohortSplit"/>).</param>
internal sealed record Cohort(double Weight, double? CoverDays, IReadOnlyList<double[]> SupplierShares);

/// <summary>
/// Splits a row into cohorts (model: Cohorts). The row's purchases of each commodity are laid on a line from 0 to 1, supplier after
/// supplier, each as long as its share. Firms are points on that line: a firm at p buys from the supplier at p (single), from those
/// at p and p + 1/2 (dual), or from all (pooled). The line is cut where a firm's suppliers change, and every piece into
/// equal parts by cover. So every supplier keeps its share exactly, whatever the split.
/// </summary>
internal static class CohortSplit
{
    /// <param name="spec">How to split.</param>
    /// <param name="flows">Per input commodity, the row's baseline flow by lane, t/d.</param>
    public static List<Cohort> Of(CohortSpec spec, IReadOnlyList<double[]> flows)
    {
        var cumulative = flows.Select(Cumulative).ToList();
        var cuts = Cuts(spec.Sourcing, cumulative);
        var cohorts = new List<Cohort>();
        for (var piece = 0; piece + 1 < cuts.Count; piece++)
        {
            var middle = (cuts[piece] + cuts[piece + 1]) / 2;
            var shares = flows.Select((f, k) => Shares(spec.Sourcing, f, cumulative[k], middle)).ToList();
            for (var q = 0; q < spec.N; q++)
            {
                var cover = spec.Cover?.MeanBetweenDays(q / (double)spec.N, (q + 1) / (double)spec.N);
                cohorts.Add(new Cohort((cuts[piece + 1] - cuts[piece]) / Span(spec.Sourcing) / spec.N, cover, shares));
            }
        }

        return cohorts;
    }

    /// <summary>Right ends of the suppliers' pieces, rising to 1; empty where nothing is bought in the baseline.</summary>
    private static double[] Cumulative(double[] flows)
    {
        var total = flows.Sum();
        if (total <= 0)
        {
            return [];
        }

        var ends = new double[flows.Length];
        var sum = 0.0;
        for (var i = 0; i < flows.Length; i++)
        {
            sum += flows[i];
            ends[i] = sum / total;
        }

        ends[Array.FindLastIndex(flows, f => f > 0)..].AsSpan().Fill(1);
        return ends;
    }

    /// <summary>Where the suppliers of a firm change along the line, from 0 to <see cref="Span"/>; pieces shorter than rounding are dropped.</summary>
    private static List<double> Cuts(Sourcing sourcing, List<double[]> cumulative)
    {
        const double Shortest = 1e-12;
        var span = Span(sourcing);
        IEnumerable<double> ends = sourcing == Sourcing.Pooled ? [] : cumulative.SelectMany(c => c).Select(end => end % span).Order();
        var cuts = new List<double> { 0 };
        foreach (var end in ends)
        {
            if (end - cuts[^1] > Shortest && span - end > Shortest)
            {
                cuts.Add(end);
            }
        }

        cuts.Add(span);
        return cuts;
    }

    /// <summary>How much of the line the firms stand on: for dual sourcing p and p + 1/2 are the same firm.</summary>
    private static double Span(Sourcing sourcing) => sourcing == Sourcing.Dual ? 0.5 : 1;

    private static double[] Shares(Sourcing sourcing, double[] flows, double[] ends, double p)
    {
        var shares = new double[flows.Length];
        if (ends.Length == 0)
        {
            return shares;
        }

        switch (sourcing)
        {
            case Sourcing.Single:
                shares[SupplierAt(p)] = 1;
                break;
            case Sourcing.Dual:
                shares[SupplierAt(p)] += 0.5;
                shares[SupplierAt(p + 0.5)] += 0.5;
                break;
            default:
                var total = flows.Sum();
                for (var i = 0; i < flows.Length; i++)
                {
                    shares[i] = flows[i] / total;
                }

                break;
        }

        return shares;

        int SupplierAt(double at)
        {
            for (var i = 0; i < ends.Length; i++)
            {
                if (flows[i] > 0 && at < ends[i])
                {
                    return i;
                }
            }

            return Array.FindLastIndex(flows, f => f > 0);
        }
    }
}
