using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Simulation.Tests.Markets;

/// <summary>Price indices by commodity and buying country.</summary>
public sealed class PriceTests
{
    private static readonly MarketSpec Moving = new() { Prices = new PriceSpec { Scarcity = 0.5 } };

    /// <summary>China sells 10 t/d of magnets each to Japan and to Germany, who have no cover.</summary>
    private static NetworkSpec Two(double elasticity = 0) => new()
    {
        Commodities = [Commodity("magnet", 60000)],
        Sites =
        [
            Plant("plant", "CN", Makes("magnet"), 20), Buyer("jp", "JP", "magnet", 10) with { Elasticity = elasticity }, Buyer("de", "DE", "magnet", 10),
        ],
        Lanes = [Lane("plant", "jp", "magnet", 10), Lane("plant", "de", "magnet", 10)],
    };

    private static ExportBan Half(double from, double days) =>
        new() { By = ["CN"], To = ["JP"], Share = new Share(0.5), From = Day(from), For = Days(days) };

    private static double Index(RunRecord run, string commodity, string country, double day)
    {
        var (c, k) = (Array.IndexOf(run.Network.Commodities.Id, commodity), Array.IndexOf(run.Network.Countries.Code, country));
        return run.Prices[(c * run.Network.Countries.Count) + k]!.ValueAt(SimTime.FromDays(day));
    }

    [Fact]
    public void An_index_moves_by_a_step_at_each_point_of_the_grid_while_orders_are_open()
    {
        // Half of Japan's orders are open from day 10 on: the index goes towards 0.5^(-1/0.5) = 4 from the next point of the grid on.
        var run = Runs.Run(Two(), 100, [Half(10, 60)], Moving);
        Assert.Equal(1, Index(run, "magnet", "JP", 10.9));
        Assert.Equal(4 - (3 * Math.Exp(-1 / 30.0)), Index(run, "magnet", "JP", 11), 1e-12);
        Assert.Equal(4 - (3 * Math.Exp(-2 / 30.0)), Index(run, "magnet", "JP", 12.5), 1e-12);
        Assert.Equal(4 - (3 * Math.Exp(-60 / 30.0)), Index(run, "magnet", "JP", 70), 1e-9);
        Assert.Equal(1 + (3 * (1 - Math.Exp(-2)) * Math.Exp(-1 / 30.0)), Index(run, "magnet", "JP", 71), 1e-9);
        Assert.Equal(1, Index(run, "magnet", "DE", 60));
    }

    [Fact]
    public void It_is_at_most_the_cap()
    {
        // Nothing is promised of all that is ordered: the index goes to the cap.
        var run = Runs.Run(Two(), 1000, [new ExportBan { By = ["CN"], To = ["JP"], From = Day(10) }], new MarketSpec { Prices = new PriceSpec { Cap = 7 } });
        Assert.Equal(7, Index(run, "magnet", "JP", 1000));
    }

    [Fact]
    public void Markets_that_have_settled_sleep()
    {
        // Within 1e-6 of 1 after 30 ln(2.6e6) = 443 days: then nothing happens any more.
        var (run, longer) = (Runs.Run(Two(), 700, [Half(10, 60)], Moving), Runs.Run(Two(), 5000, [Half(10, 60)], Moving));
        Assert.Equal(run.Events, longer.Events);
        Assert.Equal(1, Index(longer, "magnet", "JP", 700));
        Assert.Equal(2, Runs.Run(Two(), 5000, [], Moving).Events);
    }

    [Fact]
    public void Prices_to_which_nobody_answers_change_nothing_else()
    {
        var shocks = new ControlSpec[] { new Outage { At = ["plant"], From = Day(30), For = Days(80), Ramp = Days(30) } };
        var (still, moving) = (Runs.Run(Chain(), 300, shocks), Runs.Run(Chain(), 300, shocks, Moving));
        Assert.DoesNotContain(still.Prices, p => p is not null);
        for (var s = 0; s < still.Stock.Count; s++)
        {
            Assert.Equal(still.Stock[s]!.Times.ToArray(), moving.Stock[s]!.Times.ToArray());
            Assert.Equal(still.Stock[s]!.ValueAt(still.End), moving.Stock[s]!.ValueAt(still.End));
        }

        Assert.Equal(still.ShortfallOf("cars"), moving.ShortfallOf("cars"));
        Assert.True(moving.ShortfallOf("cars").Total > 0);
    }

    [Fact]
    public void What_a_price_takes_away_is_forgone_and_no_shortfall()
    {
        // Demand is 10 p^-0.5, of which 5 arrive; what the price takes away is 10 less that.
        var run = Runs.Run(Two(0.5), 720, [Half(10, 710)], Moving);
        var jp = run.Network.Site("jp");
        var demand = 10 / Math.Sqrt(Index(run, "magnet", "JP", 300));
        Assert.Equal(demand, run.Demand[jp]!.ValueAt(SimTime.FromDays(300)), 1e-9);
        Assert.Equal(10 - demand, run.Forgone[jp]!.ValueAt(SimTime.FromDays(300)), 1e-9);
        Assert.Equal(demand - 5, run.Shortfall("jp").ValueAt(SimTime.FromDays(300)), 1e-9);
        Assert.Equal(2, Index(run, "magnet", "JP", 719), 1e-3);
        Assert.Null(run.Forgone[run.Network.Site("de")]);
    }

    [Fact]
    public void Rationing_by_price_serves_the_country_that_pays_more()
    {
        // Germany pays twice: of 20 t/d that are ordered the plant has 12, of which Germany gets its 10.
        var flood = new PriceChange { Of = ["magnet"], In = ["DE"], To = new Ratio(2), From = Day(0) };
        var fire = new Outage { At = ["plant"], Share = new Share(0.4), From = Day(10) };
        var run = Runs.Run(Two(), 30, [flood, fire], Moving with { Rationing = "price" });
        Assert.Equal((2, 10), (Math.Round(run.DispatchAt("plant>jp:magnet", 10.5), 9), Math.Round(run.DispatchAt("plant>de:magnet", 10.5), 9)));
    }
}
