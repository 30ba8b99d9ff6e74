using SkiaSharp;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>The text that marks carry within a field: at the end of a bar, in the middle of a cell.</summary>
internal sealed class MarkText(SKCanvas canvas, Figure figure, Field field) : IMarkVisitor
{
    private const double Size = 11;
    private const double Gap = 5;

    public void Visit(LineMark mark)
    {
    }

    public void Visit(LayersMark mark)
    {
    }

    public void Visit(BandMark mark)
    {
    }

    public void Visit(PointsMark mark)
    {
    }

    /// <summary>The room that texts of level bars take to the right of a field, however long the bars are.</summary>
    public static double RoomBeside(Figure figure) => figure.Y.Kind != AxisKind.Category
        ? 0
        : figure.Panels.SelectMany(p => p.Marks).OfType<BarsMark>()
            .SelectMany(m => m.Bars).Select(b => Gap + Lettering.Width(b.Text, Size)).DefaultIfEmpty(0).Max();

    /// <summary>Beyond the end of the bar.</summary>
    public void Visit(BarsMark mark)
    {
        foreach (var bar in mark.Bars)
        {
            if (figure.Y.Kind == AxisKind.Category)
            {
                Lettering.Write(canvas, field.X(Math.Max(bar.From, bar.Until)) + Gap, field.Y(bar.Category) + 4, bar.Text, new Letters(Size, Palette.Ink));
            }
            else
            {
                var top = field.Y(Math.Max(bar.From, bar.Until));
                var y = top - Gap - Size < field.Top ? field.Y(Math.Min(bar.From, bar.Until)) + Gap + Size : top - Gap;
                Lettering.Write(canvas, field.X(bar.Category), y, bar.Text, new Letters(Size, Palette.Ink), Anchor.Middle);
            }
        }
    }

    /// <summary>The value, where it fits; white on dark.</summary>
    public void Visit(CellsMark mark)
    {
        var most = mark.Reach.Most;
        var room = ((field.Right - field.Left) / Math.Max(1, figure.X.Categories.Count)) - 6;
        foreach (var cell in mark.Cells)
        {
            var text = Say.Number(cell.Value);
            if (Lettering.Width(text, Size) <= room)
            {
                Lettering.Write(canvas, field.X(cell.Column), field.Y(cell.Row) + 4, text,
                    new Letters(Size, most > 0 && cell.Value / most > 0.45 ? "#ffffff" : Palette.Ink), Anchor.Middle);
            }
        }
    }
}
