using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>
/// Where everything of a figure stands, in pixels, for a width: words above and below, the strip of controls, the fields of the panels and the labels
/// beside them, so that nothing overflows and nothing overlaps.
/// </summary>
internal sealed class PageLayout
{
    public const double Margin = 20;
    public const double TitleSize = 19;
    public const double SubtitleSize = 13;
    public const double FootnoteSize = 10.5;
    public const double TickSize = 11;
    public const double PanelTitleSize = 12;
    public const double KeyHeight = 20;
    private const double UnitHeight = 22;
    private const double LeastHeight = 300;
    private const double SmallHeight = 140;
    private const double RowHeight = 26;
    private const double LeastPanelWidth = 210;

    public PageLayout(Figure figure, double width)
    {
        (Figure, Width) = (figure, width);
        Title = Lettering.Wrap(figure.Title, width - (2 * Margin), TitleSize, bold: true);
        Subtitle = Lettering.Wrap(figure.Subtitle, width - (2 * Margin), SubtitleSize);
        Footnote = Lettering.Wrap(figure.Footnote, width - (2 * Margin), FootnoteSize);
        (Across, Up) = (Scale.Horizontal(figure), Scale.Vertical(figure));
        IsMultiple = figure.Panels.Count > 1;
        Key = IsMultiple ? KeyOf(figure, width) : [];
        Side = new SideLabels(IsMultiple ? [] : LabelsOf.Panel(figure.Panels[0]), Math.Max(190, 0.227 * width));
        StripTop = 18 + (Title.Count * (TitleSize + 5)) + (Subtitle.Count * (SubtitleSize + 4)) + 10 + (KeyRows * KeyHeight);
        var top = StripTop + ControlStrip.Height(figure.Spans) + (figure.Y.Kind == AxisKind.Category ? 6 : UnitHeight);
        var left = LeftMargin();
        Feet = new Feet(figure, (width - Side.Width - left) / Columns(left));
        Fields = IsMultiple ? Multiples(left, top) : [new Field(left, top, width - Side.Width, top + SingleHeight(), Across, Up)];
        FootnoteTop = Fields[^1].Bottom + Feet.Height + 10;
        Height = Math.Ceiling(FootnoteTop + (Footnote.Count * (FootnoteSize + 4)) + 8);
    }

    public Figure Figure { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<string> Title { get; }

    public IReadOnlyList<string> Subtitle { get; }

    public IReadOnlyList<string> Footnote { get; }

    public Scale Across { get; }

    public Scale Up { get; }

    public bool IsMultiple { get; }

    /// <summary>One field for each panel.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The labels beside a single panel.</summary>
    public SideLabels Side { get; }

    /// <summary>The series of small multiples, in a line below the subtitle.</summary>
    public IReadOnlyList<KeyEntry> Key { get; }

    public double StripTop { get; }

    public double FootnoteTop { get; }

    /// <summary>What stands below a field.</summary>
    public Feet Feet { get; }

    private int KeyRows => Key.Count == 0 ? 0 : 1 + Key[^1].Row;

    /// <summary>How many panels stand side by side.</summary>
    public int Columns(double left) => IsMultiple ? Math.Clamp((int)((Width - left) / LeastPanelWidth), 1, Math.Min(4, Figure.Panels.Count)) : 1;

    private double SingleHeight() => Math.Max(Side.Height, Figure.Y.Kind == AxisKind.Category ? Math.Max(60, RowHeight * Figure.Y.Categories.Count) : LeastHeight);

    private double LeftMargin()
    {
        var widest = Figure.Y.Kind == AxisKind.Category
            ? Math.Min(0.36 * Width, Figure.Y.Categories.Select(c => Lettering.Width(c, TickSize)).DefaultIfEmpty(0).Max())
            : Up.Ticks.Max(t => Lettering.Width(Say.Number(t), TickSize));
        return Math.Ceiling(Margin + widest + 10);
    }

    private List<Field> Multiples(double left, double top)
    {
        const double between = 18;
        var columns = Columns(left);
        var panelWidth = (Width - Side.Width - left - (between * (columns - 1))) / columns;
        var fields = new List<Field>();
        for (var i = 0; i < Figure.Panels.Count; i++)
        {
            var x = left + (i % columns * (panelWidth + between));
            var y = top + (i / columns * (SmallHeight + PanelTitleSize + 12 + Feet.Height)) + PanelTitleSize + 6;
            fields.Add(new Field(x, y, x + panelWidth, y + SmallHeight, Across, Up));
        }

        return fields;
    }

    /// <summary>The labels of all panels, each once, in lines as wide as the page.</summary>
    private static List<KeyEntry> KeyOf(Figure figure, double width)
    {
        var key = new List<KeyEntry>();
        var (x, row) = (Margin, 0);
        foreach (var label in figure.Panels.SelectMany(LabelsOf.Panel).DistinctBy(l => l.Label.Text))
        {
            var needed = 32 + Lettering.Width(label.Label.Text, TickSize) + 18;
            if (x > Margin && x + needed > width - Margin)
            {
                (x, row) = (Margin, row + 1);
            }

            key.Add(new KeyEntry(label, x, row));
            x += needed;
        }

        return key;
    }
}

/// <summary>A series named above small multiples.</summary>
internal readonly record struct KeyEntry(SideLabel Label, double X, int Row);
