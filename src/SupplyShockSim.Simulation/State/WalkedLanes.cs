namespace SupplyShockSim.Simulation.State;

/// <summary>Lanes of which a front arrives: their rows, then the front and the stock where it lands.</summary>
internal readonly struct LanesThatLand : IAhead
{
    public static bool FromTheStart => true;

    public static int Far => 24;

    public static int Near => 12;

    public static void FetchFar(RunState state, int item) => state.Lanes.Fetch(item);

    public static void FetchNear(RunState state, int item)
    {
        ref var lane = ref state.Lanes[item];
        state.Fronts.Fetch(lane.FirstFront);
        state.Stocks.Fetch(lane.ToStock);
        state.StockNotes.Fetch(lane.ToStock);
    }
}

/// <summary>Lanes that take new rates: their rows, then the stocks, the seller and the last front, then the sites.</summary>
internal readonly struct LanesToSettle : IAhead
{
    public static int Far => 16;

    public static int Middle => 8;

    public static int Near => 4;

    public static void FetchFar(RunState state, int item) => state.Lanes.Fetch(item);

    public static void FetchMiddle(RunState state, int item)
    {
        ref var lane = ref state.Lanes[item];
        state.Stocks.Fetch(lane.FromStock);
        state.Stocks.Fetch(lane.ToStock);
        state.Sellers.Fetch(lane.FromStock);
        if (lane.LastFront >= 0)
        {
            state.Fronts.Fetch(lane.LastFront);
        }
    }

    public static void FetchNear(RunState state, int item)
    {
        ref var lane = ref state.Lanes[item];
        state.Sites.Fetch(state.Stocks[lane.FromStock].Site);
        state.Sites.Fetch(state.Stocks[lane.ToStock].Site);
    }
}
