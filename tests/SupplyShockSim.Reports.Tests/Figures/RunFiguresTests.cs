using System.Xml.Linq;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Reports.Tests.Figures;

public class RunFiguresTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Figures_are_as_they_were_when_last_looked_at(string sample)
    {
        foreach (var figure in Fill(SampleRuns.All[sample]()))
        {
            Baseline.Check($"plots/{sample}-{figure.Name}.svg", FigureRenderer.Svg(figure));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Figures_are_small_titled_and_described(string sample)
    {
        foreach (var figure in Fill(SampleRuns.All[sample]()))
        {
            var text = FigureRenderer.Svg(figure);
            var svg = XDocument.Parse(text).Root!;
            Assert.InRange(text.Length, 1000, 300_000);
            Assert.Equal(figure.Title, svg.Element(svg.Name.Namespace + "title")!.Value);
            Assert.Equal(figure.Description, svg.Element(svg.Name.Namespace + "desc")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Text_stays_within_the_picture_and_apart_at_every_width(string sample)
    {
        foreach (var figure in Fill(SampleRuns.All[sample]()))
        {
            foreach (var width in (int[])[FigureRenderer.LeastWidth, FigureRenderer.DefaultWidth, FigureRenderer.MostWidth])
            {
                Texts.Check($"{sample}, {figure.Name} at {width}", FigureRenderer.Svg(figure, width));
            }
        }
    }

    [Fact]
    public void Without_shortfall_the_figure_says_so() =>
        Assert.Contains("No shortfall: every consumer gets what it needs throughout.", FigureRenderer.Svg(Only("shortfall", SampleRuns.Quiet())));

    [Fact]
    public void Without_stocks_the_figure_says_so() =>
        Assert.Contains("No consumer of this network holds a stock", FigureRenderer.Svg(Only("cover", SampleRuns.OneConsumer())));

    [Fact]
    public void Cohorts_that_run_out_are_counted()
    {
        // Both cohorts of cars and the wind row run out of stock; Germany keeps its own.
        var figure = Only("cover", SampleRuns.Halt());

        Assert.Equal("2 consumers' stocks run out", figure.Title);
        Assert.Contains(figure.Panels[0].Marks.SelectMany(m => m.Labels), l => l.Detail.EndsWith("\n2 of 2 cohorts run out", StringComparison.Ordinal));
    }

    [Fact]
    public void Upstream_sites_that_were_hit_are_drawn_in_percent_by_weeks()
    {
        // China's plant makes 10.5 t/d, 6 from day 30 to 60, 3 to day 120, 14 to day 160. The horizon is drawn whole, 300 days.
        // Week 4 (day 28 to 35): 2 days of 10.5 and 5 of 6, 51 / 73.5 = 69.39 %. Week 10 (day 70 to 77): 3 / 10.5 = 28.57 %.
        // Not made: 30 d of 4.5, 60 d of 7.5, less 40 d of 3.5 more: 135 + 450 - 140 = 445 t.
        var figure = Only("activity", SampleRuns.Halt());
        var points = figure.Panels[0].Marks.Single().Data.ToArray();

        Assert.Equal("1 upstream site runs below normal: China, magnets, down to 28.6 %", figure.Title);
        Assert.Equal(100, points[0].Y, 9);
        Assert.Equal(100 * 51 / 73.5, points[4].Y, 9);
        Assert.Equal(300 / 10.5, points[10].Y, 9);
        Assert.Contains("445 t not made", figure.Panels[0].Marks[0].Labels.Single().Detail);
    }

    [Fact]
    public void Where_no_upstream_site_was_hit_there_is_no_such_figure() => Assert.DoesNotContain(Fill(SampleRuns.Quiet()), f => f.Name == "activity");

    [Fact]
    public void A_consumer_has_one_hue_in_all_figures_of_a_folder()
    {
        var figures = Fill(SampleRuns.Halt());
        var layers = ((LayersMark)figures[0].Panels[0].Marks[0]).Layers.ToDictionary(l => l.Label.Text, l => l.Hue);
        var lines = figures[1].Panels[0].Marks.Cast<LineMark>().ToDictionary(l => l.Label.Text, l => l.Hue);

        Assert.Equal(["Japan, automotive", "Japan, wind"], layers.Keys.Order(StringComparer.Ordinal));
        Assert.All(layers, l => Assert.Equal(l.Value, lines[l.Key]));
    }

    [Fact]
    public void A_country_has_one_hue_in_all_figures_of_a_folder()
    {
        var figures = Fill(SampleRuns.Halt());
        var flows = ((LayersMark)figures.Single(f => f.Name == "flows").Panels[0].Marks[0]).Layers.Single(l => l.Label.Text == "China");

        Assert.Equal(flows.Hue, ((LineMark)figures.Single(f => f.Name == "activity").Panels[0].Marks[0]).Hue);
    }

    [Fact]
    public void Years_without_shortfall_after_the_last_are_left_out()
    {
        // Of 300 days the last shortfall ends on day 127: drawn to day 254, 80 % of the run is 240, so all of it.
        Assert.Equal(300, Days(SampleRuns.Halt()));
        // Of 730 days it ends on day 439; of ten years on day 3598.
        Assert.Equal(730, Days(SampleRuns.ManyConsumers()));
        var builder = new RecordBuilder { EndDay = 1000 }.Consumer("c", "JP", "magnet", 1).Rate("activity", "c", (0, 1), (50, 0), (100, 1));
        Assert.Equal(200, Days(SampleRuns.Output("early", builder)));
    }

    private static double Days(RunOutput output) => Only("shortfall", output).X.Until!.Value;

    private static IReadOnlyList<Figure> Fill(RunOutput output) => FigureCatalog.Fill(output.FigureSource());

    private static Figure Only(string name, RunOutput output) => Fill(output).Single(f => f.Name == name);
}
