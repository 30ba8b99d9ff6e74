using SkiaSharp;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Straight lines and boxes outside the fields that ScottPlot draws.</summary>
internal static class Strokes
{
    public static void Line(SKCanvas canvas, double x1, double y1, double x2, double y2, string colour, double width, float[]? dash = null)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsStroke = true, StrokeWidth = (float)width, IsAntialias = true };
        using var effect = dash is { Length: > 0 } ? SKPathEffect.CreateDash(dash, 0) : null;
        paint.PathEffect = effect;
        using var path = new SKPath();
        path.MoveTo(Pixel(x1), Pixel(y1));
        path.LineTo(Pixel(x2), Pixel(y2));
        canvas.DrawPath(path, paint);
    }

    public static void Box(SKCanvas canvas, double x, double y, double width, double height, string colour)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        canvas.DrawRect(Pixel(x), Pixel(y), Pixel(width), Pixel(height), paint);
    }

    private static float Pixel(double length) => (float)Math.Round(length, 2);
}
