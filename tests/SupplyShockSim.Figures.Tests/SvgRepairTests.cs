using SupplyShockSim.Figures.Drawing;

namespace SupplyShockSim.Figures.Tests;

public class SvgRepairTests
{
    private const string Head =
        "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\n"
        + "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"10\" height=\"5\">";

    [Fact]
    public void The_head_gets_view_box_title_description_and_font()
    {
        var lines = Repaired("").Split('\n');

        Assert.Equal(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"5\" viewBox=\"0 0 10 5\" role=\"img\" aria-labelledby=\"fan-title fan-desc\" "
            + "font-family=\"&#39;Liberation Sans&#39;, Arial, Helvetica, sans-serif\">".Replace("&#39;", "'"),
            lines[0]);
        Assert.Equal("<title id=\"fan-title\">Shortfall is likely to peak in May</title>", lines[1]);
        Assert.Equal("<desc id=\"fan-desc\">Shortfall is likely to peak in May.</desc>", lines[2]);
        Assert.Equal("</svg>", lines[3]);
    }

    [Fact]
    public void A_text_has_the_place_of_its_first_letter_and_its_length()
    {
        // In Liberation Sans, a letter is 2048 units high; "a" is 1139 wide, "b" 1139: 2 * 1139 / 2048 * 10 px = 11.12 px.
        var text = Repaired("<text fill=\"#222\" font-size=\"10\" font-family=\"Liberation Sans\" x=\"3.14159, 8.70312, \" y=\"4, \">\n\t\t\tab\n\t</text>");

        Assert.Contains("\n<text x=\"3.1\" y=\"4\" textLength=\"11.1\" lengthAdjust=\"spacingAndGlyphs\" font-size=\"10\" fill=\"#222\">ab</text>\n", text);
    }

    [Fact]
    public void Clips_are_counted_from_one_and_equal_ones_are_one()
    {
        static string Clip(int id, int width) => $"<clipPath id=\"cl_{id}\"><rect x=\"1\" y=\"1\" width=\"{width}\" height=\"2\"/></clipPath>"
            + $"<g clip-path=\"url(#cl_{id})\"><path d=\"M0 0L1 1\"/></g>";
        var text = Repaired(Clip(17, 4) + Clip(18, 4) + Clip(19, 5));

        Assert.Equal(2, text.Split("<clipPath ").Length - 1);
        Assert.Equal(2, text.Split("url(#fan-clip1)").Length - 1);
        Assert.Equal(1, text.Split("url(#fan-clip2)").Length - 1);
        Assert.DoesNotContain("cl_1", text);
    }

    [Fact]
    public void Lengths_are_tenths_of_a_pixel_and_colours_stay() =>
        Assert.Contains("<path fill=\"#E69F00\" d=\"M1.2 0L-3.5 0.1L100 2\"/>",
            Repaired("<path fill=\"#E69F00\" d=\"M1.23456 -0.0123L-3.4567 .11L100 2.0E+0\"/>"));

    private static string Repaired(string content) => SvgRepair.Of(Head + content + "</svg>", SampleFigures.Fan(), 10, 5);
}
