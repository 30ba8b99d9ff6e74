namespace SupplyShockSim.Network;

/// <summary>One lane to be: a row of the files, or its part between two cohorts.</summary>
/// <param name="SpecRow">The row.</param>
/// <param name="From">The seller's site.</param>
/// <param name="To">The buyer's site.</param>
/// <param name="Flow">Baseline flow, t/d.</param>
/// <param name="Capacity">The most it carries, t/d.</param>
/// <param name="Qualification">Seconds until it is open, where it is not from the start.</param>
internal readonly record struct LaneDraft(int SpecRow, int From, int To, double Flow, double Capacity, long Qualification);

/// <summary>Turns drafts of lanes into the table of lanes.</summary>
internal sealed class LaneAssembly(RowLayout rows, FlowBalance balance)
{
    private const int LanesPerPart = 1 << 15;

    /// <summary>The table of lanes; each stock learns which are its own.</summary>
    public LaneTable Assemble(List<LaneDraft> drafts, SiteTable sites, StockTable stocks)
    {
        var count = drafts.Count;
        var table = new LaneTable
        {
            GivenId = new string?[count],
            From = new int[count],
            To = new int[count],
            Commodity = new int[count],
            FromStock = new int[count],
            ToStock = new int[count],
            FlowPerDay = new double[count],
            RowHasFlow = new bool[count],
            CapacityPerDay = new double[count],
            TransitSeconds = new long[count],
            CostUsdPerTonne = new double[count],
            QualificationSeconds = new long[count],
            IsOnCall = new bool[count],
        };
        InParts.Each(count, LanesPerPart, (first, end) =>
        {
            for (var l = first; l < end; l++)
            {
                Fill(table, l, drafts[l], sites, stocks);
            }
        });
        Link(stocks, table);
        return table;
    }

    private void Fill(LaneTable table, int l, in LaneDraft draft, SiteTable sites, StockTable stocks)
    {
        var (row, written) = (draft.SpecRow, rows.Lanes);
        table.GivenId[l] = written.Id[row];
        table.From[l] = draft.From;
        table.To[l] = draft.To;
        table.FromStock[l] = sites.FirstStock[draft.From] + written.FromStock[row] - rows.FirstStock[written.From[row]];
        table.ToStock[l] = sites.FirstStock[draft.To] + written.ToStock[row] - rows.FirstStock[written.To[row]];
        table.Commodity[l] = stocks.Commodity[table.FromStock[l]];
        table.FlowPerDay[l] = draft.Flow;
        table.RowHasFlow[l] = balance.Flow[row] > 0;
        table.CapacityPerDay[l] = draft.Capacity;
        table.TransitSeconds[l] = written.TransitSeconds[row];
        table.CostUsdPerTonne[l] = written.CostUsdPerTonne[row];
        table.QualificationSeconds[l] = draft.Qualification;
        table.IsOnCall[l] = written.IsOnCall[row];
    }

    private static void Link(StockTable stocks, LaneTable lanes)
    {
        for (var l = 0; l < lanes.Count; l++)
        {
            stocks.FirstLane[lanes.FromStock[l] + 1]++;
            stocks.FirstLane[lanes.ToStock[l] + 1]++;
        }

        for (var s = 0; s < stocks.Count; s++)
        {
            stocks.FirstLane[s + 1] += stocks.FirstLane[s];
        }

        var next = stocks.FirstLane.AsSpan(0, stocks.Count).ToArray();
        for (var l = 0; l < lanes.Count; l++)
        {
            stocks.LaneOf[next[lanes.FromStock[l]]++] = l;
            stocks.LaneOf[next[lanes.ToStock[l]]++] = l;
        }
    }
}
