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
    public const double PanelTitleStep = 14;
    public const double KeyHeight = 20;
    private const double UnitHeight = 22;
    private const double LeastHeight = 300;
    private const double SmallHeight = 140;
    private const double RowHeight = 26;
    private const double LeastPanelWidth = 210;
    private const double BetweenPanels = 36;

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
        Feet = new Feet(figure, PanelWidth(left));
        var panelWidth = PanelWidth(left);
        PanelTitles = [.. figure.Panels.Select(p => IsMultiple ? Lettering.Wrap(p.Title, panelWidth, PanelTitleSize, bold: true, most: 2) : [])];
        PanelTitleHeight = IsMultiple ? (PanelTitleStep * PanelTitles.Max(t => t.Count)) + 6 : 0;
        Fields = IsMultiple ? Multiples(left, top) : [new Field(left, top, left + panelWidth, top + SingleHeight(), Across, Up)];
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

    /// <summary>The titles of small multiples, in lines; none for a single panel.</summary>
    public IReadOnlyList<IReadOnlyList<string>> PanelTitles { get; }

    public double PanelTitleHeight { get; }

    public double StripTop { get; }

    public double FootnoteTop { get; }

    /// <summary>What stands below a field.</summary>
    public Feet Feet { get; }

    private int KeyRows => Key.Count == 0 ? 0 : 1 + Key[^1].Row;

    /// <summary>How many panels stand side by side.</summary>
    private int Columns(double left) => IsMultiple && !IsWide ? Math.Clamp((int)((Width - left) / LeastPanelWidth), 1, Math.Min(4, Figure.Panels.Count)) : 1;

    private bool IsWide => Figure.Panels.Any(p => p.Marks.Any(m => m.IsWide));

    /// <summary>Of one of several panels.</summary>
    private double MultipleHeight() => IsWide ? LeastHeight
        : Figure.Y.Kind == AxisKind.Category ? Math.Max(60, RowHeight * Figure.Y.Categories.Count)
        : SmallHeight;

    private double PanelWidth(double left)
    {
        var columns = Columns(left);
        var beside = MarkText.RoomBeside(Figure);
        return (Width - Side.Width - beside - left - ((BetweenPanels + beside) * (columns - 1))) / columns;
    }

    private double SingleHeight() =>
        Math.Max(Side.Height, IsWide || Figure.Y.Kind != AxisKind.Category ? LeastHeight : Math.Max(60, RowHeight * Figure.Y.Categories.Count));

    private double LeftMargin()
    {
        var widest = Figure.Y.Kind == AxisKind.Category
            ? Math.Min(0.36 * Width, Figure.Y.Categories.Select(c => Lettering.Width(c, TickSize)).DefaultIfEmpty(0).Max())
            : Up.Ticks.Max(t => Lettering.Width(Say.Number(t), TickSize));
        return Math.Ceiling(Margin + widest + 10);
    }

    private List<Field> Multiples(double left, double top)
    {
        var (columns, panelWidth) = (Columns(left), PanelWidth(left));
        var fields = new List<Field>();
        var height = MultipleHeight();
        for (var i = 0; i < Figure.Panels.Count; i++)
        {
            var x = left + (i % columns * (panelWidth + BetweenPanels + MarkText.RoomBeside(Figure)));
            var y = top + (i / columns * (height + PanelTitleHeight + Feet.Height + 6)) + PanelTitleHeight;
            fields.Add(new Field(x, y, x + panelWidth, y + height, Across, Up));
        }

        return fields;
    }

    /// <summary>The labels that several panels share, each once, in lines as wide as the page; what only one panel has is named by its title.</summary>
    private static List<KeyEntry> KeyOf(Figure figure, double width)
    {
        var key = new List<KeyEntry>();
        var (x, row) = (Margin, 0);
        foreach (var label in figure.Panels.SelectMany(LabelsOf.Panel).GroupBy(l => l.Label.Text).Where(g => g.Skip(1).Any()).Select(g => g.First()))
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
