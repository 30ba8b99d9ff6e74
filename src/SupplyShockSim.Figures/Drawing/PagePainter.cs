using SkiaSharp;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Paints a page: words, shades, fields, axes, labels, in this order.</summary>
internal static class PagePainter
{
    public static void Paint(SKCanvas canvas, PageLayout page)
    {
        EmbeddedFont.EnsureInstalled();
        Strokes.Box(canvas, 0, 0, page.Width, page.Height, "#ffffff");
        Header(canvas, page);
        var figure = page.Figure;
        for (var i = 0; i < page.Fields.Count; i++)
        {
            var field = page.Fields[i];
            ControlStrip.Shade(canvas, figure.Spans, field, page.IsMultiple ? field.Top : page.StripTop);
            FieldPlot.Draw(canvas, page, field, figure.Panels[i]);
            var text = new MarkText(canvas, figure, field);
            foreach (var mark in figure.Panels[i].Marks)
            {
                mark.Accept(text);
            }

            PanelTitle(canvas, page, i);
            if (field.Left == page.Fields[0].Left)
            {
                Side(canvas, page, field);
            }

            if (figure.Y.Kind == AxisKind.Number)
            {
                Strokes.Line(canvas, field.Left, field.Bottom, field.Right, field.Bottom, Palette.Ink, 1);
            }

            page.Feet.Draw(canvas, field);
        }

        ControlStrip.Draw(canvas, figure.Spans, page.Fields[0], page.StripTop, page.IsMultiple ? page.Width - PageLayout.Margin : page.Fields[0].Right);
        page.Side.Draw(canvas, page.Fields[0]);
        WhenEmpty(canvas, page);
        Lines(canvas, page.Footnote, page.FootnoteTop + PageLayout.FootnoteSize, PageLayout.FootnoteSize + 4,
            new Letters(PageLayout.FootnoteSize, Palette.Muted));
    }

    private static void Header(SKCanvas canvas, PageLayout page)
    {
        var y = Lines(canvas, page.Title, 18 + PageLayout.TitleSize - 3, PageLayout.TitleSize + 5, new Letters(PageLayout.TitleSize, Palette.Ink, Bold: true));
        y = Lines(canvas, page.Subtitle, y + PageLayout.SubtitleSize - PageLayout.TitleSize, PageLayout.SubtitleSize + 4,
            new Letters(PageLayout.SubtitleSize, Palette.Muted));
        foreach (var entry in page.Key)
        {
            var middle = y + (entry.Row * PageLayout.KeyHeight) + 2;
            SideLabels.DrawSample(canvas, entry.Label, entry.X, middle);
            Lettering.Write(canvas, entry.X + 32, middle + 4, entry.Label.Label.Text, new Letters(PageLayout.TickSize, Palette.Ink));
        }
    }

    /// <summary>Above its field; the last line of all stands at one height.</summary>
    private static void PanelTitle(SKCanvas canvas, PageLayout page, int panel)
    {
        var (field, lines) = (page.Fields[panel], page.PanelTitles[panel]);
        for (var i = 0; i < lines.Count; i++)
        {
            var y = field.Top - 8 - ((lines.Count - 1 - i) * PageLayout.PanelTitleStep);
            Lettering.Write(canvas, field.Left, y, lines[i], new Letters(PageLayout.PanelTitleSize, Palette.Ink, Bold: true));
        }
    }

    /// <summary>The vertical axis: its unit above, its numbers or names to the left.</summary>
    private static void Side(SKCanvas canvas, PageLayout page, Field field)
    {
        var axis = page.Figure.Y;
        if (axis.Kind == AxisKind.Category)
        {
            for (var i = 0; i < axis.Categories.Count; i++)
            {
                var name = Lettering.Shorten(axis.Categories[i], field.Left - PageLayout.Margin - 8, PageLayout.TickSize);
                Lettering.Write(canvas, field.Left - 8, field.Y(i) + 4, name, new Letters(PageLayout.TickSize, Palette.Ink), Anchor.End);
            }

            return;
        }

        if (field == page.Fields[0])
        {
            Lettering.Write(canvas, PageLayout.Margin, field.Top - 10 - page.PanelTitleHeight, axis.Unit, new Letters(PageLayout.TickSize, Palette.Muted));
        }

        foreach (var tick in field.Up.Ticks)
        {
            Lettering.Write(canvas, field.Left - 8, field.Y(tick) + 4, Say.Number(tick), new Letters(PageLayout.TickSize, Palette.Ink), Anchor.End);
        }
    }

    /// <summary>Says in the middle of the page why there is nothing on it.</summary>
    private static void WhenEmpty(SKCanvas canvas, PageLayout page)
    {
        if (page.Figure.Panels.Any(p => p.Marks.Any(m => m.Data.Any())))
        {
            return;
        }

        var field = page.Fields[0];
        var y = (field.Top + field.Bottom) / 2;
        foreach (var line in Lettering.Wrap(page.Figure.WhenEmpty, field.Right - field.Left - 40, 15))
        {
            Lettering.Write(canvas, (field.Left + field.Right) / 2, y, line, new Letters(15, Palette.Muted), Anchor.Middle);
            y += 20;
        }
    }

    /// <summary>Writes lines from <paramref name="y"/> on and returns where the next would stand.</summary>
    private static double Lines(SKCanvas canvas, IReadOnlyList<string> lines, double y, double step, Letters letters)
    {
        foreach (var line in lines)
        {
            Lettering.Write(canvas, PageLayout.Margin, y, line, letters);
            y += step;
        }

        return y;
    }
}
