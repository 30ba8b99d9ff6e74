using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

public class OverrideTests
{
    private static ReadScenario With(params string[] set) =>
        Reading.Valid(Reading.Small.Replace("{id: plant,", "{id: plant, name: The plant,") + Reading.Ban
            + "  - {type: export-ban, to: JP}\n", options: new LoadOptions { Set = set });

    [Theory]
    [InlineData("shocks.halt.share=25 %")]
    [InlineData("shocks.0.share=25 %")]
    [InlineData("shocks.halt.share=0.25")]
    public void A_shock_goes_by_its_name_or_position(string set) => Assert.Equal(0.25, ((ExportBan)With(set).Spec.Shocks[0]).Share.Value);

    [Fact]
    public void A_shock_without_a_name_goes_by_its_type_and_position() =>
        Assert.Equal(0.25, ((ExportBan)With("shocks.export-ban-2.share=25 %").Spec.Shocks[1]).Share.Value);

    [Fact]
    public void A_site_goes_by_its_id_and_a_lane_by_its_ends()
    {
        var network = With("network.sites.plant.capacity=5", "network.lanes.mine>plant:metal.transit=9 d", "network.sites.plant.cover.metal=8 d").Run.Network;
        Assert.Equal(5, network.Sites[1].Capacity!.Value.Value);
        Assert.Equal((8, 5), (network.Sites[1].Cover.Days("metal"), network.Sites[1].Cover.Days("magnet")));
        Assert.Equal(9, network.Lanes[0].Transit.Days);
    }

    [Fact]
    public void Keys_and_maps_that_are_not_written_are_added()
    {
        var read = With("market.rationing=priority", "output={grid: month}", "shocks.0.exempt=[DE, FR]", "network.blocs.allies=[JP, US]");
        Assert.Equal("priority", read.Run.Market.Rationing);
        Assert.Equal(Definitions.OutputGrid.Month, read.Spec.Output.Grid);
        Assert.Equal(["DE", "FR"], ((ExportBan)read.Spec.Shocks[0]).Exempt);
        Assert.Equal(["JP", "US"], read.Run.Network.Blocs["allies"]);
    }

    [Fact]
    public void The_last_of_two_overrides_holds() => Assert.Equal(90, With("horizon=10 d", "horizon=90 d").Run.Horizon.Days);

    [Fact]
    public void A_value_says_that_it_was_overridden() =>
        Assert.Contains(new ValueOrigin("horizon", "90 d", "--set:2:9"), With("title=x", "horizon=90 d").Origins());
}
