using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Answers.Money;
using SupplyShockSim.Policies.Answers.Stockpiles;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Offtakes: who gets what is under the contract, and what it costs at the price of the day.</summary>
public sealed class OfftakeTests
{
    private static readonly Stockpile Reserve =
        new() { Name = "reserve", Of = ["magnet"], Members = ["US"], Amount = new StockAmount(new Tonnes(20), default), Fill = new Share(0) };

    /// <summary>80 % of 5 t/d at 95 USD/kg.</summary>
    private static readonly Offtake Deal =
        new() { Name = "deal", At = ["mine"], Share = new Share(0.8), Price = new UsdPerTonne(95_000), Into = "reserve" };

    /// <summary>
    /// A buyer of 10 t/d in the US, without stock: 7 t/d from a plant in China that can make 12, 3 t/d from a mine at home that can make 5; 60 USD/kg.
    /// </summary>
    private static NetworkSpec Net(double transit = 0) => new()
    {
        Commodities = [Commodity("magnet", 60_000)],
        Sites = [Plant("plant", "CN", Makes("magnet"), 12), Plant("mine", "US", Makes("magnet"), 5), Buyer("us", "US", "magnet", 10)],
        Lanes = [Lane("plant", "us", "magnet", 7), Lane("mine", "us", "magnet", 3, transit: transit)],
    };

    [Fact]
    public void All_of_the_contract_is_paid_and_only_what_nobody_orders_is_stored()
    {
        // The mine makes 4 t/d, of which 3 are sold: 1 t/d is stored, above the 20 t that the stockpile aims at, and nothing is bought of the plant.
        // The price doubles on day 50: (95 - 60) x 4 x 50 - (120 - 95) x 4 x 50 thousand USD.
        var run = Runs.Answered(Net(), 100, [new PriceChange { Name = "up", Of = ["magnet"], To = new Ratio(2), From = Day(50) }], Reserve, Deal);
        run.Expect("us", 0, null, null);
        Assert.Equal(1, run.DispatchAt("mine>reserve:magnet", 60), 1e-9);
        Assert.Equal(0, run.Dispatched("plant>reserve:magnet", 0, 100), 1e-9);
        AssertAccounts(run, stored: 100, tonnes: 400, cost: 2e6);
    }

    [Fact]
    public void Buyers_come_before_the_stockpile()
    {
        // From day 50 on the buyer orders all that the mine can make, 5 t/d, and gets the 50 t that lie ready at 5 t/d until day 60; then it lacks 5 t/d.
        var run = Runs.Answered(Net(), 100, [new ExportBan { Name = "halt", By = ["CN"], From = Day(50) }], Reserve, Deal);
        run.Expect("us", 200, 60, 100);
        AssertAccounts(run, stored: 0, tonnes: 400, cost: 14e6);
    }

    [Fact]
    public void What_is_under_way_when_the_contract_ends_is_stored_as_well() =>
        AssertAccounts(Runs.Answered(Net(transit: 10), 100, [], Reserve, Deal with { Until = Day(50) }), stored: 50, tonnes: 200, cost: 7e6);

    [Fact]
    public void Nothing_is_paid_or_stored_while_the_maker_is_out()
    {
        // Out from day 30 to 60: 70 days at 4 t/d, of which 1 t/d is stored.
        var run = Runs.Answered(Net(), 100, [new Outage { Name = "fire", At = ["mine"], From = Day(30), Until = Day(60) }], Reserve, Deal);
        AssertAccounts(run, stored: 70, tonnes: 280, cost: 9.8e6);
    }

    [Fact]
    public void A_maker_whose_least_price_is_above_the_contract_and_the_market_stands_still()
    {
        var net = Net() with { Lanes = [Lane("plant", "us", "magnet", 10), Lane("mine", "us", "magnet", 0)] };
        NetworkSpec Needs(double usdPerTonne) =>
            net with { Sites = [net.Sites[0], net.Sites[1] with { MinPrice = new UsdPerTonne(usdPerTonne) }, net.Sites[2]] };
        AssertAccounts(Runs.Answered(Needs(96_000), 100, [], Reserve, Deal), stored: 0, tonnes: 0, cost: 0);

        AssertAccounts(Runs.Answered(Needs(90_000), 100, [], Reserve, Deal), stored: 400, tonnes: 400, cost: 14e6);
    }

    [Fact]
    public void Purchases_for_the_stockpile_are_orders_too_and_it_forks()
    {
        // For 30 days 1 t/d is bought of the mine, as the plant can make no more: for so long nothing is left of the 4 t/d.
        var buying = new ForwardBuying { Name = "buying", Of = "magnet", Into = "reserve", Amount = new StockAmount(new Tonnes(30), default), Over = Days(30) };
        var prepared = Runs.Prepare(
            Net() with { Sites = [Plant("plant", "CN", Makes("magnet"), 7), .. Net().Sites.Skip(1)] }, 100, answers: [Reserve, Deal, buying]);
        var run = prepared.Open();
        run.RunUntil(Runs.AtDay(20.5));
        var (fork, straight) = (run.Fork().Run(), run.Run());
        Assert.Equal(straight.TraceHash, fork.TraceHash);
        Assert.Equal(straight.Answers.Select(a => (a.Tonnes, a.PublicCostUsd)), fork.Answers.Select(a => (a.Tonnes, a.PublicCostUsd)));
        AssertAccounts(straight, stored: 100, tonnes: 400, cost: 14e6);
    }

    [Fact]
    public void A_stockpile_that_its_maker_has_no_way_to_is_an_error()
    {
        var net = Net();
        var spec = new RunSpec
        {
            Network = net with { Sites = [.. net.Sites, Buyer("jp", "JP", "magnet", 1)], Lanes = [.. net.Lanes, Lane("plant", "jp", "magnet", 1)] },
            Start = Runs.Start,
            Horizon = Days(10),
            Responses = [Reserve with { Members = ["JP"] }, Deal],
        };
        var problems = new List<Problem>();
        Assert.Null(PreparedRun.Prepare(spec, problems));
        Assert.Equal("SS482", Assert.Single(problems).Code);
    }

    private static void AssertAccounts(RunRecord run, double stored, double tonnes, double cost)
    {
        Assert.Equal(stored, run.Answers[0].LeftTonnes!.Value, 1e-3);
        Assert.Equal(tonnes, run.Answers[1].Tonnes, 1e-3);
        Assert.Equal(cost, run.Answers[1].PublicCostUsd, 100.0);
    }
}
