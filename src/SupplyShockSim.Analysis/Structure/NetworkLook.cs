using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis;

/// <summary>Questions that every way of seeing a network as a graph asks of its tables.</summary>
public static class NetworkLook
{
    /// <summary>The commodities that go into a site, by index.</summary>
    public static int[] InputsOf(this SupplyNetwork network, int site) =>
        network.Stocks.Commodity[network.Sites.FirstStock[site]..network.Sites.FirstOutput[site]];

    /// <summary>The lanes with a contract flow.</summary>
    public static IEnumerable<int> UsedLanes(this SupplyNetwork network) =>
        Enumerable.Range(0, network.Lanes.Count).Where(l => network.Lanes.FlowPerDay[l] > 0);
}
