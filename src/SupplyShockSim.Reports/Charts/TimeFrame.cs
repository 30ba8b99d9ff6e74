using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Charts;

/// <summary>The words around a chart.</summary>
/// <param name="Id">Distinguishes the chart from others in one page.</param>
/// <param name="Title">What it shows, best as a finding.</param>
/// <param name="Subtitle">What is drawn, in which unit.</param>
/// <param name="Footnote">Where it comes from.</param>
/// <param name="Description">The same for those who cannot see it.</param>
internal sealed record ChartText(string Id, string Title, string Subtitle, string Footnote, string Description);

/// <summary>
/// A chart over time without its data: words, axes, grid, controls and labels, laid out so that nothing overflows. Draw the data
/// between <see cref="Begin"/> and <see cref="End"/>, at <see cref="X"/> and <see cref="Y"/>.
/// </summary>
internal sealed class TimeFrame
{
    private const double Width = 960;
    private const double Left = 74;
    private const double TitleSize = 19;
    private const double SubtitleSize = 13;
    private const double FootnoteSize = 10.5;

    private readonly ChartText _text;
    private readonly string _unit;
    private readonly DateTime _start;
    private readonly double _days;
    private readonly double[] _ticks;
    private readonly IReadOnlyList<Band> _bands;
    private readonly IReadOnlyList<SideLabel> _labels;
    private readonly List<string> _title;
    private readonly List<string> _subtitle;
    private readonly List<string> _footnote;
    private readonly double _stripTop;

    /// <param name="text">The words.</param>
    /// <param name="unit">What the value axis counts, with its unit.</param>
    /// <param name="start">Date of day 0.</param>
    /// <param name="days">Length of the time axis.</param>
    /// <param name="most">Largest value; the axis begins at zero.</param>
    /// <param name="bands">Controls.</param>
    /// <param name="labels">Labels in the right margin.</param>
    public TimeFrame(ChartText text, string unit, DateTime start, double days, double most, IReadOnlyList<Band> bands, IReadOnlyList<SideLabel> labels)
    {
        (_text, _unit, _start, _days, _bands, _labels) = (text, unit, start, days, bands, labels);
        // Without a value the axis has no scale, only its zero.
        _ticks = most > 0 ? Ticks.Nice(0, most, 5) : [0];
        _title = TextMeasure.Wrap(text.Title, Width - 40, TitleSize, bold: true);
        _subtitle = TextMeasure.Wrap(text.Subtitle, Width - 40, SubtitleSize);
        _footnote = TextMeasure.Wrap(text.Footnote, Width - 40, FootnoteSize);
        _stripTop = 18 + (_title.Count * (TitleSize + 5)) + (_subtitle.Count * (SubtitleSize + 4)) + 10;
        Top = _stripTop + ControlStrip.Height(bands) + 22;
        Right = Width - (labels.Count == 0 ? 24 : SideLabels.Width);
        Bottom = Top + Math.Max(300, SideLabels.Height(labels));
    }

    public double Top { get; }

    public double Right { get; }

    public double Bottom { get; }

    private double PictureHeight => Bottom + 48 + (_footnote.Count * (FootnoteSize + 4)) + 8;

    /// <summary>Pixels of a day.</summary>
    public double X(double day) => Left + (Math.Clamp(day / _days, 0, 1) * (Right - Left));

    /// <summary>Pixels of a value.</summary>
    public double Y(double value) => _ticks[^1] > 0 ? Bottom - (value / _ticks[^1] * (Bottom - Top)) : Bottom;

    /// <summary>Days and values as pixels.</summary>
    public Polyline Pixels(Polyline curve)
    {
        var pixels = new Polyline();
        for (var i = 0; i < curve.Count; i++)
        {
            pixels.Add(X(curve.X[i]), Y(curve.Y[i]));
        }

        return pixels;
    }

    public Svg Begin()
    {
        var svg = new Svg(_text.Id, Width, PictureHeight, _text.Title, _text.Description);
        var y = 18 + TitleSize - 3;
        foreach (var line in _title)
        {
            svg.Text(20, y, line, TitleSize, bold: true);
            y += TitleSize + 5;
        }

        y += SubtitleSize - TitleSize;
        foreach (var line in _subtitle)
        {
            svg.Text(20, y, line, SubtitleSize, colour: Palette.Muted);
            y += SubtitleSize + 4;
        }

        ControlStrip.Shade(svg, _bands, X, _stripTop, Bottom);
        ControlStrip.Draw(svg, _bands, X, Left, Right, _stripTop);
        ValueAxis(svg);
        DateAxis(svg);
        return svg;
    }

    public string End(Svg svg)
    {
        svg.Line(Left, Bottom, Right, Bottom, $"stroke=\"{Palette.Ink}\" stroke-width=\"1\"");
        SideLabels.Draw(svg, _labels, Right, Top - 8, Bottom + 14, Y);
        var y = Bottom + 48 + FootnoteSize;
        foreach (var line in _footnote)
        {
            svg.Text(20, y, line, FootnoteSize, colour: Palette.Muted);
            y += FootnoteSize + 4;
        }

        return svg.Close();
    }

    /// <summary>Says in the middle of the plot why there is nothing in it.</summary>
    public void Message(Svg svg, string message)
    {
        var y = (Top + Bottom) / 2;
        foreach (var line in TextMeasure.Wrap(message, Right - Left - 80, 15))
        {
            svg.Text((Left + Right) / 2, y, line, 15, anchor: "middle", colour: Palette.Muted);
            y += 20;
        }
    }

    private void ValueAxis(Svg svg)
    {
        svg.Text(20, Top - 10, _unit, 11, colour: Palette.Muted);
        foreach (var tick in _ticks)
        {
            svg.Line(Left, Y(tick), Right, Y(tick), $"stroke=\"{Palette.Grid}\" stroke-width=\"1\"");
            svg.Text(Left - 8, Y(tick) + 4, Say.Number(tick), 11, anchor: "end");
        }
    }

    private void DateAxis(Svg svg)
    {
        foreach (var tick in DateTicks.Of(_start, _days, (int)((Right - Left) / 52)))
        {
            var x = X(tick.Day);
            svg.Line(x, Bottom, x, Bottom + 5, $"stroke=\"{Palette.Ink}\" stroke-width=\"1\"");
            svg.Text(x, Bottom + 18, tick.Label, 11, anchor: "middle");
            if (tick.Year is not null)
            {
                svg.Text(x, Bottom + 32, tick.Year, 11, anchor: "middle", bold: true);
            }
        }
    }
}
