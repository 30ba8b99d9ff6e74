namespace SupplyShockSim.Simulation.State;

/// <summary>Sites to review: their rows, then those of their stocks.</summary>
internal readonly struct SitesToReview : IAhead
{
    public static bool FromTheStart => true;

    public static int Far => 12;

    public static int Near => 6;

    public static void FetchFar(RunState state, int item) => state.Sites.Fetch(item);

    public static void FetchNear(RunState state, int item) => state.FetchStocks(state.Sites[item]);
}

/// <summary>Sites to put to rest: the same, nearer, since most have just been looked at.</summary>
internal readonly struct SitesToRest : IAhead
{
    public static int Far => 8;

    public static int Near => 4;

    public static void FetchFar(RunState state, int item) => state.Sites.Fetch(item);

    public static void FetchNear(RunState state, int item) => state.FetchStocks(state.Sites[item]);
}
