using System.Globalization;
using System.Xml.Linq;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Plots;

namespace SupplyShockSim.Reports.Tests.Plots;

public class PlotsTests
{
    public static TheoryData<string> Samples => [.. SampleRuns.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Plots_are_as_they_were_when_last_looked_at(string sample)
    {
        foreach (var plot in Draw(sample))
        {
            Baseline.Check($"plots/{sample}-{plot.FileName}", plot.Svg);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Plots_are_small_titled_and_described(string sample)
    {
        foreach (var plot in Draw(sample))
        {
            var svg = XDocument.Parse(plot.Svg).Root!;
            Assert.InRange(plot.Svg.Length, 1000, 300_000);
            Assert.NotEmpty(svg.Element(svg.Name.Namespace + "title")!.Value);
            Assert.NotEmpty(svg.Element(svg.Name.Namespace + "desc")!.Value);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Text_stays_within_the_picture_and_apart(string sample)
    {
        foreach (var plot in Draw(sample))
        {
            var svg = XDocument.Parse(plot.Svg).Root!;
            var texts = svg.Elements(svg.Name.Namespace + "text").Select(Place).ToArray();
            Assert.All(texts, t =>
                Assert.True(t.Left >= 0 && t.Right <= Number(svg, "width") && t.Y <= Number(svg, "height"), $"{plot.FileName}: '{t.Text}' leaves the picture"));
            for (var i = 0; i < texts.Length; i++)
            {
                for (var j = i + 1; j < texts.Length; j++)
                {
                    var (a, b) = (texts[i], texts[j]);
                    Assert.False(Math.Abs(a.Y - b.Y) < 9 && a.Left < b.Right && b.Left < a.Right, $"{plot.FileName}: '{a.Text}' runs into '{b.Text}'");
                }
            }
        }
    }

    [Fact]
    public void Without_shortfall_the_plot_says_so() =>
        Assert.Contains("No shortfall: every consumer gets what it needs throughout.", ShortfallPlot.Draw(SampleRuns.Quiet()));

    [Fact]
    public void Without_stocks_the_plot_says_so() => Assert.Contains("No consumer of this network holds a stock", CoverPlot.Draw(SampleRuns.OneConsumer()));

    [Fact]
    public void Cohorts_that_run_out_are_counted()
    {
        // Both cohorts of cars and the wind row run out of stock; Germany keeps its own.
        var svg = CoverPlot.Draw(SampleRuns.Halt());

        Assert.Contains("2 of 2 cohorts run out", svg);
        Assert.Contains("2 consumers&#39; stocks run out", svg);
    }

    [Fact]
    public void Years_without_shortfall_after_the_last_are_left_out()
    {
        // Of 300 days the last shortfall ends on day 127: drawn to day 254, 80 % of the run is 240, so all of it.
        Assert.Equal(300, PlotWords.Until(SampleRuns.Halt()).Days);
        // Of 730 days it ends on day 439; of ten years on day 3598.
        Assert.Equal(730, PlotWords.Until(SampleRuns.ManyConsumers()).Days);
        var builder = new Testing.RecordBuilder { EndDay = 1000 }.Consumer("c", "JP", "magnet", 1).Rate("activity", "c", (0, 1), (50, 0), (100, 1));
        Assert.Equal(200, PlotWords.Until(SampleRuns.Output("early", builder)).Days);
    }

    private static IReadOnlyList<Plot> Draw(string sample) => RunPlots.Draw(SampleRuns.All[sample]());

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static (string Text, double Left, double Right, double Y) Place(XElement text)
    {
        var width = TextMeasure.Width(text.Value, Number(text, "font-size"), text.Attribute("font-weight") is not null);
        var x = Number(text, "x");
        var left = text.Attribute("text-anchor")?.Value switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
        return (text.Value, left, left + width, Number(text, "y"));
    }
}
