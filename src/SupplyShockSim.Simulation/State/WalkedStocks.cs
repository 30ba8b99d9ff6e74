namespace SupplyShockSim.Simulation.State;

/// <summary>Stocks at which something lands.</summary>
internal readonly struct StocksThatLand : IAhead
{
    public static int Far => 8;

    public static void FetchFar(RunState state, int item)
    {
        state.Stocks.Fetch(item);
        state.StockNotes.Fetch(item);
    }
}

/// <summary>Stocks of which lanes take new rates.</summary>
internal readonly struct StocksToSettle : IAhead
{
    public static int Far => 8;

    public static void FetchFar(RunState state, int item) => state.Stocks.Fetch(item);
}
