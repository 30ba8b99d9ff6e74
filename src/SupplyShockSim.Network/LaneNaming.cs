namespace SupplyShockSim.Network;

/// <summary>What a lane is called in files, in paths and by people.</summary>
public static class LaneNaming
{
    /// <summary>The name of a lane that was given none, by its ends and what it carries: <c>from&gt;to:commodity</c>.</summary>
    public static string ByEnds(string from, string to, string commodity) => $"{from}>{to}:{commodity}";

    /// <summary>The id of a lane as it was given, or its name by its ends.</summary>
    public static string Of(LaneSpec lane) => lane.Id ?? ByEnds(lane.From, lane.To, lane.Of);
}
