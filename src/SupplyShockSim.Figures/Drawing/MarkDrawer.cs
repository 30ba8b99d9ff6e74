using ScottPlot;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Adds marks to a plot of ScottPlot.</summary>
internal sealed class MarkDrawer(Plot plot, Figure figure, Field field) : IMarkVisitor
{
    /// <summary>How much of its place a bar takes.</summary>
    private const double BarSize = 0.68;

    public void Visit(LineMark mark)
    {
        var line = plot.Add.ScatterLine(Places(Thinned.Of(mark.Course.Vertices(), field.Pixel)));
        line.Color = Palette.Colour(mark.Hue);
        line.LineWidth = 2;
        line.LineStyle.StrokeJoin = SkiaSharp.SKStrokeJoin.Round;
        line.LinePattern = new LinePattern(Palette.Dash(mark.Hue, mark.Variant), 0, "dash");
    }

    /// <summary>
    /// Each layer is drawn down to the axis, the topmost first, so that the lower ones cover all but its own part. The outline in its own colour keeps
    /// spikes visible that are thinner than a pixel.
    /// </summary>
    public void Visit(LayersMark mark)
    {
        foreach (var layer in mark.Layers.Reverse())
        {
            var outline = Thinned.Of(layer.Top.Vertices(), field.Pixel);
            outline.Add((outline[^1].X, 0));
            outline.Add((outline[0].X, 0));
            var area = plot.Add.Polygon(Places(outline));
            area.FillColor = Palette.Colour(layer.Hue);
            area.LineColor = Palette.Colour(layer.Hue);
            area.LineWidth = 0.8f;
        }
    }

    public void Visit(BandMark mark)
    {
        var upper = Thinned.Of(mark.Edges.Select(e => (e.X, e.High)), field.Pixel);
        var lower = Thinned.Of(mark.Edges.Select(e => (e.X, e.Low)), field.Pixel);
        lower.Reverse();
        var area = plot.Add.Polygon(Places([.. upper, .. lower]));
        area.FillColor = Palette.Colour(mark.Hue).WithAlpha((byte)0x38);
        area.LineWidth = 0;
    }

    public void Visit(BarsMark mark)
    {
        var isLevel = figure.Y.Kind == AxisKind.Category;
        var bars = mark.Bars.Select(bar => new ScottPlot.Bar
        {
            Position = bar.Category,
            ValueBase = bar.From,
            Value = bar.Until,
            Size = BarSize,
            FillColor = Palette.Colour(bar.Hue),
            LineWidth = 0,
            Orientation = isLevel ? Orientation.Horizontal : Orientation.Vertical,
        });
        plot.Add.Bars(bars.ToList());
    }

    public void Visit(CellsMark mark)
    {
        var most = mark.Reach.Most;
        foreach (var cell in mark.Cells)
        {
            var box = plot.Add.Rectangle(cell.Column - 0.49, cell.Column + 0.49, cell.Row - 0.47, cell.Row + 0.47);
            box.FillColor = Palette.Strength(most > 0 ? cell.Value / most : 0);
            box.LineWidth = 0;
        }
    }

    public void Visit(PointsMark mark)
    {
        var points = plot.Add.ScatterPoints(Places([.. mark.Points.Points]));
        points.Color = Palette.Colour(mark.Hue);
        points.MarkerSize = 7;
        points.MarkerShape = Markers[Math.Max(0, mark.Hue.Place) % Markers.Length];
    }

    public void Visit(StreamsMark mark)
    {
        var layout = new StreamLayout(mark, field);
        foreach (var ribbon in layout.Ribbons)
        {
            var area = plot.Add.Polygon(Places([.. ribbon.Outline()]));
            area.FillColor = Palette.Colour(ribbon.Hue).WithAlpha((byte)0x70);
            area.LineWidth = 0;
        }

        foreach (var box in layout.Boxes)
        {
            var node = plot.Add.Rectangle(box.Left, box.Right, box.Bottom, box.Top);
            node.FillColor = Palette.Colour(box.Hue);
            node.LineWidth = 0;
        }
    }

    private static Coordinates[] Places(List<(double X, double Y)> points) => [.. points.Select(p => new Coordinates(p.X, p.Y))];

    /// <summary>Shapes tell points apart in grey print.</summary>
    private static readonly MarkerShape[] Markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
            MarkerShape.OpenCircle, MarkerShape.OpenSquare,
        MarkerShape.FilledTriangleDown, MarkerShape.OpenDiamond,
    ];
}
