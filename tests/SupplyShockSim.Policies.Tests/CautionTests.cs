using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Precautionary stocking.</summary>
public sealed class CautionTests
{
    /// <summary>Mine (CN, 40 t/d) > cars (JP) and home (CN), 10 t/d and 10 days of cover each, 2 days away.</summary>
    private static NetworkSpec Two() => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 40), Buyer("cars", "JP", "metal", 10, 10), Buyer("home", "CN", "metal", 10, 10)],
        Lanes = [Lane("mine", "cars", "metal", 10, 2), Lane("mine", "home", "metal", 10, 2)],
    };

    /// <summary>A quota that never bites, known from day 5 on, in force from day 50.</summary>
    private static readonly ExportQuota Threat = new() { By = ["CN"], Amount = new Tonnes(1e6), Announced = Day(5), From = Day(50) };

    private static RunRecord Run(CautionSpec? caution, double days = 600) => Runs.Run(Two(), days, [Threat], new MarketSpec { Caution = caution });

    [Fact]
    public void The_target_rises_from_the_announcement_in_daily_steps()
    {
        // 20 days more over 10 days: 1, 3, 5 ... days of 10 t. Day 5: 10 t missing: 10 + 10/30. Day 6: 30 t less the 1/3 t gained.
        var run = Run(new CautionSpec { More = Days(20), Build = Days(10) });
        Assert.Equal(10, run.DispatchAt("mine>cars:metal", 4.9), 1e-9);
        Assert.Equal(10 + (1 / 3.0), run.DispatchAt("mine>cars:metal", 5), 1e-9);
        Assert.Equal(10 + ((30 - (1 / 3.0)) / 30), run.DispatchAt("mine>cars:metal", 6), 1e-9);

        // In the end 300 t, to within the dead band of 0.03 t; the extra dispatch is the extra stock.
        Assert.Equal(300, run.StockAt("cars:metal:in", 600), 0.031);
        Assert.Equal(200, run.Dispatched("mine>cars:metal", 0, 600) - 6000, 0.031);
    }

    [Fact]
    public void Only_the_buyers_that_the_control_touches_stock_up()
    {
        var run = Run(new CautionSpec { More = Days(20), Build = Days(10) });
        Assert.Equal(100, run.StockAt("home:metal:in", 600), 1e-9);
    }

    [Fact]
    public void After_the_time_kept_it_falls_back()
    {
        // Built on 5 to 15, kept to 100, down by 110.
        var run = Run(new CautionSpec { More = Days(20), Build = Days(10), Keep = Days(85) });
        Assert.True(run.StockAt("cars:metal:in", 100) > 280);
        Assert.Equal(100, run.StockAt("cars:metal:in", 600), 0.031);
        Assert.Equal(0, run.Dispatched("mine>cars:metal", 0, 600) - 6000, 0.031);

        // On day 100 the first step down: 1 day of 20, 10 t below what is there or on its way.
        Assert.True(run.DispatchAt("mine>cars:metal", 100) < run.DispatchAt("mine>cars:metal", 99) - (0.9 * 10 / 30));
    }

    [Fact]
    public void Built_at_once() =>
        Assert.Equal(10 + (200 / 30.0), Run(new CautionSpec { More = Days(20), Build = Days(0) }).DispatchAt("mine>cars:metal", 5), 1e-9);

    [Fact]
    public void Without_caution_a_threat_changes_nothing()
    {
        Assert.Equal(100, Run(null).StockAt("cars:metal:in", 600), 1e-9);
        Assert.Equal(0, Run(null).ShortfallOf("cars").Total);
    }

    [Fact]
    public void The_log_tells_of_it_with_the_control()
    {
        var entry = Run(new CautionSpec { More = Days(20) }).Log.Single(e => e.Kind == LogKind.CoverTargetChanged);
        Assert.Equal((5, SubjectKind.Control, 0), (entry.Time.Days, entry.SubjectKind, entry.Subject));
    }
}
