namespace SupplyShockSim.Network;

/// <summary>
/// The rows of a network by number instead of by name: each site row's stocks (inputs sorted by commodity, then outputs as written), and the
/// ends of each lane row. Made from checked rows, once; everything after works on these arrays.
/// </summary>
internal sealed class RowLayout
{
    public RowLayout(NetworkSpec spec, NetworkNames names)
    {
        Commodities = new NameOrder(spec.Commodities.Count, i => spec.Commodities[i].Id);
        Sites = new NameOrder(spec.Sites.Count, i => spec.Sites[i].Id);
        FirstStock = new int[spec.Sites.Count + 1];
        FirstOutput = new int[spec.Sites.Count];
        var commodity = new List<int>(spec.Sites.Count * 2);
        var amount = new List<double>(spec.Sites.Count * 2);
        for (var i = 0; i < spec.Sites.Count; i++)
        {
            FirstStock[i] = commodity.Count;
            Append(names.Inputs(spec.Sites[i]).OrderBy(p => p.Key, StringComparer.Ordinal));
            FirstOutput[i] = commodity.Count;
            Append(names.Outputs(spec.Sites[i]));
        }

        FirstStock[spec.Sites.Count] = commodity.Count;
        Commodity = [.. commodity];
        Amount = [.. amount];
        FromStock = new int[spec.Lanes.Count];
        ToStock = new int[spec.Lanes.Count];
        From = new int[spec.Lanes.Count];
        To = new int[spec.Lanes.Count];
        for (var l = 0; l < spec.Lanes.Count; l++)
        {
            var lane = spec.Lanes[l];
            var of = Commodities.Rank[names.Commodities[lane.Of]];
            From[l] = names.Sites[lane.From];
            To[l] = names.Sites[lane.To];
            FromStock[l] = Find(FirstOutput[From[l]], FirstStock[From[l] + 1], of);
            ToStock[l] = Find(FirstStock[To[l]], FirstOutput[To[l]], of);
        }

        LaneOrder = SortLanes(spec);

        void Append(IEnumerable<KeyValuePair<string, double>> recipe)
        {
            foreach (var (id, tonnes) in recipe)
            {
                commodity.Add(Commodities.Rank[names.Commodities[id]]);
                amount.Add(tonnes);
            }
        }
    }

    /// <summary>Commodities in order of id.</summary>
    public NameOrder Commodities { get; }

    /// <summary>Site rows in order of id.</summary>
    public NameOrder Sites { get; }

    /// <summary>Row stocks of site row i: FirstStock[i] .. FirstStock[i+1]-1, inputs first.</summary>
    public int[] FirstStock { get; }

    public int[] FirstOutput { get; }

    /// <summary>Rank of each row stock's commodity in <see cref="Commodities"/>.</summary>
    public int[] Commodity { get; }

    /// <summary>Tonnes per unit of activity of each row stock, as written.</summary>
    public double[] Amount { get; }

    /// <summary>Site row at the start and at the end of each lane row.</summary>
    public int[] From { get; }

    public int[] To { get; }

    /// <summary>Row stock at the start and at the end of each lane row.</summary>
    public int[] FromStock { get; }

    public int[] ToStock { get; }

    /// <summary>Lane rows by seller, buyer, commodity and id, whatever the order of the file, so that sums round the same way.</summary>
    public int[] LaneOrder { get; }

    public bool IsInput(int site, int stock) => stock < FirstOutput[site];

    private int Find(int first, int end, int commodity) => first + Commodity.AsSpan(first, end - first).IndexOf(commodity);

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

    private int[] SortLanes(NetworkSpec spec)
    {
        var order = new int[spec.Lanes.Count];
        var keys = new long[order.Length];
        var inputs = RankStocks();
        for (var l = 0; l < order.Length; l++)
        {
            order[l] = l;
            keys[l] = ((long)inputs[ToStock[l]] << 32) | (uint)Sites.Rank[From[l]];
        }

        Array.Sort(keys, order);
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && keys[end] == keys[start]; end++)
            {
            }

            if (end - start > 1)
            {
                order.AsSpan(start, end - start).Sort((a, b) => string.CompareOrdinal(spec.Lanes[a].Id, spec.Lanes[b].Id));
            }
        }

        return order;
    }
}

/// <summary>Rows in the ordinal order of their ids.</summary>
internal sealed class NameOrder
{
    public NameOrder(int count, Func<int, string> id)
    {
        var names = new string[count];
        Row = new int[count];
        for (var i = 0; i < count; i++)
        {
            names[i] = id(i);
            Row[i] = i;
        }

        Array.Sort(names, Row, StringComparer.Ordinal);
        Rank = new int[count];
        for (var r = 0; r < count; r++)
        {
            Rank[Row[r]] = r;
        }
    }

    /// <summary>Row at each rank.</summary>
    public int[] Row { get; }

    /// <summary>Rank of each row.</summary>
    public int[] Rank { get; }
}
