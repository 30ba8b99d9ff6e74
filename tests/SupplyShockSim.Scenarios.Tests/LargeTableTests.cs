using System.Reflection;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>What makes large tables small in memory does not change what they say.</summary>
public class LargeTableTests
{
    private static readonly LaneSpec Full = new()
    {
        Id = "l",
        From = "a",
        To = "b",
        Of = "c",
        Flow = new TonnesPerDay(1),
        Range = new FlowRange(new TonnesPerDay(0.5), new TonnesPerDay(1.5)),
        Capacity = new TonnesPerDay(2),
        Transit = SimDuration.FromDays(3),
        Cost = new UsdPerTonne(4),
        Qualification = SimDuration.FromDays(5),
        Source = "s",
        Confidence = "high",
        Note = "n",
    };

    [Fact]
    public void Lanes_in_columns_come_back_as_they_were()
    {
        // A key that is added to lanes must get a column: here every one differs from its default.
        Assert.All(typeof(LaneSpec).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.IsDefined(typeof(FieldAttribute), false)), p =>
            Assert.NotEqual(p.GetValue(new LaneSpec()), p.GetValue(Full)));
        var rows = new LaneRows();
        LaneSpec Row(int i) => i % 20_000 == 7 ? Full with { Note = $"row {i}" } : new LaneSpec { From = "a", Flow = new TonnesPerDay(i) };
        for (var i = 0; i < 50_000; i++)
        {
            rows.Add(Row(i));
        }

        Assert.Equal(Enumerable.Range(0, 50_000).Select(Row), rows);
        Assert.Equal(rows.Select(r => (r.Confidence, r.Source, r.Note)), Enumerable.Range(0, 50_000).Select(rows.GroundOf));
        Assert.True(rows.AreGrounded);
        Assert.False(new LaneRows { new LaneSpec { From = "a" } }.AreGrounded);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows[50_000]);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows[-1]);
    }

    [Fact]
    public void Equal_cells_share_a_value_until_one_is_replaced()
    {
        var sites = Networks.Sites + "\nwagons,consumer,JP,,,30 d,{magnet: 1},0,,\n";
        var read = Reading.Valid(Networks.Scenario, Networks.Files()
            .Add("nets/a/sites.csv", sites), new LoadOptions { Set = ["network.sites.cars.cover=9 d"] });

        Assert.Same(read.Run.Network.Sites[2].Uses, read.Run.Network.Sites[3].Uses);
        Assert.Equal(9, read.Run.Network.Sites[2].Cover.Everywhere!.Value.Days);
        Assert.Equal(30, read.Run.Network.Sites[3].Cover.Everywhere!.Value.Days);
    }

    [Fact]
    public void Equal_mistakes_are_each_reported()
    {
        var sites = Networks.Sites.Replace("30 d", "30 x", StringComparison.Ordinal) + "\nwagons,consumer,JP,,,30 x,{magnet: 1},0,,\n";
        var (_, diagnostics) = Reading.Text(Networks.Scenario, Networks.Files().Add("nets/a/sites.csv", sites));
        Assert.Equal([4, 5], diagnostics.Select(d => d.Line));
    }
}
