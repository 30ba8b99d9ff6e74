namespace SupplyShockSim.Network;

/// <summary>The rows of a checked network by number instead of by name, and the order of the lanes. Everything after works on these arrays.</summary>
internal sealed class RowLayout
{
    private readonly StockLayout _stocks;

    public RowLayout(StockLayout stocks, LaneColumns lanes)
    {
        (_stocks, Lanes) = (stocks, lanes);
        LaneOrder = SortLanes();
    }

    /// <inheritdoc cref="StockLayout.Commodities"/>
    public NameOrder Commodities => _stocks.Commodities;

    /// <inheritdoc cref="StockLayout.Sites"/>
    public NameOrder Sites => _stocks.Sites;

    /// <inheritdoc cref="StockLayout.FirstStock"/>
    public int[] FirstStock => _stocks.FirstStock;

    public int[] FirstOutput => _stocks.FirstOutput;

    /// <inheritdoc cref="StockLayout.Commodity"/>
    public int[] Commodity => _stocks.Commodity;

    /// <inheritdoc cref="StockLayout.Amount"/>
    public double[] Amount => _stocks.Amount;

    /// <summary>The lane rows as they stand in the files.</summary>
    public LaneColumns Lanes { get; }

    /// <summary>Lane rows by buyer, commodity, seller and id, whatever the order of the file, so that sums round the same way.</summary>
    public int[] LaneOrder { get; }

    public bool IsInput(int site, int stock) => stock < FirstOutput[site];

    private int[] SortLanes()
    {
        // By the lesser key first, then by the greater, each time without disturbing what is equal.
        var bySeller = Sorted([.. Enumerable.Range(0, Lanes.Count)], l => Sites.Rank[Lanes.From[l]], Sites.Rank.Length);
        var places = RankStocks();
        var order = Sorted(bySeller, l => places[Lanes.ToStock[l]], places.Length);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && JoinsTheSame(order[start], order[end]); end++)
            {
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((a, b) => string.CompareOrdinal(Lanes.Id[a], Lanes.Id[b]) is var byId and not 0 ? byId : a.CompareTo(b));
            }
        }

        return order;
    }

    private bool JoinsTheSame(int a, int b) => Lanes.ToStock[a] == Lanes.ToStock[b] && Lanes.From[a] == Lanes.From[b];

    /// <summary>Places of the stocks when sites stand in the order of their ids.</summary>
    private int[] RankStocks()
    {
        var ranks = new int[Commodity.Length];
        var next = 0;
        foreach (var row in Sites.Row)
        {
            for (var s = FirstStock[row]; s < FirstStock[row + 1]; s++)
            {
                ranks[s] = next++;
            }
        }

        return ranks;
    }

    /// <summary>Rows by a key below a limit, those of one key in the order they had (counting sort).</summary>
    private static int[] Sorted(int[] rows, Func<int, int> key, int keys)
    {
        var next = new int[keys + 1];
        foreach (var row in rows)
        {
            next[key(row) + 1]++;
        }

        for (var k = 0; k < keys; k++)
        {
            next[k + 1] += next[k];
        }

        var sorted = new int[rows.Length];
        foreach (var row in rows)
        {
            sorted[next[key(row)]++] = row;
        }

        return sorted;
    }
}
