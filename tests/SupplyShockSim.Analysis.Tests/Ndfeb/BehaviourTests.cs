using System.Runtime.CompilerServices;
using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Tests.Ndfeb;

/// <summary>What somebody who knows the trade would expect of lasting and of upstream shocks on the shipped network, by order of magnitude and sign.</summary>
public sealed class BehaviourTests
{
    private static readonly PreparedRun Quiet = Load();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static PreparedRun Load()
    {
        var loaded = ScenarioLoader.Load(Path.Combine(Here(), "quiet.yaml"));
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        return loaded.Scenario.Prepared;
    }

    private static RunRecord Run(ControlSpec shock, Func<PreparedRun, PreparedRun>? with = null)
    {
        var problems = new List<Problem>();
        var run = Quiet.WithShocks([shock with { Name = "shock", From = When.After(SimDuration.Zero) }], problems);
        Assert.True(run is not null, string.Join('\n', problems.Select(p => p.Message)));
        return (with?.Invoke(run) ?? run).Run();
    }

    /// <summary>Sites or countries, by their names with commas between them, out for some days or for ever.</summary>
    private static Outage Out(string sites, double? days) => new() { At = sites.Split(','), For = days is { } d ? SimDuration.FromDays(d) : null };

    private static ExportBan Ban(string? to, double? days, params string[] of) =>
        new() { By = ["China"], Of = of, To = to is null ? [] : [to], For = days is { } d ? SimDuration.FromDays(d) : null };

    private static double Short(RunRecord run, string? country = null) => Measures.Of(run).Consumers
        .Where(c => country is null || run.Network.Countries.Code[c.Country] == country).Sum(c => c.Service.ShortfallTotal);

    private static double Activity(RunRecord run, string row, double day)
    {
        var sites = run.Network.Sites;
        var (now, before) = (0.0, 0.0);
        for (var i = 0; i < sites.Count; i++)
        {
            if (run.Network.Rows.Id[sites.Row[i]] == row)
            {
                now += run.Activity[i]!.ValueAt(SimTime.FromDays(day));
                before += sites.BaselinePerDay[i];
            }
        }

        return now / before;
    }

    [Theory]
    [InlineData("cn-magnets,cn-magnets-hc", 60)] // a week of holiday: users hold 20 d and more
    [InlineData("cn-separation", 10)] // oxide for 10 d lies at the separator, and for 20 d at the metal makers
    public void A_week_out_is_lived_through_on_stocks(string site, double mostTonnes) => Assert.InRange(Short(Run(Out(site, 7))), 0, mostTonnes);

    [Fact]
    public void Plants_that_come_back_cost_no_more_than_plants_that_do_not() =>
        Assert.True(Short(Run(Out("jp-magnets,jp-magnets-hc", 90))) <= Short(Run(Out("jp-magnets,jp-magnets-hc", null))));

    [Theory]
    [InlineData("Japan")]
    [InlineData(null)]
    public void Closing_more_goods_costs_more(string? to)
    {
        var country = to is null ? null : "JP";
        var magnets = Short(Run(Ban(to, 180, "magnets")), country);
        var withAlloy = Short(Run(Ban(to, 180, "magnets", "alloys")), country);
        var all = Short(Run(Ban(to, 180, "magnets", "alloys", "ndpr-metal", "ndpr-oxide", "heavy-rare-earths")), country);
        Assert.True(magnets < withAlloy && withAlloy < all, $"{magnets}, {withAlloy}, {all}");
    }

    [Theory]
    [InlineData("au-mt-weld")]
    [InlineData("us-mountain-pass")]
    [InlineData("my-lynas")]
    public void Mines_far_away_do_not_stop_in_the_weeks_after_a_magnet_halt(string site)
    {
        var run = Run(Ban(null, 180, "magnets"));
        Assert.All(Enumerable.Range(20, 61), day => Assert.True(Activity(run, site, day) > 0.85, $"day {day}: {Activity(run, site, day)}"));
    }

    [Fact]
    public void A_small_lasting_loss_of_ore_slows_magnet_plants_before_the_chain_is_empty()
    {
        // 6,428 of the 95,497 t of oxide are lost, less what Laos and Madagascar can add (323 and 101 t): 6.3 %. Without a throttle every stock of the chain is
        // used up first, 105 days of them: 105/0.063 = 1,670 days. With one, only what lies above 80 % of the input targets (0.2 x 75 d) and the stocks of
        // makers (20 d) are: 35/0.063 = 556 days, and the slow approach.
        var run = Run(Out("mm-ionic-clay", null));
        Assert.Equal(1, Activity(run, "cn-magnets-hc", 180), 1e-3);
        Assert.True(Activity(run, "cn-magnets-hc", 1000) < 0.99, $"{Activity(run, "cn-magnets-hc", 1000)}");
    }

    /// <summary>
    /// Myanmar's clay is 729 of 2,570 t of dysprosium, 28 %, and 6.7 % of neodymium. Its ore lasts for 60 days at 39 % of use, 150 days, and less above the
    /// throttle: within nine months the magnets that hold dysprosium are down by more than a tenth, while the others are made as before.
    /// </summary>
    [Fact]
    public void Myanmar_is_felt_in_dysprosium_first()
    {
        var run = Run(Out("Myanmar", null));
        Assert.True(Activity(run, "cn-magnets-hc", 270) < 0.9, $"{Activity(run, "cn-magnets-hc", 270)}");
        Assert.Equal(1, Activity(run, "cn-magnets", 270), 1e-3);
    }

    /// <summary>
    /// The heavy rare earths closed to Japan as oxide, metal and alloy for 180 days. Stocks on the way to the user: 18 d of them at the alloy maker, 5 and 20 d
    /// of alloy, 10 d of magnets: 53 d. From then on less than a fifth is made, of what the throttle still lets through; the standard kind is not touched.
    /// </summary>
    [Fact]
    public void Without_heavy_rare_earths_Japan_makes_standard_magnets_alone()
    {
        var run = Run(Ban("Japan", 180, "heavy-rare-earths", "ndfeb-alloy-hc"));
        Assert.All(Enumerable.Range(60, 120), day => Assert.InRange(Activity(run, "jp-magnets-hc", day), 0, 0.2));
        Assert.All(Enumerable.Range(0, 540), day => Assert.Equal(1, Activity(run, "jp-magnets", day), 1e-6));
        Assert.All(Needs(run, "JP"), n => Assert.Equal(n.Commodity == "ndfeb-magnet-hc", n.Shortfall > 10));
    }

    /// <summary>
    /// China's oxide is none of what Japanese metal is made of and half of what other users take, for whom Lynas has idle capacity (4,300 t).
    /// </summary>
    [Fact]
    public void Without_Chinese_oxide_alone_Japan_makes_all_its_magnets()
    {
        var run = Run(Ban("Japan", 180, "ndpr-oxide"));
        Assert.All(Needs(run, "JP").Where(n => n.Commodity != "ndpr-oxide"), n => Assert.Equal(0, n.Shortfall, 1e-6));
        Assert.InRange(Needs(run, "JP").Single(n => n.Commodity == "ndpr-oxide").Shortfall, 0, 496.0 * 180 / 365);
    }

    private static IEnumerable<(string Commodity, double Shortfall)> Needs(RunRecord run, string country) => Measures.Of(run).Consumers
        .Where(c => run.Network.Countries.Code[c.Country] == country && run.Network.Sites.EndUse[run.Network.Rows.FirstSite[c.Row]] != "defence")
        .Select(c => (run.Network.Commodities.Id[c.Commodity], c.Service.ShortfallTotal));

    [Fact]
    public void Years_into_a_ban_trade_has_found_other_ways()
    {
        var run = Run(Ban("Japan", null, "magnets"), r =>
        {
            var problems = new List<Problem>();
            var market = r.Spec.Market with { Term = SimDuration.FromDays(365) };
            return r.With(market, r.Spec.Shocks, problems)!.WithHorizon(SimDuration.FromDays(6 * 365));
        });
        var japan = run.Network.Sites.Country.Select((c, i) => (Country: run.Network.Countries.Code[c], Site: i))
            .Where(x => x.Country == "JP").Select(x => x.Site);
        var demand = japan.Where(i => run.Demand[i] is not null).ToList();
        for (var year = 4; year < 6; year++)
        {
            var (from, until) = (SimTime.FromDays(year * 365), SimTime.FromDays((year + 1) * 365));
            var tonnes = demand.Sum(i => run.Demand[i]!.Integral(from, until) - run.Activity[i]!.Integral(from, until));
            Assert.InRange(tonnes, -1e-6, 50);
        }
    }
}
