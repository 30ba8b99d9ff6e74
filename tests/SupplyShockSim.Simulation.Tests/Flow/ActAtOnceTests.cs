using SupplyShockSim.Network;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>A site acts in the second in which its supply changes, wherever that second lies between two reviews.</summary>
public sealed class ActAtOnceTests
{
    [Fact]
    public void An_empty_buyer_starts_again_in_the_second_in_which_goods_land()
    {
        // Closed from day 10 to 20; what left before lands until 17.5; no cover; the first new goods land at 27.5: 10 days of 10 t.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("mine", "CN", Makes("metal"), 20), Buyer("cars", "JP", "metal", 10)],
            Lanes = [Lane("mine", "cars", "metal", 10, 7.5)],
        };
        var run = Runs.Run(network, 100, [new ExportBan { By = ["CN"], From = Day(10), For = Days(10) }]);
        run.Expect("cars", 100, 17.5, 27.5);
    }

    [Fact]
    public void Stock_that_a_buyer_without_cover_came_by_is_used_before_it_runs_short()
    {
        // The voyage grows from 5 to 15 days on day 10: nothing lands from 15 to 25, 100 t short, and 100 t that were dispatched meanwhile
        // are more than the buyer's plan; they land as they come. Whatever lies in stock at day 60 is used after the closure.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("mine", "CN", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10)],
            Lanes = [Lane("mine", "cars", "metal", 10, 5)],
        };
        var run = Runs.Run(
            network,
            80,
            [new TransitChange { By = ["mine"], Add = Days(10), From = Day(10) }, new ExportBan { By = ["CN"], From = Day(20) }]);

        // Landed from day 25 on: what left from 10 to 20. All of it must be used: nothing is left in stock at the end.
        var left = run.Dispatched("mine>cars:metal", 10, 20);
        Assert.True(left > 100.5, $"{left} t left in ten days: the longer voyage is filled, above 10 t/d");
        Assert.Equal(0, run.StockAt("cars:metal:in", 80), 1e-3);
        Assert.Equal(15 * 10 + left, run.Made("cars", 0, 80), 1e-3);
    }

    [Fact]
    public void A_buyer_at_full_use_keeps_what_lands_beyond_it_and_uses_it_later()
    {
        // The far lane grows from 10 to 40 days on day 10. The plan now has 5 x 30 = 150 t more under way, ordered over 30 days: 5 t/d more,
        // half of it over the near lane: 7.5 t/d leave there on day 10 and land on day 11, beside 5 t/d of old far goods until day 20.
        // So 2.5 t/d pile up at first; the orders fall each day as the gap closes, but stay above 6 t/d until day 20. The far gap opens on day 20.
        var network = new NetworkSpec
        {
            Commodities = [Commodity("metal")],
            Sites = [Plant("far", "CN", Makes("metal"), 40), Plant("near", "KR", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10)],
            Lanes = [Lane("far", "cars", "metal", 5, 10), Lane("near", "cars", "metal", 5, 1)],
        };
        var run = Runs.Run(network, 80, [new TransitChange { By = ["far"], Add = Days(30), From = Day(10) }]);
        Assert.Equal(7.5, run.DispatchAt("near>cars:metal", 10.5), 1e-9);
        var piled = run.Landed("near>cars:metal", 11, 20) - (5 * 9);
        Assert.True(piled > 9, $"{piled} t");
        Assert.Equal(piled, run.StockAt("cars:metal:in", 20), 1e-6);

        // No shortfall while there is stock.
        var first = run.ShortfallOf("cars").First!.Value;
        Assert.Equal(0, run.StockAt("cars:metal:in", first), 10 / 86400.0);
        Assert.Equal(piled, 10 * (first - 20) - run.Landed("near>cars:metal", 20, first), 1e-3);
    }

    [Fact]
    public void What_lands_beyond_need_from_the_first_second_is_kept_for_use()
    {
        // 12 t/d are under way to a buyer of 10 t/d, which holds nothing: 2 t/d pile up until day 10, 20 t, and only then do arrivals fall.
        var network = new NetworkSpec
        {
            Balance = BalanceRule.Report,
            Commodities = [Commodity("metal")],
            Sites = [Plant("mine", "CN", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10)],
            Lanes = [Lane("mine", "cars", "metal", 12, 10)],
        };
        var run = Runs.Run(network, 200);
        Assert.Equal(20, run.StockAt("cars:metal:in", 10), 1e-9);
        run.Expect("cars", 0, null, null);
    }
}
