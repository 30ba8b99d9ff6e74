using SupplyShockSim.Engine;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Analysis.Tests.Service;

public class SiteNeedTests
{
    private static readonly SimTime End = SimTime.FromDays(100);

    [Fact]
    public void Shortfall_is_demand_less_activity()
    {
        // 10 - 6 = 4 t/d from day 20; demand falls to 8 on day 30, leaving 2; activity is back at 8 on day 40
        var need = SiteNeed.Of(Cars(b => b
            .Rate("demand", "cars", (0, 10), (30, 8))
            .Rate("activity", "cars", (0, 10), (20, 6), (40, 8))), 0);

        Assert.Equal([0, 20, 30, 40], Days(need.Shortfall));
        Assert.Equal([0, 4, 2, 0], need.Shortfall.Values.ToArray());
        Assert.Equal(60, need.Shortfall.Integral(SimTime.Zero, End)); // 4 * 10 + 2 * 10
    }

    [Fact]
    public void A_billionth_of_the_demand_is_dust_and_two_are_not()
    {
        var need = SiteNeed.Of(Cars(b => b.Rate("activity", "cars", (0, 10), (20, 10 - 0.9e-8), (30, 10 - 2e-8), (40, 10))), 0);

        Assert.Equal(30, need.Shortfall.FirstAbove(0, SimTime.Zero, End)?.Days);
        Assert.Equal(40, need.Shortfall.LastAbove(0, SimTime.Zero, End)?.Days);
    }

    [Fact]
    public void Activity_above_demand_is_no_negative_shortfall()
    {
        var need = SiteNeed.Of(Cars(b => b.Rate("activity", "cars", (0, 12))), 0);

        Assert.Equal([0.0], need.Shortfall.Values.ToArray());
    }

    [Fact]
    public void A_commodity_is_needed_by_its_coefficient()
    {
        var need = SiteNeed.Of(Cars(b => b.Rate("activity", "cars", (0, 10), (20, 6))), 0).Times(0.25);

        Assert.Equal([2.5], need.Demand.Values.ToArray());
        Assert.Equal([0, 1], need.Shortfall.Values.ToArray());
    }

    [Fact]
    public void A_record_without_activity_is_refused_by_name()
    {
        var full = Cars(b => b);
        var record = new Simulation.Recording.RunRecord
        {
            Network = full.Network,
            Start = full.Start,
            End = full.End,
            Events = 2,
            TraceHash = 0,
            Mass = [],
            Controls = [],
            Log = [],
            Activity = [null],
            Demand = full.Demand,
            Capacity = full.Capacity,
            Stock = full.Stock,
            Dispatch = [],
            Arrivals = [],
        };

        Assert.Contains("cars", Assert.Throws<ArgumentException>(() => SiteNeed.Of(record, 0)).Message);
    }

    private static Simulation.Recording.RunRecord Cars(Func<RecordBuilder, RecordBuilder> with) =>
        with(new RecordBuilder().Consumer("cars", "JP", "magnet", 10)).Build();

    private static double[] Days(RateSeries series) => [.. series.Times.ToArray().Select(s => s / 86400.0)];
}
