using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Reports.Tests.Figures;

/// <summary>The figures that are drawn where they are asked for, of the halt of <see cref="SampleRuns"/>: 14.5 t/d are needed, 12.5 of them in Japan.</summary>
public class FiguresOnDemandTests
{
    public static TheoryData<string> Kinds => [.. FigureCatalog.All.Where(k => !k.IsUsual).Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Text_stays_within_the_picture_and_apart_at_every_width(string kind)
    {
        foreach (var (sample, output) in SampleRuns.All)
        {
            if (Kind(kind).Build(Draws(output())) is not { } figure)
            {
                continue;
            }

            foreach (var width in (int[])[FigureRenderer.LeastWidth, FigureRenderer.DefaultWidth, FigureRenderer.MostWidth])
            {
                SupplyShockSim.Testing.Texts.Check($"{sample}, {kind} at {width}", FigureRenderer.Svg(figure, width));
            }
        }
    }

    [Fact]
    public void Every_kind_can_be_filled_by_the_halt() =>
        Assert.All(FigureCatalog.All.Where(k => !k.IsUsual), kind => Assert.NotNull(kind.Build(Draws(SampleRuns.Halt()))));

    [Fact]
    public void A_fan_adds_up_day_by_day_and_ends_in_the_range_of_the_whole()
    {
        // Draw k of 21, from 0 on: 2 k t by day 60, 10 k by day 120, then no more. The quantiles of 0, 1, ... 20 are 1, 5, 10, 15 and 19.
        var marks = Kind("fan").Build(Draws(SampleRuns.Halt()))!.Panels[0].Marks;

        Assert.Equal([(0, 0, 0), (60, 2, 38), (120, 10, 190), (300, 10, 190)], ((BandMark)marks[0]).Edges.Select(e => (e.X, e.Low, e.High)));
        Assert.Equal([(0, 0, 0), (60, 10, 30), (120, 50, 150), (300, 50, 150)], ((BandMark)marks[1]).Edges.Select(e => (e.X, e.Low, e.High)));
        Assert.Equal([(0, 0), (60, 20), (120, 100), (300, 100)], ((LineMark)marks[2]).Course.Points);
        // The run: cars 5 t/d from day 67 and 3 more from day 87, wind 1.5 from day 103.5: by day 120 265 + 99 + 24.75 t, by day 127 455.25 t.
        Assert.Equal([0, 0, 388.75, 455.25], ((LineMark)marks[3]).Course.Points.Select(p => Math.Round(p.Y, 9)));
        Assert.Equal((EndBar.Thin, EndBar.Broad), (((BandMark)marks[0]).End, ((BandMark)marks[1]).End));
    }

    [Fact]
    public void An_exceedance_curve_counts_the_draws_above()
    {
        // Totals of 0, 10, ... 200 t: above 0 lie 20 of 21, above 10 t 19, and so on; the run's 455.25 t lie above all.
        var marks = Kind("exceedance").Build(Draws(SampleRuns.Halt()))!.Panels[0].Marks;

        var points = ((LineMark)marks[0]).Course.Points.ToArray();
        Assert.Equal(21, points.Length);
        Assert.Equal((0, 2000 / 21.0), points[0]);
        Assert.Equal((10, 1900 / 21.0), points[1]);
        Assert.Equal((200, 0), points[20]);
        Assert.Equal([(455.25, 0)], ((PointsMark)marks[1]).Points.Points.Select(p => (Math.Round(p.X, 9), p.Y)));
    }

    [Fact]
    public void A_tornado_ranks_inputs_by_how_surely_the_shortfall_goes_with_them()
    {
        // The first input rises with the draws, the second falls; the third does not vary. The fourth is high in every second of 21 draws, 10 of them, whose
        // mean rank is that of all: nothing.
        var figure = Kind("tornado").Build(Draws(SampleRuns.Halt()))!;
        var bars = ((BarsMark)figure.Panels[0].Marks[0]).Bars;

        Assert.Equal(["falls", "rises", "every second (low, high)"], figure.Y.Categories);
        Assert.Equal([-1, 1, 0], bars.Select(b => Math.Round(b.Until, 9)));
        Assert.Equal(["-1.00", "+1.00", "0.00"], bars.Select(b => b.Text));
        Assert.Equal(Hue.Rest, bars[2].Hue);
        Assert.NotEqual(Hue.Rest, bars[1].Hue);
        Assert.Contains("over 21 draws", figure.Subtitle, StringComparison.Ordinal);
        // 1.96 over the root of 20.
        Assert.Contains("(-0.438 to 0.438)", figure.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_multiples_show_weekly_shares_of_the_need()
    {
        // Japan: week 9 (day 63 to 70) 3 d of 5 t/d of 87.5 t; week 10 5 of 12.5 t/d; week 15 9.5 of 12.5.
        var figure = Kind("multiples").Build(Draws(SampleRuns.Halt()))!;
        var course = ((LineMark)figure.Panels.Single().Marks.Single()).Course.Points.ToArray();

        Assert.Equal(1500 / 87.5, course[9].Y, 9);
        Assert.Equal(40, course[10].Y, 9);
        Assert.Equal(76, course[15].Y, 9);
        Assert.Equal(0, course[20].Y, 9);
        Assert.Contains("1 country is never short.", figure.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heat_map_shows_the_share_of_each_month()
    {
        // March is day 59 to 90: cars are short 5 t/d for 20 d and 8 t/d for 3 d, 124 t of 31 x 12.5.
        var figure = Kind("heat-map").Build(Draws(SampleRuns.Halt()))!;
        var cells = ((CellsMark)figure.Panels[0].Marks[0]).Cells;

        Assert.Equal(["Japan"], figure.Y.Categories);
        Assert.Contains("1 country is never short.", figure.Subtitle, StringComparison.Ordinal);
        // The last shortfall ends on day 127, 8 May: June is the first month without any.
        Assert.Equal(["Jan 2026", "Feb 2026", "Mar 2026", "Apr 2026", "May 2026", "Jun 2026"], figure.X.Categories);
        Assert.Equal(32, cells.Single(c => c is { Row: 0, Column: 2 }).Value, 9);
    }

    [Fact]
    public void A_heat_map_of_several_commodities_shows_country_by_commodity()
    {
        // Of the totals: Japan lacks 120 t of 1,250 t of magnets and 10 t of 100 t of gallium, the United States 20 t of 200 t of gallium.
        var figure = Kind("heat-map").Build(Draws(SampleRuns.Totals()))!;
        var cells = ((CellsMark)figure.Panels[0].Marks[0]).Cells.ToDictionary(
            c => (figure.Y.Categories[c.Row], figure.X.Categories[c.Column]), c => Math.Round(c.Value, 9));

        Assert.Equal(9.6, cells[("Japan", "magnet")]);
        Assert.Equal(10, cells[("Japan", "gallium")]);
        Assert.Equal(10, cells[("United States", "gallium")]);
        Assert.DoesNotContain("Germany", figure.Y.Categories);
        Assert.Equal(3, cells.Count);
    }

    [Fact]
    public void Bars_show_a_measure_of_choice()
    {
        // Cars: 60 d of 5 t/d and 40 d of 3, 420 t of 3,000; wind: 23.5 d of 1.5 t/d, 35.25 t of 750 (a half is rounded to the even digit).
        Assert.Equal(["420 t", "35.2 t", "0 t"], Texts(new FigureChoice()));
        Assert.Equal(["455 t", "0 t"], Texts(new FigureChoice { By = Grouping.Country }));
        Assert.Equal(["86 %", "95.3 %", "100 %"], Texts(new FigureChoice { Measure = Measure("serviceLevel") }));
        Assert.Equal(["37 d", "73.5 d", "never"], Texts(new FigureChoice { Measure = Measure("timeToSurviveDays") }));

        static IEnumerable<string> Texts(FigureChoice choice) =>
            ((BarsMark)Kind("bars").Build(Draws(SampleRuns.Halt()) with { Choice = choice })!.Panels[0].Marks[0]).Bars.Select(b => b.Text);

        static Analysis.ServiceMeasure Measure(string key) => Kind("bars").Measures.Single(m => m.Key == key);
    }

    [Fact]
    public void Several_runs_stand_beside_one_another_in_hues_of_their_own()
    {
        var source = Draws(SampleRuns.Halt()) with
        {
            Name = "one",
            Others = [.. Enumerable.Range(2, 5).Select(i => Draws(SampleRuns.Halt()) with { Name = $"run {i}" })],
        };

        Assert.Equal(["one", "run 2", "run 3", "run 4", "run 5", "run 6"], Kind("bars").Build(source)!.Panels.Select(p => p.Title));
        var lines = Kind("exceedance").Build(source)!.Panels[0].Marks.OfType<LineMark>().ToArray();
        Assert.Equal(6, lines.Select(l => SupplyShockSim.Figures.Drawing.Palette.Hex(l.Hue)).Distinct().Count());
        Assert.Equal(6, lines.Select(l => string.Join(' ', SupplyShockSim.Figures.Drawing.Palette.Dash(l.Hue))).Distinct().Count());
    }

    [Fact]
    public void A_gap_runs_from_survival_to_recovery()
    {
        // The halt begins on day 30; cars are short from day 67 to 127, wind from day 103.5 to 127.
        var figure = Kind("gap").Build(Draws(SampleRuns.Halt()))!;
        var (survives, gap) = ((BarsMark)figure.Panels[0].Marks[0], (BarsMark)figure.Panels[0].Marks[1]);

        Assert.Equal(["Japan, automotive", "Japan, wind"], figure.Y.Categories);
        Assert.Equal([(0, 37), (0, 73.5)], survives.Bars.Select(b => (b.From, b.Until)));
        Assert.Equal([(37, 97), (73.5, 97)], gap.Bars.Select(b => (b.From, b.Until)));
        Assert.Contains("1 consumer is never short.", figure.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comb_is_drawn_as_weekly_means_that_keep_the_area()
    {
        // Short 10 t/d every other day for 100 days: 50 turns in 14 weeks. Week 0 has four such days, 40 t in 7 d, the next one three.
        var builder = new RecordBuilder { EndDay = 105 }.Consumer("c", "JP", "magnet", 10)
            .Rate("activity", "c", [.. Enumerable.Range(0, 101).Select(d => ((double)d, d % 2 == 0 && d < 100 ? 0.0 : 10.0))]);
        var figure = FigureCatalog.Fill(SampleRuns.Output("comb", builder).FigureSource()).Single(f => f.Name == "shortfall");
        var points = ((LayersMark)figure.Panels[0].Marks[0]).Layers[0].Course.Points.ToArray();

        Assert.EndsWith("Weekly means.", figure.Subtitle, StringComparison.Ordinal);
        Assert.Equal(40 / 7.0, points[0].Y, 9);
        Assert.Equal(30 / 7.0, points[1].Y, 9);
        Assert.Equal(500, points.Zip(points.Skip(1), (a, b) => a.Y * (b.X - a.X)).Sum(), 6);
    }

    /// <summary>
    /// The run with 21 draws: draw k, from 0 on, is short of 2 k t before day 60 and 8 k t before day 120, all of it the first need in the first country that
    /// needs anything.
    /// </summary>
    private static FigureSource Draws(RunOutput output)
    {
        const int Count = 21;
        var keys = Analysis.NeedKey.In(output.Record);
        SimTime[] edges = [SimTime.Zero, SimTime.FromDays(60), SimTime.FromDays(120), output.Record.End];
        if (keys.Count == 0 || output.Record.End <= edges[2])
        {
            return output.FigureSource() with { Ranges = null };
        }

        double[] all = [.. Enumerable.Range(0, Count).Select(k => 10.0 * k)];
        var none = new PartyRange(-1, -1, Spread.Of(all), 20 / 21.0);
        return output.FigureSource() with
        {
            Ranges = new Ranges
            {
                Draws = Count,
                Seed = 7,
                Inputs =
                [
                    Input("rises", "uniform: 0, 1", k => k),
                    Input("falls", "uniform: 0, 1", k => -k),
                    Input("same", "fixed: 1", _ => 0),
                    Input("every second", "discrete: low, high", k => k % 2),
                ],
                RandomControls = [],
                Total = none,
                Consumers = [],
                Countries = [],
                CountryTotals = [],
                Edges = edges,
                OverTime = [new RangeOverTime(-1, [.. Enumerable.Repeat(Spread.Of([0]), 3)])],
                Needs = keys,
                Outcomes = [.. Enumerable.Range(0, Count).Select(k => Outcome(output, keys, k))],
            },
        };

        static SampledInput Input(string path, string distribution, Func<int, double> place) =>
            new(path, distribution, null, null) { Places = [.. Enumerable.Range(0, Count).Select(place)] };
    }

    private static DrawOutcome Outcome(RunOutput output, IReadOnlyList<Analysis.NeedKey> keys, int draw)
    {
        var tonnes = new double[keys.Count];
        var cells = new double[output.Record.Network.Countries.Count, 3];
        (tonnes[0], cells[keys[0].Country, 0], cells[keys[0].Country, 1]) = (10 * draw, 2 * draw, 8 * draw);
        return new DrawOutcome(tonnes, cells);
    }

    private static FigureKind Kind(string name) => FigureCatalog.All.Single(k => k.Name == name);
}
