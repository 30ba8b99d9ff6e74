using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

public sealed class ExportLicenceTests
{
    /// <summary>Mine (CN) > buyers a, b, c in Japan, 10 t/d each, no cover, 2 days away.</summary>
    private static NetworkSpec Three() => new()
    {
        Commodities = [Commodity("metal")],
        Sites = [Plant("mine", "CN", Makes("metal"), 60), Buyer("a", "JP", "metal", 10), Buyer("b", "JP", "metal", 10), Buyer("c", "JP", "metal", 10)],
        Lanes = [Lane("mine", "a", "metal", 10, 2), Lane("mine", "b", "metal", 10, 2), Lane("mine", "c", "metal", 10, 2)],
    };

    private static readonly ExportLicence Licences = new() { Name = "licences", By = ["CN"], From = Day(10), Review = DurationDistribution.FixedDays(20) };

    private static List<(double Day, LogKind Kind)> Decisions(RunRecord run, string buyer) =>
        [.. run.Log.Where(e => e.SubjectKind == SubjectKind.Lane && e.Subject == run.Network.Lane($"mine>{buyer}:metal")
            && e.Kind is LogKind.LicenceApplied or LogKind.LicenceGranted or LogKind.LicenceRefused or LogKind.LicenceExpired)
                .Select(e => (e.Time.Days, e.Kind))];

    private static Schedule<Share> Approve(double share) => Schedule<Share>.Constant(new Share(share));

    [Fact]
    public void A_fixed_review_closes_every_lane_for_its_length()
    {
        // Closed 10 to 30, two days of voyage: short 12 to 32.
        var run = Runs.Run(Three(), 60, [Licences]);
        foreach (var buyer in (string[])["a", "b", "c"])
        {
            run.Expect(buyer, 200, 12, 32);
        }
    }

    [Fact]
    public void A_review_of_no_time_closes_nothing()
    {
        var run = Runs.Run(Three(), 60, [Licences with { Review = DurationDistribution.FixedDays(0) }]);
        run.Expect("a", 0, null, null);
    }

    [Fact]
    public void Refused_buyers_wait_and_apply_again()
    {
        // Filed on 10, refused on 30, filed on 40, refused on 60, filed on 70 ...; nobody ever gets one.
        var run = Runs.Run(Three(), 75, [Licences with { Approval = Approve(0), Reapply = Days(10) }]);
        Assert.Equal(
            [
                (10, LogKind.LicenceApplied), (30, LogKind.LicenceRefused), (40, LogKind.LicenceApplied), (60, LogKind.LicenceRefused),
                    (70, LogKind.LicenceApplied),
            ],
            Decisions(run, "a"));
        run.Expect("a", 630, 12, 75);
    }

    [Fact]
    public void Instant_refusals_are_repeated_daily_and_end()
    {
        // No review time and no wait: one try a day, on days 10, 11 ... 30.
        var run = Runs.Run(Three(), 30, [Licences with { Review = DurationDistribution.FixedDays(0), Approval = Approve(0), Reapply = Days(0) }]);
        Assert.Equal(21, Decisions(run, "a").Count(d => d.Kind == LogKind.LicenceRefused));
    }

    [Fact]
    public void The_approval_in_force_on_the_day_of_decision_counts()
    {
        // Nothing approved until day 50, everything after: refused on 30, filed again at once, granted on 50 (the step holds from its own second on).
        var approval = new Schedule<Share>(new Share(0), [new Step<Share> { At = Day(50), To = new Share(1) }]);
        var run = Runs.Run(Three(), 80, [Licences with { Approval = approval, Reapply = Days(0) }]);
        Assert.Equal(
            [(10, LogKind.LicenceApplied), (30, LogKind.LicenceRefused), (30, LogKind.LicenceApplied), (50, LogKind.LicenceGranted)], Decisions(run, "b"));
        run.Expect("b", 400, 12, 52);
    }

    [Fact]
    public void A_renewal_filed_in_time_leaves_no_gap()
    {
        // Granted on 30 for 40 days, so to 70; renewal filed 20 days (the mean review) before, on 50, granted on 70; then to 110, filed on 90 ...
        var run = Runs.Run(Three(), 100, [Licences with { Validity = Days(40) }]);
        run.Expect("a", 200, 12, 32);
        Assert.Equal(
            [(10, LogKind.LicenceApplied), (30, LogKind.LicenceGranted), (50, LogKind.LicenceApplied), (70, LogKind.LicenceGranted),
                (90, LogKind.LicenceApplied)],
            Decisions(run, "a").Where(d => d.Kind != LogKind.LicenceExpired));
    }

    [Fact]
    public void A_renewal_filed_late_leaves_a_gap_of_what_is_missing()
    {
        // Granted on 30 for 40 days, so to 70; renewal filed 5 days before, on 65, granted on 85: closed 15 days. Then to 125, past the end.
        var run = Runs.Run(Three(), 100, [Licences with { Validity = Days(40), Renewal = Days(5) }]);
        Assert.Equal(
            [(10, LogKind.LicenceApplied), (30, LogKind.LicenceGranted), (65, LogKind.LicenceApplied), (70, LogKind.LicenceExpired),
                (85, LogKind.LicenceGranted)],
            Decisions(run, "a"));
        Assert.Equal(0, run.Dispatched("mine>a:metal", 70, 85), 1e-12);
        Assert.Equal(10, run.ShortfallAt("a", 86.9), 1e-9);
        Assert.Equal(0, run.ShortfallAt("a", 87), 1e-9);
    }

    [Fact]
    public void An_early_renewal_does_not_shorten_the_licence()
    {
        // To 70; renewal filed 30 days before, on 40, granted on 60 for 40 days after 70: to 110; filed on 80, granted on 100 to 150.
        var run = Runs.Run(Three(), 120, [Licences with { Validity = Days(40), Renewal = Days(30) }]);
        Assert.Equal([30, 60, 100], Decisions(run, "a").Where(d => d.Kind == LogKind.LicenceGranted).Select(d => d.Day));
        Assert.DoesNotContain(Decisions(run, "a"), d => d.Kind == LogKind.LicenceExpired);
        run.Expect("a", 200, 12, 32);
    }

    [Fact]
    public void After_a_suspension_all_apply_anew()
    {
        // Closed 10 to 15, free to 25, closed again until a new review of 20 days ends on 45.
        var run = Runs.Run(Three(), 60, [Licences with { Suspended = [new Window { From = Day(15), Until = Day(25) }] }]);
        Assert.Equal([(10, LogKind.LicenceApplied), (25, LogKind.LicenceApplied), (45, LogKind.LicenceGranted)], Decisions(run, "a"));
        Assert.Equal(0, run.Dispatched("mine>a:metal", 10, 15) + run.Dispatched("mine>a:metal", 25, 45), 1e-12);
        Assert.True(run.Dispatched("mine>a:metal", 15, 25) >= 100);
    }

    [Fact]
    public void The_end_of_licensing_opens_every_lane()
    {
        var run = Runs.Run(Three(), 60, [Licences with { Approval = Approve(0), Reapply = Days(0), For = Days(15) }]);
        run.Expect("a", 150, 12, 27);
    }

    private static readonly ExportLicence Sampled = Licences with { Review = new DurationDistribution(DistributionShape.Triangular, [10, 20, 60]) };

    private static double[] Granted(RunRecord run) =>
        [.. new[] { "a", "b", "c" }.Select(x => Decisions(run, x).Single(d => d.Kind == LogKind.LicenceGranted).Day)];

    [Fact]
    public void Sampled_reviews_differ_by_lane_and_repeat_by_seed()
    {
        var days = Granted(Runs.Run(Three(), 100, [Sampled]));
        Assert.Equal(3, days.Distinct().Count());
        Assert.All(days, d => Assert.InRange(d, 20, 70));
        Assert.Equal(days, Granted(Runs.Run(Three(), 100, [Sampled])));
        Assert.NotEqual(days, Granted(Runs.Run(Three(), 100, [Sampled], seed: 2)));
    }

    [Fact]
    public void Another_shock_or_another_lane_does_not_move_the_draws()
    {
        var days = Granted(Runs.Run(Three(), 100, [Sampled]));
        var other = Sampled with { Name = "others", By = [], To = ["US"] };
        var abroad = Three();
        abroad = abroad with { Sites = [.. abroad.Sites, Buyer("z", "US", "metal", 10)], Lanes = [.. abroad.Lanes, Lane("mine", "z", "metal", 10, 2)] };
        Assert.Equal(days, Granted(Runs.Run(abroad, 100, [other, new Outage { At = ["mine"], From = Day(80), Share = new Share(0.9) }, Sampled])));

        // A new buyer whose lane sorts first.
        var three = Three();
        var four = three with { Sites = [.. three.Sites, Buyer("A", "JP", "metal", 10)], Lanes = [.. three.Lanes, Lane("mine", "A", "metal", 10, 2)] };
        Assert.Equal(days, Granted(Runs.Run(four, 100, [Sampled])));

        // Two sets of licences draw apart.
        var twin = Runs.Run(Three(), 100, [Sampled with { Name = "twin" }]);
        Assert.NotEqual(days, Granted(twin));
    }

    [Fact]
    public void Firms_behind_a_lane_with_an_id_draw_each_their_own_fate()
    {
        // Four cohorts share the row's lane "l"; the fate of a firm does not depend on how the other firms' applications went:
        // the review drawn for the first firm is the same whether it applies alone or with three others.
        double[] DaysOf(params string[] exempt)
        {
            var network = new NetworkSpec
            {
                Commodities = [Commodity("metal")],
                Sites = [Plant("mine", "CN", Makes("metal"), 60), Buyer("cars", "JP", "metal", 10, cohorts: new CohortSpec { N = 4 }),
                    Buyer("z", "JP", "metal", 1)],
                Lanes = [Lane("mine", "cars", "metal", 10, 2) with { Id = "l" }, Lane("mine", "z", "metal", 1, 2) with { Id = "l" }],
            };
            var run = Runs.Run(network, 100, [Sampled with { Exempt = [.. exempt.Select(name => (Exemption)name)] }]);
            return [.. run.Log.Where(e => e.Kind == LogKind.LicenceGranted && run.Network.Lanes.To[e.Subject] == run.Network.Site("z"))
                .Select(e => e.Time.Days)];
        }

        Assert.Equal(DaysOf("cars"), DaysOf());
    }
}
