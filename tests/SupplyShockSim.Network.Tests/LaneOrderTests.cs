using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Network.Tests;

public sealed class LaneOrderTests
{
    [Fact]
    public void The_lanes_into_a_stock_stand_side_by_side()
    {
        RandomCase.ForAll(random =>
        {
            var network = random.Shuffled().Prepare().Network;
            var seen = 0;
            for (var s = 0; s < network.Stocks.Count; s++)
            {
                var lanes = network.Stocks.Lanes(s).ToArray();
                if (network.Stocks.IsInput[s] && lanes.Length > 0)
                {
                    Assert.Equal(Enumerable.Range(lanes[0], lanes.Length), lanes);
                    Assert.All(lanes, l => Assert.Equal(s, network.Lanes.ToStock[l]));
                    seen += lanes.Length;
                }
            }

            Assert.Equal(network.Lanes.Count, seen);
        }, count: 50);
    }
}
