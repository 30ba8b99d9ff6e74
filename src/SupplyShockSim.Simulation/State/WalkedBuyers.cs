namespace SupplyShockSim.Simulation.State;

/// <summary>Buyers in a market: their rows, then their sites and lanes, then the sellers there.</summary>
internal readonly struct BuyersInMarket : IAhead
{
    /// <summary>More lanes of one buyer are not fetched ahead.</summary>
    private const int ManyLanes = 16;

    public static int Far => 12;

    public static int Middle => 8;

    public static int Near => 4;

    public static void FetchFar(RunState state, int item)
    {
        state.Buyers.Fetch(item);
        state.Stocks.Fetch(item);
    }

    public static void FetchMiddle(RunState state, int item)
    {
        ref var book = ref state.Buyers[item];
        state.Sites.Fetch(state.Stocks[item].Site);
        for (var lane = book.FirstLane; lane < Math.Min(book.EndLane, book.FirstLane + ManyLanes); lane++)
        {
            state.Lanes.Fetch(lane);
        }
    }

    public static void FetchNear(RunState state, int item)
    {
        ref var book = ref state.Buyers[item];
        for (var lane = book.FirstLane; lane < Math.Min(book.EndLane, book.FirstLane + ManyLanes); lane++)
        {
            var seller = state.Lanes[lane].FromStock;
            state.Sellers.Fetch(seller);
            state.Stocks.Fetch(seller);
        }
    }
}

/// <summary>Buyers that walk their lanes by cost: the same, with that order.</summary>
internal readonly struct BuyersByCost : IAhead
{
    public static int Far => BuyersInMarket.Far;

    public static int Middle => BuyersInMarket.Middle;

    public static int Near => BuyersInMarket.Near;

    public static void FetchFar(RunState state, int item) => BuyersInMarket.FetchFar(state, item);

    public static void FetchMiddle(RunState state, int item)
    {
        BuyersInMarket.FetchMiddle(state, item);
        state.LanesByCost.Fetch(state.Buyers[item].FirstLane);
    }

    public static void FetchNear(RunState state, int item) => BuyersInMarket.FetchNear(state, item);
}

/// <summary>Buyers that ask for idle capacity: the same, with the sites of the sellers.</summary>
internal readonly struct BuyersWithSellersSites : IAhead
{
    public static int Far => BuyersInMarket.Far;

    public static int Middle => BuyersInMarket.Middle;

    public static int Near => BuyersInMarket.Near;

    public static int Next => 2;

    public static void FetchFar(RunState state, int item) => BuyersInMarket.FetchFar(state, item);

    public static void FetchMiddle(RunState state, int item) => BuyersInMarket.FetchMiddle(state, item);

    public static void FetchNear(RunState state, int item) => BuyersInMarket.FetchNear(state, item);

    public static void FetchNext(RunState state, int item)
    {
        ref var book = ref state.Buyers[item];
        if (book.Left > 0)
        {
            for (var lane = book.FirstLane; lane < book.EndLane; lane++)
            {
                state.Sites.Fetch(state.Stocks[state.Lanes[lane].FromStock].Site);
            }
        }
    }
}
