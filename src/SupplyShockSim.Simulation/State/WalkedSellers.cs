namespace SupplyShockSim.Simulation.State;

/// <summary>Sellers in a market.</summary>
internal readonly struct SellersInMarket : IAhead
{
    public static int Far => 8;

    public static void FetchFar(RunState state, int item)
    {
        state.Sellers.Fetch(item);
        state.Stocks.Fetch(item);
    }
}

/// <summary>Sellers to be told their orders, who may wake their sites.</summary>
internal readonly struct SellersToTell : IAhead
{
    public static int Far => 6;

    public static void FetchFar(RunState state, int item) => state.Sites.Fetch(state.Stocks[item].Site);
}
