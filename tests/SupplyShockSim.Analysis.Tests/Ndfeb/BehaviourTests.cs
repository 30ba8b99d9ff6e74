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

    private static Outage Out(string site, double? days) => new() { At = [site], For = days is { } d ? SimDuration.FromDays(d) : null };

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
    [InlineData("cn-magnets", 60)] // a week of holiday: users hold 20 d and more
    [InlineData("cn-separation", 10)] // oxide for 10 d lies at the separator, and for 20 d at the metal makers
    public void A_week_out_is_lived_through_on_stocks(string site, double mostTonnes) => Assert.InRange(Short(Run(Out(site, 7))), 0, mostTonnes);

    [Fact]
    public void Plants_that_come_back_cost_no_more_than_plants_that_do_not() =>
        Assert.True(Short(Run(Out("jp-magnets", 90))) <= Short(Run(Out("jp-magnets", null))));

    [Theory]
    [InlineData("Japan")]
    [InlineData(null)]
    public void Closing_more_goods_costs_more(string? to)
    {
        var country = to is null ? null : "JP";
        var magnets = Short(Run(Ban(to, 180, "ndfeb-magnet")), country);
        var withAlloy = Short(Run(Ban(to, 180, "ndfeb-magnet", "ndfeb-alloy")), country);
        var all = Short(Run(Ban(to, 180, "ndfeb-magnet", "ndfeb-alloy", "ndpr-metal", "ndpr-oxide")), country);
        Assert.True(magnets < withAlloy && withAlloy < all, $"{magnets}, {withAlloy}, {all}");
    }

    [Theory]
    [InlineData("au-mt-weld")]
    [InlineData("us-mountain-pass")]
    [InlineData("my-lynas")]
    public void Mines_far_away_do_not_stop_in_the_weeks_after_a_magnet_halt(string site)
    {
        var run = Run(Ban(null, 180, "ndfeb-magnet"));
        Assert.All(Enumerable.Range(20, 61), day => Assert.True(Activity(run, site, day) > 0.85, $"day {day}: {Activity(run, site, day)}"));
    }

    [Fact]
    public void A_small_lasting_loss_of_ore_slows_magnet_plants_before_the_chain_is_empty()
    {
        // 8.6 % of the oxide is lost. Without a throttle every stock of the chain is used up first, 105 days of them: 105/0.086 = 1,220 days. With one,
        // only what lies above 80 % of the input targets (0.2 x 75 d) and the stocks of makers (20 d) are: 35/0.086 = 407 days, and the slow approach.
        var run = Run(Out("mm-ionic-clay", null));
        Assert.Equal(1, Activity(run, "cn-magnets", 180), 1e-3);
        Assert.True(Activity(run, "cn-magnets", 600) < 0.98, $"{Activity(run, "cn-magnets", 600)}");
    }

    [Fact]
    public void Years_into_a_ban_trade_has_found_other_ways()
    {
        var run = Run(Ban("Japan", null, "ndfeb-magnet"), r =>
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
