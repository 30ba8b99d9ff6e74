using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Tests.Support;
using static SupplyShockSim.Simulation.Tests.Support.Nets;

namespace SupplyShockSim.Policies.Tests;

/// <summary>Licences that treat destinations apart.</summary>
public sealed class LicenceByCountryTests
{
    /// <summary>Mine (CN) > buyers in Japan, Korea and the US, 10 t/d each, no cover, 2 days away.</summary>
    private static NetworkSpec Three() => new()
    {
        Commodities = [Commodity("metal")],
        Blocs = new Dictionary<string, IReadOnlyList<string>> { ["East Asia"] = ["JP", "KR"] },
        Sites = [Plant("mine", "CN", Makes("metal"), 60), Buyer("jp", "JP", "metal", 10), Buyer("kr", "KR", "metal", 10), Buyer("us", "US", "metal", 10)],
        Lanes = [Lane("mine", "jp", "metal", 10, 2), Lane("mine", "kr", "metal", 10, 2), Lane("mine", "us", "metal", 10, 2)],
    };

    private static readonly ExportLicence Licences = new() { Name = "licences", By = ["CN"], From = Day(10), Review = DurationDistribution.FixedDays(20) };

    private static ByCountry<T> By<T>(T otherwise, params (string Name, T Value)[] named) => new(otherwise, named.ToDictionary(n => n.Name, n => n.Value));

    private static DurationDistribution Fixed(double days) => DurationDistribution.FixedDays(days);

    private static Schedule<Share> Approve(double share) => Schedule<Share>.Constant(new Share(share));

    [Fact]
    public void Reviews_by_country()
    {
        // From day 10, two days of voyage: Japan waits 5 days, Korea 30, the US 20.
        var run = Runs.Run(Three(), 60, [Licences with { Review = By(Fixed(20), ("Japan", Fixed(5)), ("KR", Fixed(30))) }]);
        run.Expect("jp", 50, 12, 17);
        run.Expect("kr", 300, 12, 42);
        run.Expect("us", 200, 12, 32);
    }

    [Fact]
    public void Shares_by_country()
    {
        // Closed for 20 days: a fifth of 10 t/d for Japan and Korea, named as a bloc, and all of it for the US; after 5 days of tests nothing passes.
        var run = Runs.Run(Three(), 60, [Licences with { Share = By(Share.All, ("East Asia", new Share(0.2))), Customs = Days(5) }]);
        run.Expect("jp", (5 * 10) + (15 * 2), 12, 32);
        run.Expect("kr", 80, 12, 32);
        run.Expect("us", 200, 12, 32);
    }

    [Fact]
    public void Approvals_by_country_and_date()
    {
        // Japan is refused until day 50 and applies again at once, so it is granted on day 50; Korea never; all others on day 30.
        var later = new Schedule<Share>(new Share(0), [new Step<Share> { At = Day(50), To = Share.All }]);
        var run = Runs.Run(Three(), 60, [Licences with { Approval = By(Approve(1), ("JP", later), ("kr", Approve(0))), Reapply = Days(0) }]);
        run.Expect("jp", 400, 12, 52);
        run.Expect("kr", 480, 12, 60);
        run.Expect("us", 200, 12, 32);
    }

    [Fact]
    public void What_is_wrong_with_names_is_said_where_they_stand()
    {
        Assert.Equal(
            [("shocks[0].share.byCountry.Japn", "SS404", "did you mean 'Japan'?")],
            Problems(Licences with { Share = By(Share.All, ("Japn", Share.All)) }));
        Assert.Equal(
            [("shocks[0].review.byCountry.JP", "SS430", "keep one of them")],
            Problems(Licences with { Review = By(Fixed(20), ("East Asia", Fixed(5)), ("JP", Fixed(6))) }));
        Assert.Equal(
            [("shocks[0].approval.byCountry.Germany", "SS431", "check the name, and the selectors of the shock")],
            Problems(Licences with { Approval = By(Approve(1), ("Germany", Approve(1)), ("JP", Approve(1))) }));

        static (string, string, string?)[] Problems(ExportLicence licence)
        {
            var problems = new List<Problem>();
            PreparedRun.Prepare(new RunSpec { Network = Three(), Start = Runs.Start, Horizon = Days(60), Shocks = [licence] }, problems);
            return [.. problems.Select(p => (p.Path, p.Code, p.Hint))];
        }
    }

    [Fact]
    public void The_sentence_names_them_and_says_what_becomes_of_the_refused()
    {
        Assert.Equal(
            "CN licenses 100 % (Japan: 20 %) of the exports of all goods; a review takes 20 days (Korea: 30 days) on average, and every application is granted",
            (Licences with { Share = By(Share.All, ("Japan", new Share(0.2))), Review = By(Fixed(20), ("Korea", Fixed(30))) }).Summary);
        var later = new Schedule<Share>(
            new Share(0.1), [new Step<Share> { At = Day(0), To = new Share(0.1) }, new Step<Share> { At = Day(50), To = Share.All }]);
        Assert.Equal(
            "CN licenses exports of all goods; a review takes 20 days on average, 40 % (Japan: 10 %, 100 % from day 50) of applications are granted, "
                + "and who is refused applies again after 1 day",
            (Licences with { Approval = By(Approve(0.4), ("Japan", later)), Reapply = Days(1) }).Summary);
    }
}
