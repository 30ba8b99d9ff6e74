namespace SupplyShockSim.Reports.Tests.Words;

public class InputWordsTests
{
    [Theory]
    [InlineData("network.sites.cars.demand", "Japan, automotive: demand")]
    [InlineData("network.lanes.cn-plant-to-cars.flow", "China, magnets to Japan, automotive: flow")]
    [InlineData("network.technologies.magnet-making.inputs.magnet", "magnet-making: magnet")]
    [InlineData("network.sites.nowhere.demand", "sites nowhere demand")]
    [InlineData("network.scale.cover", "all sites and lanes: cover")]
    [InlineData("network.sourcing", "sourcing")]
    [InlineData("shocks.magnet halt.for", "magnet halt: length")]
    [InlineData("market.adjustment", "market: adjustment")]
    [InlineData("rises", "rises")]
    public void An_input_is_called_by_the_names_of_the_network(string path, string expected) =>
        Assert.Equal(expected, InputWords.Of(SampleRuns.Halt().Record.Network, path));
}
