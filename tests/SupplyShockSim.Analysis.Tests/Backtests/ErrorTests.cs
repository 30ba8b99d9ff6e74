using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Tests.Backtests;

public sealed class ErrorTests
{
    [Fact]
    public void Errors_of_two_months()
    {
        // +10 of 100 and -40 of 200: (10 % + 20 %) / 2; sqrt((100 + 1600) / 2) = 29.1548; (10 - 40) / 2.
        var errors = SeriesErrors.Of([(100, 110), (200, 160)]);
        Assert.Equal(2, errors.Count);
        Assert.Equal(0.15, errors.Mape, 12);
        Assert.Equal(29.154759474, errors.Rmse, 9);
        Assert.Equal(-15, errors.Bias, 12);
        Assert.Equal(0.2, errors.Worst, 12);
    }

    [Fact]
    public void A_month_at_zero_has_no_relative_error()
    {
        // |5 - 0| is 5 t and no share.
        var errors = SeriesErrors.Of([(0, 5)]);
        Assert.Equal(double.NaN, errors.Mape);
        Assert.Equal(5, errors.Rmse, 12);
        Assert.Equal(double.NaN, SeriesErrors.Of([]).Bias);
    }

    [Fact]
    public void Shape_of_a_fall_and_its_recovery()
    {
        // Of normal 100, 100, 200, 100, 100: 50 %, 60 %, 30 %, 95 %, 130 %. Lowest in March; April has 95 % and counts as back; May is 30 t above.
        Month[] months = [.. Month.Within(new DateTime(2025, 1, 1), new DateTime(2025, 6, 1))];
        double[] tonnes = [50, 60, 60, 95, 130];
        double[] normal = [100, 100, 200, 100, 100];
        var shape = Shape.Of([.. months.Select((m, i) => (m, tonnes[i], normal[i]))])!.Value;
        Assert.Equal((months[2], months[3], months[4]), (shape.Trough, shape.Recovery!.Value, shape.Peak!.Value));
        Assert.Equal(0.3, shape.Depth, 12);
        Assert.Equal(0.3, shape.Overshoot, 12);
        Assert.Equal(30, shape.ExcessTonnes, 12);
    }

    [Fact]
    public void A_fall_without_recovery_says_so()
    {
        var shape = Shape.Of([(new Month(2025, 1), 100, 100), (new Month(2025, 2), 40, 100), (new Month(2025, 3), 94.9, 100)])!.Value;
        Assert.Null(shape.Recovery);
        Assert.Null(shape.Peak);
        Assert.Equal(0, shape.Overshoot);
        Assert.Null(Shape.Of([]));
    }

    [Fact]
    public void Seasonality_is_smoothed_around_the_year_and_keeps_its_total()
    {
        // A common year of 1 t/d, but 5 t/d in January. Smoothed: January (1 + 10 + 1) / 4 = 3, its neighbours (5 + 2 + 1) / 4 = 2, others 1.
        // Mean by days: (3 x 31 + 2 x 28 + 2 x 31 + 275) / 365 = 486 / 365.
        double[] tonnes = [155, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        var season = Seasonality.Smoothed(tonnes, 2025);
        Assert.Equal(3 * 365.0 / 486, season.Of(new Month(2030, 1)), 12);
        Assert.Equal(2 * 365.0 / 486, season.Of(new Month(2030, 2)), 12);
        Assert.Equal(2 * 365.0 / 486, season.Of(new Month(2030, 12)), 12);
        Assert.Equal(365.0 / 486, season.Of(new Month(2030, 6)), 12);
    }

    [Fact]
    public void Seasonality_takes_none_or_twelve()
    {
        Assert.Equal(1, Seasonality.None.Of(new Month(2025, 2)));
        Assert.Throws<ArgumentException>(() => new Seasonality([1, 1]));
        Assert.Throws<ArgumentException>(() => new Seasonality([.. Enumerable.Repeat(1.0, 11), 0]));
    }
}
