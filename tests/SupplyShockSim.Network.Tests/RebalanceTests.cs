using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Network.Ranges;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Network.Tests;

/// <summary>What gives way when a value is drawn from its range.</summary>
public sealed class RebalanceTests
{
    /// <summary>Three mines (50, 30 and 20 t/d) supply one user of 100 t/d.</summary>
    private static NetworkSpec Three(string? first = null, string? second = null, string? third = null) => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Mine("a", 50, first), Mine("b", 30, second), Mine("c", 20, third), Buyer("cars", "JP", "metal", 100)],
        Lanes = [Flow("a", "cars", "metal", 50, first), Flow("b", "cars", "metal", 30, second), Flow("c", "cars", "metal", 20, third)],
    };

    private static SiteSpec Mine(string id, double capacity, string? confidence) => Plant(id, "AU", Makes("metal"), capacity) with { Confidence = confidence };

    private static LaneSpec Flow(string from, string to, string of, double flow, string? confidence = null) =>
        Lane(from, to, of, flow) with { Confidence = confidence };

    private static NetworkSpec Drawn(NetworkSpec network, string lane, double flow) => Rebalance.Around(network, network with
    {
        Lanes = [.. network.Lanes.Select(l => LaneNaming.Of(l) == lane ? l with { Flow = new TonnesPerDay(flow) } : l)],
    });

    private static FlowRange UpTo(double most) => new(new TonnesPerDay(0), new TonnesPerDay(most));

    private static NetworkSpec Demand(NetworkSpec network, string site, double demand) => Rebalance.Around(network, network with
    {
        Sites = [.. network.Sites.Select(s => s.Id == site ? s with { Demand = new TonnesPerDay(demand) } : s)],
    });

    private static double Flow(NetworkSpec network, string lane) => network.Lanes.Single(l => LaneNaming.Of(l) == lane).Flow.Value;

    private static SiteSpec Site(NetworkSpec network, string id) => network.Sites.Single(s => s.Id == id);

    /// <summary>Nothing is found by the check that every load makes, which lets a millionth pass.</summary>
    private static void IsInBalance(NetworkSpec network)
    {
        var problems = new List<Problem>();
        Assert.NotNull(NetworkBuilder.Build(network, Runs.Start, "network", problems));
        Assert.Empty(problems);
    }

    /// <summary>
    /// a is drawn at 60 of 100; b and c are known alike, so the other 40 are theirs as 30 to 20: 24 and 16. a's plant is as large as it must be.
    /// </summary>
    [Fact]
    public void Suppliers_that_are_known_alike_give_way_in_proportion()
    {
        var drawn = Drawn(Three(), "a>cars:metal", 60);
        Assert.Equal(24, Flow(drawn, "b>cars:metal"), 9);
        Assert.Equal(16, Flow(drawn, "c>cars:metal"), 9);
        Assert.Equal(60, Site(drawn, "a").Capacity!.Value.Value, 9);
        IsInBalance(drawn);
    }

    /// <summary>
    /// Lane and output of a seller with one lane move together, so flow = before * exp(-m s^2 / 2): relative changes in the logarithm stand as the squares of
    /// the errors, for `high` and `inferred` as 0.02^2 to 0.5^2.
    /// </summary>
    [Fact]
    public void What_is_known_well_moves_least()
    {
        var drawn = Drawn(Three("low", "high", "inferred"), "a>cars:metal", 55);
        var (b, c) = (Math.Log(Flow(drawn, "b>cars:metal") / 30), Math.Log(Flow(drawn, "c>cars:metal") / 20));
        Assert.Equal(0.0004 / 0.25, b / c, 9);
        Assert.Equal(45, Flow(drawn, "b>cars:metal") + Flow(drawn, "c>cars:metal"), 9);
    }

    /// <summary>More than the user needs is all it needs, but for a thousandth that keeps the others its suppliers: 0.06 and 0.04 t/d.</summary>
    [Fact]
    public void A_draw_above_the_need_is_the_need()
    {
        var drawn = Drawn(Three(), "a>cars:metal", 300);
        Assert.Equal(99.9, Flow(drawn, "a>cars:metal"), 9);
        Assert.Equal(0.06, Flow(drawn, "b>cars:metal"), 9);
    }

    /// <summary>
    /// Mine 18 and recycler 2 metal > plant (2 metal, makes 1 magnet and 0.4 scrap) > user of 10; the recycler makes 0.5 metal of the scrap.
    /// A demand of 5: the plant makes 5 and 2 scrap, the recycler 1 metal, and the mine the rest of 10: 9.
    /// </summary>
    private static NetworkSpec Ring() => new()
    {
        Commodities = [Commodity("magnet"), Commodity("metal"), Commodity("scrap")],
        Sites =
        [
            Plant("mine", "AU", Makes("metal"), 18),
            Plant("recycler", "CN", new TechnologyRef(null, Recipe(("scrap", 2), ("metal", 1))), 2),
            Plant("plant", "CN", new TechnologyRef(null, Recipe(("metal", 2), ("magnet", 1), ("scrap", 0.4))), 10),
            Buyer("cars", "JP", "magnet", 10),
        ],
        Lanes = [Flow("mine", "plant", "metal", 18), Flow("recycler", "plant", "metal", 2, "high"), Flow("plant", "cars", "magnet", 10),
            Flow("plant", "recycler", "scrap", 4)],
    };

    private static TechnologySpec Recipe((string Id, double Amount) input, params (string Id, double Amount)[] outputs) => new()
    {
        Id = "recipe",
        Inputs = new Dictionary<string, double> { [input.Id] = input.Amount },
        Outputs = outputs.ToDictionary(o => o.Id, o => o.Amount),
    };

    [Fact]
    public void A_draw_travels_up_the_chain_and_by_products_follow_who_makes_them()
    {
        IsInBalance(Ring());
        var drawn = Demand(Ring(), "cars", 5);
        Assert.Equal(5, Flow(drawn, "plant>cars:magnet"), 9);
        Assert.Equal(2, Flow(drawn, "plant>recycler:scrap"), 9);
        Assert.Equal(1, Flow(drawn, "recycler>plant:metal"), 9);
        Assert.Equal(9, Flow(drawn, "mine>plant:metal"), 9);
        IsInBalance(drawn);
    }

    /// <summary>The recipe is drawn at 3 metal per magnet: 30 are needed, the recycler has its 2, and the mine ships 28.</summary>
    [Fact]
    public void A_drawn_recipe_is_supplied()
    {
        var network = Ring();
        var more = network.Sites[2] with { Technology = new TechnologyRef(null, Recipe(("metal", 3), ("magnet", 1), ("scrap", 0.4))) };
        var drawn = Rebalance.Around(network, network with { Sites = [network.Sites[0], network.Sites[1], more, network.Sites[3]] });
        Assert.Equal(28, Flow(drawn, "mine>plant:metal"), 9);
        Assert.Equal(2, Flow(drawn, "recycler>plant:metal"), 9);
        IsInBalance(drawn);
    }

    /// <summary>A draw of 6 more for cars is taken from the others: 14 and 4, and the mine ships 18 as before.</summary>
    [Fact]
    public void What_stands_against_keeps_the_sum()
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Mine("mine", 18, null), Buyer("cars", "JP", "metal", 8) with { Range = UpTo(15), Against = "others" }, Buyer("others", "JP", "metal", 10)],
            Lanes = [Flow("mine", "cars", "metal", 8), Flow("mine", "others", "metal", 10)],
        };
        var drawn = Demand(network, "cars", 14);
        Assert.Equal(14, Flow(drawn, "mine>cars:metal"), 9);
        Assert.Equal(4, Flow(drawn, "mine>others:metal"), 9);
        Assert.Equal(4, Site(drawn, "others").Demand!.Value.Value, 9);
        IsInBalance(drawn);
    }

    /// <summary>
    /// a (10, all to the user) and b (10, half to each); b's output is known (`high`) and so are its lanes but that to the stock. a is drawn at 13, so that
    /// b ships 2 to the user; the stock takes up what b makes: close to 8, as b's output moves 0.02^2 / 0.5^2 times as readily as the demand.
    /// </summary>
    [Fact]
    public void A_residual_demand_takes_up_what_is_left()
    {
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Mine("a", 13, null), Mine("b", 10, "high"), Buyer("user", "JP", "metal", 15),
                Buyer("stock", "JP", "metal", 5) with { Residual = true, Confidence = "inferred" }],
            Lanes = [Flow("a", "user", "metal", 10), Flow("b", "user", "metal", 5, "high"), Flow("b", "stock", "metal", 5, "inferred")],
        };
        var drawn = Drawn(network, "a>user:metal", 13);
        Assert.Equal(2, Flow(drawn, "b>user:metal"), 9);
        Assert.InRange(Flow(drawn, "b>stock:metal"), 7.9, 8);
        Assert.Equal(Flow(drawn, "b>stock:metal"), Site(drawn, "stock").Demand!.Value.Value, 9);
        IsInBalance(drawn);
    }
}
