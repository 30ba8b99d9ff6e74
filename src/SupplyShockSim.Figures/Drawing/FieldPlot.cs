using ScottPlot;
using SkiaSharp;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Draws the marks and the grid of one panel with ScottPlot, without box, ticks or text: what stands around a field is the page's.</summary>
internal static class FieldPlot
{
    /// <summary>ScottPlot cuts off at the edge of its data area; a little beyond ours, so that a line along the edge keeps its full width.</summary>
    private const double Bleed = 3;

    public static void Draw(SKCanvas canvas, PageLayout page, Field field, Panel panel)
    {
        using var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Frameless();
        Grid(plot, page, field);
        var drawer = new MarkDrawer(plot, page.Figure, field);
        foreach (var mark in panel.Marks)
        {
            mark.Accept(drawer);
        }

        var (beyondX, beyondY) = (Bleed * field.Across.Length / (field.Right - field.Left), Bleed * field.Up.Length / (field.Bottom - field.Top));
        plot.Axes.SetLimits(field.Across.From - beyondX, field.Across.Until + beyondX, field.Up.From - beyondY, field.Up.Until + beyondY);
        plot.Layout.Fixed(new PixelPadding(0));
        plot.Render(canvas,
            new PixelRect((float)(field.Left - Bleed), (float)(field.Right + Bleed), (float)(field.Bottom + Bleed), (float)(field.Top - Bleed)));
    }

    /// <summary>Light lines across at the ticks of numbers: level ones, or upright ones where the numbers lie along the foot of level bars.</summary>
    private static void Grid(Plot plot, PageLayout page, Field field)
    {
        var isLevel = page.Figure.Y.Kind == AxisKind.Number;
        var isUpright = !isLevel && page.Figure.X.Kind == AxisKind.Number;
        plot.HideGrid();
        foreach (var tick in isLevel ? field.Up.Ticks : isUpright ? field.Across.Ticks : [])
        {
            var (from, until) = isLevel
                ? (new Coordinates(field.Across.From, tick), new Coordinates(field.Across.Until, tick))
                : (new Coordinates(tick, field.Up.From), new Coordinates(tick, field.Up.Until));
            var line = plot.Add.Line(from, until);
            line.LineColor = Color.FromHex(tick == 0 ? Palette.Rest : Palette.Grid);
            line.LineWidth = 1;
        }
    }
}
