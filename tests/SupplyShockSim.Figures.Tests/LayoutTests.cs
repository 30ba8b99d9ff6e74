using SupplyShockSim.Figures.Drawing;

namespace SupplyShockSim.Figures.Tests;

public class LayoutTests
{
    [Fact]
    public void Labels_that_do_not_touch_stay_where_they_wish() => Assert.Equal([10, 50], SideLabels.Spread([10, 50], [14, 14], 0, 100));

    [Fact]
    public void Labels_that_touch_are_moved_apart_in_order() =>
        Assert.Equal([20, 41, 62], SideLabels.Spread([20, 22, 24], [14, 14, 14], 0, 100)); // 14 px and a gap of 7 each

    [Fact]
    public void Labels_at_the_limit_move_up() => Assert.Equal([65, 86], SideLabels.Spread([90, 95], [14, 14], 0, 100)); // 100 - 14 = 86; 86 - 7 - 14 = 65

    [Fact]
    public void Long_text_is_broken_between_words()
    {
        var lines = Lettering.Wrap("one two three four five six seven eight", 80, 12);

        Assert.True(lines.Count > 1);
        Assert.Equal("one two three four five six seven eight", string.Join(' ', lines));
        Assert.All(lines, l => Assert.True(Lettering.Width(l, 12) <= 80));
    }

    [Fact]
    public void A_word_too_long_for_a_line_is_broken() =>
        Assert.All(Lettering.Wrap(new string('w', 100), 80, 12), l => Assert.True(Lettering.Width(l, 12) <= 80));

    [Fact]
    public void What_does_not_fit_ends_in_an_ellipsis()
    {
        var lines = Lettering.Wrap("one two three four five six seven eight", 80, 12, most: 2);

        Assert.Equal(2, lines.Count);
        Assert.EndsWith("\u2026", lines[1]);
        Assert.True(Lettering.Width(lines[1], 12) <= 80);
    }

    [Fact]
    public void A_crowded_pixel_column_keeps_its_extremes()
    {
        // Column 1 holds eight vertices; first (1.0), lowest (1.3), highest (1.5) and last (1.9) stay.
        (double, double)[] curve = [(0, 5), (1.0, 5), (1.1, 4), (1.2, 6), (1.3, 1), (1.4, 3), (1.5, 9), (1.6, 5.5), (1.9, 4), (2.5, 7)];

        Assert.Equal([(0, 5), (1.0, 5), (1.3, 1), (1.5, 9), (1.9, 4), (2.5, 7)], Points(curve));
    }

    [Fact]
    public void Within_a_level_stretch_only_its_ends_stay() =>
        Assert.Equal([(0, 10), (20, 10), (20, 2), (40, 2)], Points([(0, 10), (10, 10), (20, 10), (20, 2), (30, 2), (40, 2)]));

    [Fact]
    public void A_letter_is_as_wide_as_the_font_says()
    {
        // Liberation Sans has 2048 units to the em: "W" is 1933 wide, "i" 455; the bold "W" is 1933, the bold "i" 569.
        Assert.Equal(1933 / 2048.0 * 20, Lettering.Width("W", 20), 0.01);
        Assert.Equal(455 / 2048.0 * 20, Lettering.Width("i", 20), 0.01);
        Assert.Equal(569 / 2048.0 * 20, Lettering.Width("i", 20, bold: true), 0.01);
    }

    private static IEnumerable<(double X, double Y)> Points((double X, double Y)[] curve) => Thinned.Of(curve, 1);
}
