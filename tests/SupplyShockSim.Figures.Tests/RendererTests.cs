using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupplyShockSim.Figures.Tests;

public class RendererTests
{
    public static TheoryData<string> Samples => [.. SampleFigures.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Figures_are_as_they_were_when_last_looked_at(string sample) => Baseline.Check(Golden(sample), FigureRenderer.Svg(SampleFigures.All[sample]()));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_is_cut_off_and_nothing_overlaps(string sample)
    {
        foreach (var width in (int[])[FigureRenderer.LeastWidth, FigureRenderer.DefaultWidth, FigureRenderer.MostWidth])
        {
            Texts.Check($"{sample} at {width}", FigureRenderer.Svg(SampleFigures.All[sample](), width));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_svg_stands_on_its_own(string sample)
    {
        var text = FigureRenderer.Svg(SampleFigures.All[sample]());
        var svg = XDocument.Parse(text).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        string[] known = ["title", "desc", "rect", "path", "g", "clipPath", "text", "ellipse", "circle"];
        var ids = svg.Descendants().Attributes("id").Select(a => a.Value).ToArray();

        Assert.Equal(ns + "svg", svg.Name);
        Assert.Equal($"0 0 {svg.Attribute("width")!.Value} {svg.Attribute("height")!.Value}", svg.Attribute("viewBox")!.Value);
        Assert.Equal([ns + "title", ns + "desc"], svg.Elements().Take(2).Select(e => e.Name));
        Assert.All(svg.Descendants(), e => Assert.Contains(e.Name.LocalName, known));
        Assert.All(svg.Descendants(), e => Assert.Equal(ns, e.Name.Namespace));
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.StartsWith(sample + "-", id));
        Assert.All(svg.Descendants().Attributes("clip-path"), a => Assert.Contains(a.Value[5..^1], ids));
        Assert.All(svg.Descendants().Attributes("d"), d => Assert.Matches("^[MLHVQCZ0-9. ,-]+$", d.Value));
        Assert.Equal(["http://www.w3.org/2000/svg"], Regex.Matches(text, "https?://[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Order_and_repetition_change_no_byte(string sample)
    {
        var figure = SampleFigures.All[sample]();
        var (svg, png) = (FigureRenderer.Svg(figure), FigureRenderer.Png(figure));
        FigureRenderer.Svg(SampleFigures.Fan());

        Assert.Equal(svg, FigureRenderer.Svg(figure));
        Assert.True(png.AsSpan().SequenceEqual(FigureRenderer.Png(figure)));
    }

    [Fact]
    public void A_png_is_five_thirds_of_its_width_and_shows_text()
    {
        var png = Pixels.Of(FigureRenderer.Png(SampleFigures.Lines()));

        Assert.Equal(1600, png.Width);
        // The title stands in the upper left corner: 19 px from 18 px on, in a dark ink.
        Assert.InRange(png.Dark(33, 30, 500, 62), 500, 20_000);
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("heat-map")]
    [InlineData("multiples")]
    public void Pictures_look_as_they_did_when_last_looked_at(string sample) => Pixels.Check(sample, FigureRenderer.Png(SampleFigures.All[sample]()));

    [Theory]
    [InlineData(599)]
    [InlineData(1601)]
    public void A_width_that_no_page_is_laid_out_for_is_refused(int width)
    {
        Assert.Contains("600 to 1600", Assert.Throws<ArgumentOutOfRangeException>(() => FigureRenderer.Svg(SampleFigures.Lines(), width)).Message);
        Assert.Contains("600 to 1600", Assert.Throws<ArgumentOutOfRangeException>(() => FigureRenderer.Png(SampleFigures.Lines(), width)).Message);
    }

    [Fact]
    public void Text_is_text_and_never_markup()
    {
        var figure = SampleFigures.AwkwardText();
        var text = FigureRenderer.Svg(figure);
        var svg = XDocument.Parse(text).Root!;

        Assert.Equal("<b>&amp; \"quotes\" ]]>  tabs and lines</b>", svg.Elements().First().Value);
        Assert.DoesNotContain("<b>", text);
        Assert.DoesNotContain("<script", text);
        Assert.Contains("&lt;b&gt;&amp;amp; &quot;quotes&quot; ]]&gt;", text);
        // Two letters that the font lacks are two squares: something is there.
        Assert.Contains("\u25a1\u25a1 &lt;China&gt; &amp; &#39;co&#39;", text);
    }

    [Fact]
    public void A_hundred_thousand_points_are_thinned()
    {
        var line = new Polyline();
        for (var i = 0; i < 100_000; i++)
        {
            line.Add(i / 400.0, i % 7);
        }

        var figure = SampleFigures.Lines() with { Panels = [new Panel("", [new LineMark(new Label("Many"), line, new Hue(0))])] };

        Assert.InRange(FigureRenderer.Svg(figure).Length, 1000, 100_000);
    }

    private static string Golden(string sample) => $"{sample}.svg";
}
