using SkiaSharp;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>What stands over the marks of a field and beside it: text at the end of a bar, in the middle of a cell, beside a node; the bar of a band.</summary>
internal sealed class MarkText(SKCanvas canvas, Figure figure, Field field) : IMarkVisitor
{
    private const double Size = 11;
    private const double Gap = 5;
    private const double StreamText = 11;
    private const double SmallSize = 9;

    public void Visit(LineMark mark)
    {
    }

    public void Visit(LayersMark mark)
    {
    }

    /// <summary>No text, but the bar of its end, beside the field.</summary>
    public void Visit(BandMark mark)
    {
        var (beside, width) = mark.End switch { EndBar.Thin => (3.5, 3), EndBar.Broad => (2, 6), _ => (0.0, 0) };
        if (width > 0)
        {
            var (low, high) = (field.Y(mark.Edges[^1].Low), field.Y(mark.Edges[^1].High));
            Strokes.Box(canvas, field.Right + beside, high, width, Math.Max(1, low - high), Palette.Hex(mark.Hue));
        }
    }

    public void Visit(PointsMark mark)
    {
    }

    /// <summary>The room that texts of level bars, and the names of the last nodes, take to the right of a field.</summary>
    public static double RoomBeside(Figure figure) => figure.Y.Kind != AxisKind.Category
        ? 0
        : figure.Panels.SelectMany(p => p.Marks).SelectMany(TextsBeside).Select(text => Gap + Lettering.Width(text, Size)).DefaultIfEmpty(0).Max();

    private static IEnumerable<string> TextsBeside(Mark mark) => mark switch
    {
        BarsMark bars => bars.Bars.Select(b => b.Text),
        StreamsMark streams => streams.Nodes.Where(n => n.Column == streams.Nodes.Max(m => m.Column)).Select(n => n.Name),
        _ => [],
    };

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

    /// <summary>
    /// Beside its box, smaller where that has no room, and without its name where that has none either; one under the other where boxes are thin.
    /// </summary>
    public void Visit(StreamsMark mark)
    {
        var boxes = new StreamLayout(mark, field).Boxes;
        var last = mark.Nodes.Max(n => n.Column);
        foreach (var column in boxes.GroupBy(b => b.Node.Column))
        {
            StreamBox[] inColumn = [.. column];
            var room = (column.Key == last ? field.Right + RoomBeside(figure) : field.X(column.Key + 1) - 8) - field.X(inColumn[0].Right) - 4;
            var tops = SideLabels.Spread(
                [.. inColumn.Select(b => ((field.Y(b.Top) + field.Y(b.Bottom)) / 2) - (StreamText / 2))],
                [.. inColumn.Select(_ => StreamText - 4)], field.Top - 6, field.Bottom + 8);
            for (var i = 0; i < inColumn.Length; i++)
            {
                var percent = inColumn[i].Percent;
                var text = inColumn[i].Node.Name + percent;
                var size = Lettering.Width(text, StreamText) <= room ? StreamText : SmallSize;
                (text, size) = Lettering.Width(text, size) <= room ? (text, size) : (percent[1..], StreamText);
                Strokes.Box(canvas, field.X(inColumn[i].Right) + 2, tops[i] - 1, Lettering.Width(text, size) + 4, StreamText + 3, "#a0ffffff");
                Lettering.Write(canvas, field.X(inColumn[i].Right) + 4, tops[i] + StreamText - 1, text, new Letters(size, Palette.Ink));
            }
        }
    }

    /// <summary>
    /// The value in whole numbers, where it fits (less than 1 where it would be rounded to none); smaller where not all would fit; white on dark.
    /// </summary>
    public void Visit(CellsMark mark)
    {
        var most = mark.Reach.Most;
        var room = ((field.Right - field.Left) / Math.Max(1, figure.X.Categories.Count)) - 2;
        var size = mark.Cells.All(c => Lettering.Width(Say.Number(Math.Round(c.Value)), Size) <= room - 4) ? Size : SmallSize;
        foreach (var cell in mark.Cells)
        {
            var text = cell.Value is > 0 and < 0.5 ? "<1" : Say.Number(Math.Round(cell.Value));
            if (Lettering.Width(text, size) <= room)
            {
                Lettering.Write(canvas, field.X(cell.Column), field.Y(cell.Row) + 4, text,
                    new Letters(size, most > 0 && cell.Value / most > 0.45 ? "#ffffff" : Palette.Ink), Anchor.Middle);
            }
        }
    }
}
