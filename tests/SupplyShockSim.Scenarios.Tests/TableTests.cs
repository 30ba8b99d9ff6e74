using System.Text;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

public class TableTests
{
    [Fact]
    public void Tables_say_the_same_as_a_network_in_place()
    {
        var inPlace = Reading.Valid(Reading.Small + Reading.Ban).Run.Network;
        var fromTables = Reading.Valid(Networks.Scenario, Networks.Files()).Run.Network;
        Assert.Equal(["mine", "plant", "cars"], fromTables.Sites.Select(s => s.Id));
        Assert.Equal("quoted, with \"quotes\"", fromTables.Sites[0].Note);
        Assert.Equal(inPlace.Sites[1].Cover.ByCommodity, fromTables.Sites[1].Cover.ByCommodity);
        Assert.Equal(inPlace.Sites.Select(s => s.Capacity), fromTables.Sites.Select(s => s.Capacity));
        Assert.Equal(
            inPlace.Lanes.Select(l => (l.From, l.To, l.Of, l.Flow, l.Capacity, l.Transit)),
            fromTables.Lanes.Select(l => (l.From, l.To, l.Of, l.Flow, l.Capacity, l.Transit)));
    }

    [Theory]
    [InlineData("\r\n", false)]
    [InlineData("\n", true)]
    public void Line_breaks_and_a_byte_order_mark_do_not_matter(string lineBreak, bool mark)
    {
        byte[] Bytes(string text) => [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text.ReplaceLineEndings(lineBreak))];
        var files = new MemoryFiles().Add("nets/a/network.yaml", Bytes(Networks.Root)).Add("nets/a/sites.csv", Bytes(Networks.Sites))
            .Add("nets/a/lanes.csv", Bytes(Networks.Lanes));
        Assert.Equal(
            Reading.Valid(Networks.Scenario, Networks.Files()).Run.Network.Lanes,
            Reading.Valid(Networks.Scenario, files).Run.Network.Lanes);
    }

    [Theory]
    [InlineData("network.sites.cars.cohorts.cover=90 d")]
    [InlineData("network.sites.2.cohorts.cover=90 d")]
    public void A_part_of_a_cell_is_replaced(string set)
    {
        var read = Reading.Valid(Networks.Scenario, Networks.Files(), new LoadOptions { Set = ["network.sites.cars.cohorts={n: 2, cover: 30 d}", set] });
        var cohorts = read.Run.Network.Sites[2].Cohorts!;
        Assert.Equal((2, 90.0), (cohorts.N, cohorts.Cover!.MeanBetweenDays(0, 1)));
    }

    [Fact]
    public void Values_have_the_place_of_their_cell()
    {
        var origins = Reading.Valid(Networks.Scenario, Networks.Files(), new LoadOptions { Set = ["network.sites.cars.demand=9"] }).Origins()
            .ToDictionary(o => o.Path, o => (o.Value, o.Origin));
        Assert.Equal(("14 t/d", "nets/a/lanes.csv:2:18"), origins["network.lanes[0].flow"]); // after `mine,plant,metal,`
        Assert.Equal(("10 t/d", "nets/a/lanes.csv:4:22"), origins["network.lanes[1].flow"]); // inside the quotes after `plant , cars,magnet,`
        Assert.Equal(("0 USD/t", "default"), origins["network.lanes[0].cost"]);
        // inside the quotes after 39 characters and a quote
        Assert.Equal(("{metal: 10 d, magnet: 5 d}", "nets/a/sites.csv:3:41"), origins["network.sites[1].cover"]);
        Assert.Equal(("9 t/d", "--set:1:27"), origins["network.sites[2].demand"]);
        Assert.Equal(("60000 USD/t", "nets/a/network.yaml:2:48"), origins["network.commodities[1].price"]);
        Assert.Equal(("50 %", "s.yaml:6:104"), origins["shocks[0].share"]);
    }

    [Fact]
    public void Many_rows_are_read_whatever_the_size_of_a_buffer()
    {
        var lanes = new StringBuilder("from,to,of,flow,transit,note\nmine,plant,metal,14,20 d,\nplant,cars,magnet,10,7 d,\n");
        for (var i = 0; i < 40_000; i++)
        {
            lanes.Append("mine,plant,metal,0,").Append(i % 500).Append(" d,row ").Append(i).Append('\n');
        }

        var network = Reading.Valid(Networks.Scenario, Networks.Files().Add("nets/a/lanes.csv", lanes.ToString())).Run.Network;
        Assert.Equal(40_002, network.Lanes.Count);
        for (var i = 0; i < 40_000; i++)
        {
            Assert.Equal(i % 500, network.Lanes[i + 2].Transit.Days);
            Assert.Equal($"row {i}", network.Lanes[i + 2].Note);
        }
    }
}
