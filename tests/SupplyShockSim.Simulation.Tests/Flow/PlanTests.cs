using CsCheck;
using SupplyShockSim.Simulation.Rules.Sites;
using SupplyShockSim.Testing;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>A plan with T = 30 d, a deadband of 1 % and a tolerance of 0.5 % of a normal flow of 10 t/d: 0.1 t/d (a gap of 3 t) and 0.05 t/d.</summary>
public sealed class PlanTests
{
    private static readonly Plan Plan = new(30, 0.01, 0.005);

    [Theory]
    [InlineData(10, 3, 10)] // a correction of 0.1 is within the deadband
    [InlineData(10, -3, 10)]
    [InlineData(10.04, 3, 10)] // and then the plan is the base flow, however near it was
    [InlineData(10, 6, 10.2)] // 0.2 is not: 10.2 differs from 10 by more than 0.05
    [InlineData(10, -6, 9.8)]
    [InlineData(10.16, 6, 10.16)] // 10.2 differs from 10.16 by 0.04: the plan stands
    [InlineData(9.84, -6, 9.84)]
    [InlineData(10, -600, 0)] // 10 - 20
    public void A_correction_counts_beyond_the_deadband_and_a_change_beyond_the_tolerance(double plan, double gap, double expected) =>
        Assert.Equal(expected, Plan.Decide(plan, 10, gap, 10), 12);

    [Theory]
    [InlineData(10, 6, 10.1, 10.1)] // 10.2 is more than can be
    [InlineData(10.14, 6, 10.1, 10.1)] // a plan that stands is cut too
    [InlineData(10, 0, 9, 9)] // and the base flow
    public void No_plan_is_above_the_bound(double plan, double gap, double most, double expected) =>
        Assert.Equal(expected, Plan.Decide(plan, 10, gap, 10, most), 12);

    [Theory]
    [InlineData(10, 0, 2, 1.5)] // out of the deadband at a gap of 3 t
    [InlineData(10, 0, -2, 1.5)]
    [InlineData(10.2, 6, 2, 0.75)] // 10.2 stands until 10.25: a gap of 7.5 t
    [InlineData(10.2, 6, -2, 0.75)] // until 10.15: 4.5 t
    [InlineData(9.8, -6, 2, 0.75)]
    [InlineData(9.8, -6, -2, 0.75)]
    [InlineData(10.12, 3.6, -2, 0.3)] // into the deadband at 3 t, before 10.07 would be due at 2.1 t
    [InlineData(9.88, -3.6, 2, 0.3)]
    [InlineData(10, 6, 2, 0)] // 10.2 is due already
    [InlineData(10, 0, 0, double.PositiveInfinity)] // a gap that stays
    public void A_plan_lasts_until_the_gap_has_grown_out_of_it(double plan, double gap, double gapPerDay, double days) =>
        Assert.Equal(days, Plan.DaysToChange(plan, 10, gap, gapPerDay, 10), 12);

    [Fact]
    public void A_plan_at_its_bound_goes_no_further()
    {
        Assert.Equal(double.PositiveInfinity, Plan.DaysToChange(12, 10, 60, 1, 10, most: 12));
        Assert.Equal(double.PositiveInfinity, Plan.DaysToChange(0, 10, -600, -1, 10));

        // Back from the bounds: 10 + 60/30 = 12 falls to 11.95 at a gap of 58.5 t; 10 - 300/30 = 0 rises to 0.05 at -298.5 t.
        Assert.Equal(1.5, Plan.DaysToChange(12, 10, 60, -1, 10, most: 12), 12);
        Assert.Equal(1.5, Plan.DaysToChange(0, 10, -300, 1, 10), 12);
    }

    [Fact]
    public void The_predicted_day_is_the_first_on_which_another_plan_is_wanted()
    {
        var rate = Gen.Int[0, 2000].Select(x => x / 100.0);
        var signed = Gen.Int[-30_000, 30_000].Select(x => x / 100.0);
        Gen.Select(
            Gen.OneOf(5.0, 30.0, 60.0), Gen.OneOf(1e-4, 1e-3, 0.01), Gen.OneOf(0, 0.1, 0.5, 1.0),
            rate, signed, signed.Where(p => p != 0).Select(p => p / 20), Gen.OneOf(Gen.Const(double.PositiveInfinity), rate.Select(r => r + 1)), rate,
            (adjustment, deadband, share, flow, gap, perDay, most, before) =>
                new Line(adjustment, deadband, share * deadband, flow, gap, perDay, most, before)).ForAll(Agrees, 5000);
    }

    private static void Agrees(Line line)
    {
        const double Normal = 10;
        var plan = new Plan(line.Adjustment, line.Deadband, line.Tolerance);
        var exact = new Plan(line.Adjustment, line.Deadband, 0);
        var decided = plan.Decide(line.Before, line.Flow, line.Gap, Normal, line.Most);
        var slack = Math.Max(line.Tolerance * Normal, 1e-9 * decided);
        var days = plan.DaysToChange(decided, line.Flow, line.Gap, line.PerDay, Normal, line.Most);

        // Never late: at every step before the predicted day the plan is within its tolerance.
        const int Steps = 200;
        for (var i = 0; i < Steps; i++)
        {
            var day = Math.Min(days, 1000) * i / Steps;
            if (OffAt(day) > slack + 1e-9)
            {
                Assert.Fail($"predicted for day {days}, but off by {OffAt(day)} on day {day}");
            }
        }

        // And not early: just after it the plan is off. But for a plan that happens to be within tolerance of the base flow when its gap reaches the
        // deadband, or of the bound when it reaches that: there the site looks and finds that nothing is to be done.
        if (days > 0 && days < 1000)
        {
            var after = days + 1e-6;
            var correction = (line.Gap + (line.PerDay * after)) / line.Adjustment;
            var atDeadband = Math.Abs(Math.Abs(correction) - (line.Deadband * Normal)) <= 1e-6 * (1 + Math.Abs(line.PerDay));
            var atBound = line.Flow + correction <= 0 || line.Flow + correction >= line.Most;
            Assert.True(OffAt(after) >= slack * (1 - 1e-6) || atDeadband || atBound, $"predicted for day {days}, but off by {OffAt(after)} after it");
        }

        double OffAt(double day) => Math.Abs(exact.Decide(decided, line.Flow, line.Gap + (line.PerDay * day), Normal, line.Most) - decided);
    }

    /// <summary>A gap that grows evenly, and what a plan is made from.</summary>
    private sealed record Line(double Adjustment, double Deadband, double Tolerance, double Flow, double Gap, double PerDay, double Most, double Before);
}
