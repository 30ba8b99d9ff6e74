using SupplyShockSim.Analysis.Calibration;

namespace SupplyShockSim.Analysis.Tests.Backtests;

public sealed class CalibrationTests
{
    /// <summary>Half of the year is under a ban of which share and ramp are to be found.</summary>
    private const string Ban = """
        start: 2026-01-01
        until: 2026-07-01
        shocks:
          - {type: export-ban, name: halt, by: China, from: 2026-02-11, share: 90 %}
        uncertain:
          - {set: shocks.halt.share, uniform: [0 %, 100 %]}

        """;

    // A share s leaves 17 (1 - s) t/d from 11 February: with s = 40 %, 10 x 17 + 18 x 10.2 = 353.6 t in February, 10.2 x 31, 30, 31, 30 after it.
    private static readonly Scenarios.Backtests.ObservedFile Truth = Sketch.Observed(
        ("2026-01", "World", 9999), ("2026-02", "World", 353.6), ("2026-03", "World", 316.2), ("2026-04", "World", 306), ("2026-05", "World", 316.2),
            ("2026-06", "World", 306));

    private static readonly CalibrationOptions Options = new() { Screened = 8, Searches = 2, Evaluations = 30 };

    [Fact]
    public void A_known_value_is_found_again()
    {
        // January comes before the control and does not count.
        var result = new Calibrator(Sketch.Of(Ban), Truth).Fit(Options);
        Assert.Equal(0.4, Assert.Single(result.Parameters).Fitted.Value, 3);
        Assert.InRange(result.Loss, 0, 0.001);

        // Ten points less of the ban make 1.7 t/d more, of 10.2: a sixth in four months, 30.6 / 353.6 = 8.65 % in February. Root of the mean of the
        // squares: sqrt((0.0865^2 + 4 x 0.1667^2) / 5) = 0.1540. The same the other way.
        Assert.Equal(0.1540, result.Parameters[0].Less, 2);
        Assert.Equal(0.1540, result.Parameters[0].More, 2);
    }

    [Theory]
    [InlineData("last:2")]
    [InlineData("2026-06,2026-05")]
    public void Months_held_out_are_not_fitted_to_and_are_told_apart(string heldOut)
    {
        // Until April a ban of 40 %, then twice what that leaves: the fit sees 40 % alone, and simulates half of May and June, an error of -50 %.
        Assert.True(HoldOut.TryParse(heldOut, out var holdOut));
        var observed = Sketch.Observed(
            ("2026-02", "World", 353.6), ("2026-03", "World", 316.2), ("2026-04", "World", 306), ("2026-05", "World", 632.4), ("2026-06", "World", 612));
        var result = new Calibrator(Sketch.Of(Ban), observed, holdOut).Fit(Options);
        Assert.Equal(0.4, result.Parameters[0].Fitted.Value, 3);
        Assert.InRange(result.Loss, 0, 0.001);
        Assert.Equal(0.5, result.HeldOutLoss, 3);
        Assert.Equal([false, false, false, true, true], result.Months.Select(m => m.IsHeldOut));
        Assert.Equal(-0.5, result.Months[^1].RelativeError, 3);
    }

    [Fact]
    public void Without_a_month_held_out_there_is_no_such_error() =>
        Assert.Equal(double.NaN, new Calibrator(Sketch.Of(Ban), Truth).Fit(Options with { Screened = 2, Searches = 1, Evaluations = 2 }).HeldOutLoss);

    [Theory]
    [InlineData("last:0")]
    [InlineData("last:")]
    [InlineData("last:-1")]
    [InlineData("2026-13")]
    [InlineData("2026-05,")]
    [InlineData("months")]
    public void What_is_no_hold_out_is_not_read(string text) => Assert.False(HoldOut.TryParse(text, out _));

    [Theory]
    [InlineData("last:5", "0 months of the World total are left to fit, too few for 1 parameters")]
    [InlineData("last:6", "6 months cannot be held out of 5")]
    [InlineData("2026-01", "2026-01 cannot be held out: the judged months observed are 2026-02, 2026-03, 2026-04, 2026-05, 2026-06")]
    public void What_cannot_be_held_out_is_refused(string text, string message)
    {
        Assert.True(HoldOut.TryParse(text, out var holdOut));
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new Calibrator(Sketch.Of(Ban), Truth, holdOut)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_depends_on_the_seed_alone()
    {
        var calibrator = new Calibrator(Sketch.Of(Ban), Truth);
        var one = calibrator.Fit(Options with { Threads = 1 });
        var two = calibrator.Fit(Options with { Threads = 2 });
        Assert.Equal(one.Parameters[0].Fitted, two.Parameters[0].Fitted);
        Assert.Equal((one.Loss, one.Runs), (two.Loss, two.Runs));
        Assert.NotEqual(one.Searches[0], calibrator.Fit(Options with { Seed = 2 }).Searches[0]);
    }

    [Fact]
    public void Too_few_months_or_no_parameter_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Calibrator(Sketch.Of(Ban), Sketch.Observed(("2026-01", "World", 1))));
        Assert.Throws<ArgumentException>(() => new Calibrator(Sketch.Of(Ban[..Ban.IndexOf("uncertain", StringComparison.Ordinal)]), Truth));
    }

    [Fact]
    public void A_value_that_cannot_stand_there_is_refused()
    {
        var calibrator = new Calibrator(Sketch.Of(Ban), Truth);
        Assert.Throws<ArgumentException>(() => calibrator.LossAt([("shocks.halt.share", "120 %")]));
        Assert.Throws<ArgumentException>(() => calibrator.LossAt([("network.sites.jp.demand", "1 t/d")]));
    }

    [Fact]
    public void Steps_out_of_the_cube_are_folded_back()
    {
        // A triangle wave: 1.25 comes back to 0.75, -0.25 to 0.25, 2.5 to 0.5.
        Assert.Equal([0.75, 0.25, 0.5, 1, 0.3], new[] { 1.25, -0.25, 2.5, 1, 0.3 }.Select(BoundedNelderMead.Fold));
    }

    [Fact]
    public void The_simplex_finds_a_minimum_at_a_wall_and_keeps_to_its_budget()
    {
        // (x - 2)^2 + (y - 0.5)^2 within the unit square is least at (1, 0.5), where it is 1.
        var calls = 0;
        var (point, loss) = BoundedNelderMead.Minimise(
            at =>
            {
                calls++;
                Assert.All(at, x => Assert.InRange(x, 0, 1));
                return ((at[0] - 2) * (at[0] - 2)) + ((at[1] - 0.5) * (at[1] - 0.5));
            },
            [0.2, 0.2],
            0.15,
            120);
        Assert.Equal(1, point[0], 2);
        Assert.Equal(0.5, point[1], 2);
        Assert.Equal(1, loss, 2);
        Assert.InRange(calls, 1, 120);
    }
}
