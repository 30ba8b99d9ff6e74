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

    /// <summary>Beyond the end of the bar, or before its beginning where the field ends.</summary>
    public void Visit(BarsMark mark)
    {
        foreach (var bar in mark.Bars)
        {
            if (figure.Y.Kind == AxisKind.Category)
            {
                var (low, high) = (field.X(Math.Min(bar.From, bar.Until)), field.X(Math.Max(bar.From, bar.Until)));
                var fits = high + Gap + Lettering.Width(bar.Text, Size) <= field.Right;
                Lettering.Write(canvas, fits ? high + Gap : low - Gap, field.Y(bar.Category) + 4, bar.Text, new Letters(Size, Palette.Ink), fits ? Anchor.Start : Anchor.End);
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
                Lettering.Write(canvas, field.X(cell.Column), field.Y(cell.Row) + 4, text, new Letters(Size, most > 0 && cell.Value / most > 0.45 ? "#ffffff" : Palette.Ink), Anchor.Middle);
            }
        }
    }
}
