using SupplyShockSim.Network;

namespace SupplyShockSim.Analysis.Tests.Structure;

public class NetworkGraphTests
{
    /// <summary>Two mines, two refineries, one plant that needs oxide and iron, two users.</summary>
    private const string Magnets =
        "east>refinery:ore 6 10; west>refinery:ore 4 30; refinery>plant:oxide 10 5; foundry>plant:iron 2 1; plant>cars:magnet 7 50; plant>wind:magnet 3 20";

    [Theory]
    [InlineData("plant", "east foundry refinery west", "cars wind")]
    [InlineData("east", "", "cars plant refinery wind")]
    [InlineData("cars", "east foundry plant refinery west", "")]
    public void Reach_follows_lanes_both_ways(string row, string upstream, string downstream)
    {
        var graph = new NetworkGraph(SmallNets.Of(Magnets));

        Assert.Equal((upstream, downstream), (graph.Ids(graph.Upstream(graph.Row(row))), graph.Ids(graph.Downstream(graph.Row(row)))));
    }

    [Fact]
    public void A_lane_without_flow_reaches_nobody() => Assert.Empty(new NetworkGraph(SmallNets.Of("mine>cars:ore 0")).Downstream(1));

    [Fact]
    public void In_a_circle_each_is_upstream_of_the_other_but_not_of_itself()
    {
        var graph = new NetworkGraph(SmallNets.Of("mine>plant:ore 5; plant>recycler:scrap 2; recycler>plant:ore 2; plant>cars:magnet 5"));

        Assert.Equal("mine recycler", graph.Ids(graph.Upstream(graph.Row("plant"))));
    }

    [Theory]
    // Iron, 2 t/d, is less than the 10 t/d of ore or oxide and the 7 t/d of magnets: without it the plant stands still.
    [InlineData(Magnets, "cars", 2, "foundry>plant")]
    // Magnets for wind are 3 t/d, still more than 2.
    [InlineData(Magnets, "wind", 2, "foundry>plant")]
    // One input everywhere: min(3 + 4, 5 + 4, 3 + 9 ...). Paths a-p-u (3, then 5) and b-q-u (9, then 4): 3 + 4.
    [InlineData("a>p:ore 3; p>u:oxide 5; b>q:ore 9; q>u:oxide 4", "u", 7, "a>p q>u")]
    // The textbook diamond with a crossing: s>p 3, s>q 2, p>q is another ore, both into u: 3 + 2 leaves s, and what arrives is 2 + 4.
    [InlineData("s>p:ore 3; s>q:ore 2; p>u:oxide 2; q>u:oxide 4", "u", 4, "s>q p>u")]
    // Each of two plants can be stopped by either input, and the cheaper differs: 1 of iron at p, 2 of ore at q.
    [InlineData("m>p:ore 5; f>p:iron 1; m>q:ore 2; f>q:iron 6; p>u:steel 9; q>u:steel 8", "u", 3, "f>p m>q")]
    // A user of two things is cut off with the lesser.
    [InlineData("m>u:ore 5; f>u:iron 4", "u", 4, "f>u")]
    // Losing the mine's lane stops the circle too: scrap alone keeps nothing going.
    [InlineData("mine>plant:ore 3; plant>recycler:scrap 9; recycler>plant:ore 9; plant>u:magnet 8", "u", 3, "mine>plant")]
    public void The_minimum_cut_is_the_fewest_tonnes_that_stop_the_user(string lanes, string user, double tonnesPerDay, string legs)
    {
        var graph = new NetworkGraph(SmallNets.Of(lanes));

        var cut = graph.CutOf(graph.Row(user));

        Assert.Equal((tonnesPerDay, true), (cut.TonnesPerDay, cut.IsExact));
        Assert.Equal(legs.Split(' ').Order(), graph.Say(cut.Legs).Split(' ').Order());
    }

    [Fact]
    public void A_user_whom_nobody_supplies_needs_no_cut()
    {
        var graph = new NetworkGraph(SmallNets.Of("mine>cars:ore 0"));

        Assert.Equal((0, 0), (graph.CutOf(graph.Row("cars")).TonnesPerDay, graph.CutOf(graph.Row("cars")).Legs.Count));
    }

    [Fact]
    public void Routes_come_cheapest_first_with_price_transit_and_the_narrowest_leg()
    {
        var graph = new NetworkGraph(SmallNets.Of(Magnets));

        var routes = graph.RoutesTo(graph.Row("cars"), graph.Commodity("magnet"), 10);

        // Freight: foundry 1 + 50; east 10 + 5 + 50; west 30 + 5 + 50. The price is 1,000, each leg takes 2 days.
        Assert.Equal(
            ["foundry>plant plant>cars", "east>refinery refinery>plant plant>cars", "west>refinery refinery>plant plant>cars"],
            routes.Select(r => graph.Say(r.Legs)));
        Assert.Equal(
            [(51.0, 1051.0, 4.0, 2.0), (65, 1065, 6, 6), (85, 1085, 6, 4)],
            routes.Select(r => (r.FreightUsdPerTonne, r.LandedUsdPerTonne!.Value, r.TransitDays, r.NarrowestTonnesPerDay)));
    }

    [Fact]
    public void Routes_may_use_lanes_that_could_be_opened_and_leave_out_those_that_are_closed()
    {
        var graph = new NetworkGraph(SmallNets.Of("near>cars:ore 5 10; far>cars:ore 0 90"));
        var (cars, ore) = (graph.Row("cars"), graph.Commodity("ore"));

        Assert.Equal([true, false], graph.RoutesTo(cars, ore, 10).Select(r => r.IsInUse));
        Assert.Equal("near>cars", graph.Say(Assert.Single(graph.RoutesTo(cars, ore, 1)).Legs));
        Assert.Equal("far>cars", graph.Say(Assert.Single(graph.RoutesTo(cars, ore, 10, l => !l.IsInUse)).Legs));
    }

    [Fact]
    public void Of_routes_that_cost_the_same_the_one_of_earlier_lanes_comes_first_whatever_the_order_of_the_rows()
    {
        var one = new NetworkGraph(SmallNets.Of("a>u:ore 1 5; b>u:ore 1 5; c>u:ore 1 5"));
        var other = new NetworkGraph(SmallNets.Of("c>u:ore 1 5; a>u:ore 1 5; b>u:ore 1 5"));

        Assert.Equal(["a>u", "b>u", "c>u"], one.RoutesTo(one.Row("u"), 0, 3).Select(r => one.Say(r.Legs)));
        Assert.Equal(["a>u", "b>u", "c>u"], other.RoutesTo(other.Row("u"), 0, 3).Select(r => other.Say(r.Legs)));
    }

    [Fact]
    public void What_loses_an_input_falls_with_all_that_hangs_on_it()
    {
        var graph = new NetworkGraph(SmallNets.Of(Magnets));

        var severance = graph.Without(Lanes(graph, "foundry>plant"));

        Assert.Equal(["cars 1 1", "wind 1 1"], severance.Users.Select(u => $"{graph.Network.Rows.Id[u.User]} {u.Share} {u.ShareForGood}"));
        Assert.Equal((1, 2), (severance.PartsBefore, severance.PartsAfter)); // the foundry is alone now
    }

    [Fact]
    public void A_second_mine_keeps_all_going()
    {
        var graph = new NetworkGraph(SmallNets.Of(Magnets));

        Assert.Empty(graph.Without(Lanes(graph, "east>refinery")).Users);
    }

    [Fact]
    public void A_lane_that_could_be_opened_makes_the_loss_one_for_a_time()
    {
        var graph = new NetworkGraph(SmallNets.Of("near>cars:ore 5; far>cars:ore 0"));

        var user = Assert.Single(graph.Without(Lanes(graph, "near>cars")).Users);

        Assert.Equal((1, 0), (user.Share, user.ShareForGood));
    }

    [Fact]
    public void A_circle_does_not_supply_itself()
    {
        var graph = new NetworkGraph(SmallNets.Of("mine>plant:ore 5; plant>recycler:scrap 2; recycler>plant:ore 2; plant>cars:magnet 5"));

        Assert.Equal("cars", graph.Ids(graph.Without(Lanes(graph, "mine>plant")).Users.Select(u => u.User)));
    }

    [Fact]
    public void Of_firms_that_buy_from_one_supplier_each_only_those_of_the_lost_one_are_cut_off()
    {
        // 6 of 8 t/d come from the east: three quarters of the firms buy there alone. Each may turn to the west once it has been accepted.
        var graph = new NetworkGraph(SmallNets.Of("east>cars:ore 6; west>cars:ore 2", ("cars", new CohortSpec())));

        var user = Assert.Single(graph.Without(Lanes(graph, "east>cars")).Users);

        Assert.Equal((0.75, 0), (user.Share, user.ShareForGood));
    }

    /// <summary>The lanes between two rows, of all their cohorts.</summary>
    private static int[] Lanes(NetworkGraph graph, string name)
    {
        var (network, ends) = (graph.Network, name.Split('>'));
        string Row(int site) => network.Rows.Id[network.Sites.Row[site]];
        return [.. Enumerable.Range(0, network.Lanes.Count).Where(l => Row(network.Lanes.From[l]) == ends[0] && Row(network.Lanes.To[l]) == ends[1])];
    }
}
