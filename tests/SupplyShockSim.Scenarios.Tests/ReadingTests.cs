using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Scenarios.Tests;

public class ReadingTests
{
    [Fact]
    public void A_small_scenario_is_read_with_its_units()
    {
        var spec = Reading.Valid(Reading.Small + Reading.Ban).Spec;

        var plant = spec.Network.Spec.Sites[1];
        Assert.Equal(SiteKind.MagnetPlant, plant.Kind);
        Assert.Equal("magnet-making", plant.Technology!.Id);
        Assert.Equal(12, plant.Capacity!.Value.Value); // bare rates are in t/d here
        Assert.Equal(10, plant.Cover.Days("metal"));
        Assert.Equal(0.1 * 12 / 365, plant.Ramp!.Value.SharePerDay, 15); // a month is a twelfth of 365 d
        Assert.Equal(1.4, spec.Network.Spec.Technologies[0].Inputs["metal"]);
        Assert.Equal(400, spec.Network.Spec.Lanes[1].Cost.Value);

        var ban = Assert.IsType<ExportBan>(Assert.Single(spec.Shocks));
        Assert.Equal(["China"], ban.By); // a single value is a list of one
        Assert.Equal(0.5, ban.Share.Value);
        Assert.Equal(SimDuration.FromDays(60), ban.For);
    }
}
