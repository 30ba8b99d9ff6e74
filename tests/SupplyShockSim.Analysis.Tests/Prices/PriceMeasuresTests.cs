using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Prices;

/// <summary>Import bills, duties and the value of what is missing: 10 t/d of magnets from China to Japan at 60,000 USD/t, for 100 days.</summary>
public sealed class PriceMeasuresTests
{
    private static RunMeasures Of(string shocks, string market = "market: {prices: {scarcity: 0.5}}", string more = "")
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        File.WriteAllText(file, $$$"""
            schema: supplyshock/scenario/1
            start: 2026-01-01
            horizon: 100 d
            {{{market}}}
            network:
              rates: t/d
              commodities: [{id: magnet, price: 60000 USD/t}]
              sites:
                - {id: plant, kind: magnet-plant, country: CN, technology: {outputs: {magnet: 1}}, capacity: 20}
                - {id: jp, kind: consumer, country: JP, uses: {magnet: 1}, demand: 10{{{more}}}}
              lanes:
                - {from: plant, to: jp, of: magnet, flow: 10}
            shocks: {{{shocks}}}
            """);
        try
        {
            var loaded = ScenarioLoader.Load(file);
            Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
            return Measures.Of(loaded.Scenario.Prepared.Run());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_run_whose_prices_stand_still_has_none() => Assert.Null(Of("[]", "").Prices);

    [Fact]
    public void Goods_are_paid_at_the_price_of_the_day_and_duties_follow_it()
    {
        // A duty of 25 % from day 50 on; the price doubles on day 80. Goods: 600,000 USD/d x (80 + 2 x 20) d = 72 M; duties: 25 % of 600,000 x
        // (30 + 2 x 20) = 10.5 M.
        var prices = Of("[{type: tariff, by: China, rate: 25 %, from: 50 d}, {type: price-change, of: [magnet], to: 200 %, from: 80 d}]").Prices!;
        var bill = Assert.Single(prices.ImportBills);
        Assert.Equal(1000, bill.Tonnes, 1e-9);
        Assert.Equal(72e6, bill.GoodsUsd, 1e-3);
        Assert.Equal(10.5e6, bill.DutyUsd, 1e-3);
        Assert.Equal(10.5e6, prices.TariffRevenueUsd!.Value, 1e-3);
        Assert.Empty(prices.ValuesAtRisk);

        // The reference price doubled, the index of scarcity did not.
        var price = Assert.Single(prices.Prices);
        Assert.Equal((1.0, 1.0, 1.0), (price.Mean, price.Peak, price.End));
    }

    [Fact]
    public void An_exemption_pays_none()
    {
        // 25 % of 600,000 USD/d, for 100 days less the 30 of the exemption: 10.5 M.
        var prices = Of("[{type: tariff, by: China, rate: 25 %, exempt: [{to: Japan, from: 20 d, until: 50 d}]}]").Prices!;
        Assert.Equal(10.5e6, prices.TariffRevenueUsd!.Value, 1e-3);
    }

    [Fact]
    public void A_duty_per_tonne_does_not_follow_the_price()
    {
        // 1,000 USD/t on 10 t/d for 50 days.
        var prices = Of("[{type: tariff, by: China, rate: 1000 USD/t, from: 50 d}, {type: price-change, of: [magnet], to: 200 %, from: 80 d}]").Prices!;
        Assert.Equal(500_000, prices.TariffRevenueUsd!.Value, 1e-6);
    }

    [Fact]
    public void What_is_missing_is_worth_its_price()
    {
        // A halt on the last day but one, for one day: the index is 1 until the next point of the grid, so that 10 t at 60,000 USD/t are missing. After it
        // the index has moved by one step, towards the cap of 10: 10 - 9 exp(-1/30).
        var prices = Of("[{type: export-ban, by: China, from: 98 d, for: 1 d}]").Prices!;
        Assert.Equal(600_000, Assert.Single(prices.ValuesAtRisk).Usd, 1e-6);
        Assert.Equal(10 - (9 * Math.Exp(-1 / 30.0)), Assert.Single(prices.Prices).Peak, 1e-9);
        Assert.Equal(99, prices.Prices[0].PeakDay);
    }

    [Fact]
    public void What_price_takes_away_and_the_demand_that_is_left_add_up_to_the_baseline()
    {
        var consumer = Of("[{type: export-ban, by: China, from: 10 d, share: 50 %}]", more: ", elasticity: 0.5").Consumers[0];
        Assert.True(consumer.ForgoneTonnes > 50);
        Assert.Equal(1000, consumer.ForgoneTonnes + consumer.Service.DemandTotal, 1e-9);
    }
}
