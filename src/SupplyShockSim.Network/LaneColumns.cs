namespace SupplyShockSim.Network;

/// <summary>
/// The lane rows by column, with numbers in place of names. Each row is read once, here: rows of a large table are records that are made whenever one is
/// asked for. Made before anything is checked; what refers to something that there is not has -1 in its place.
/// </summary>
internal sealed class LaneColumns
{
    private const int LanesPerPart = 1 << 15;

    public LaneColumns(IReadOnlyList<LaneSpec> lanes, NetworkNames names, StockLayout stocks)
    {
        Count = lanes.Count;
        Id = new string?[Count];
        (From, To, Commodity, FromStock, ToStock) = (new int[Count], new int[Count], new int[Count], new int[Count], new int[Count]);
        (FlowTonnesPerDay, CapacityTonnesPerDay, CostUsdPerTonne) = (new double[Count], new double[Count], new double[Count]);
        (TransitSeconds, QualificationSeconds) = (new long[Count], new long[Count]);
        IsOnCall = new bool[Count];
        InParts.Each(Count, LanesPerPart, (first, end) => Read(lanes, first, end, names, stocks));
    }

    public int Count { get; }

    /// <summary>The id as given, or null.</summary>
    public string?[] Id { get; }

    /// <summary>Site row at the start and at the end.</summary>
    public int[] From { get; }

    public int[] To { get; }

    /// <summary>Rank of the commodity in <see cref="StockLayout.Commodities"/>.</summary>
    public int[] Commodity { get; }

    /// <summary>Row stock at the start and at the end.</summary>
    public int[] FromStock { get; }

    public int[] ToStock { get; }

    public double[] FlowTonnesPerDay { get; }

    /// <summary>Infinite where none is written.</summary>
    public double[] CapacityTonnesPerDay { get; }

    public long[] TransitSeconds { get; }

    public double[] CostUsdPerTonne { get; }

    public long[] QualificationSeconds { get; }

    public bool[] IsOnCall { get; }

    private void Read(IReadOnlyList<LaneSpec> lanes, int first, int end, NetworkNames names, StockLayout stocks)
    {
        var from = new LastFound(names.Sites);
        var to = new LastFound(names.Sites);
        var of = new LastFound(names.Commodities);
        for (var l = first; l < end; l++)
        {
            var lane = lanes[l];
            var commodity = of.Row(lane.Of);
            (From[l], To[l], Commodity[l]) = (from.Row(lane.From), to.Row(lane.To), commodity < 0 ? -1 : stocks.Commodities.Rank[commodity]);
            FromStock[l] = commodity < 0 || From[l] < 0 ? -1 : stocks.OutputOf(From[l], Commodity[l]);
            ToStock[l] = commodity < 0 || To[l] < 0 ? -1 : stocks.InputOf(To[l], Commodity[l]);
            Id[l] = lane.Id;
            FlowTonnesPerDay[l] = lane.Flow.Value;
            CapacityTonnesPerDay[l] = lane.Capacity?.Value ?? double.PositiveInfinity;
            CostUsdPerTonne[l] = lane.Cost.Value;
            (TransitSeconds[l], QualificationSeconds[l]) = (lane.Transit.Seconds, lane.Qualification.Seconds);
            IsOnCall[l] = lane.IsOnCall;
        }
    }

    /// <summary>Rows by name, for tables in which a name often stands below the same one.</summary>
    private struct LastFound(Dictionary<string, int> rows)
    {
        private string? _name;
        private int _row;

        /// <summary>The row of that name, or -1.</summary>
        public int Row(string name)
        {
            if (name != _name)
            {
                (_name, _row) = (name, rows.GetValueOrDefault(name, -1));
            }

            return _row;
        }
    }
}
