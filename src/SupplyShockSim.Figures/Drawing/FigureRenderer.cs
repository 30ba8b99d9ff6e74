using System.Text;
using SkiaSharp;
using SupplyShockSim.Figures.Drawing;

namespace SupplyShockSim.Figures;

/// <summary>
/// Draws figures. The same figure gives the same bytes in every process, in whatever order, under any culture, with or without fonts on the machine.
/// Thread-safe.
/// </summary>
public static class FigureRenderer
{
    /// <summary>The width of a picture in CSS pixels unless another is asked for.</summary>
    public const int DefaultWidth = 960;

    /// <summary>The widths for which a page is laid out so that nothing overlaps.</summary>
    public const int LeastWidth = 600;

    /// <inheritdoc cref="LeastWidth"/>
    public const int MostWidth = 1600;

    /// <summary>PNG pixels for each pixel of the layout: the default width becomes 1,600.</summary>
    private const double PngScale = 5 / 3.0;

    private static readonly Lock OneAtATime = new();

    /// <summary>The figure as SVG: text is text, with title and description, and nothing outside the file is needed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is not between <see cref="LeastWidth"/> and <see cref="MostWidth"/>.</exception>
    public static string Svg(Figure figure, int width = DefaultWidth)
    {
        CheckWidth(width);
        lock (OneAtATime)
        {
            var page = new PageLayout(figure, width);
            using var stream = new MemoryStream();
            using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, (float)page.Height), stream))
            {
                PagePainter.Paint(canvas, page);
            }

            return SvgRepair.Of(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length), figure, width, (int)page.Height);
        }
    }

    /// <summary>Where the panels of a figure lie in <see cref="Svg"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is not between <see cref="LeastWidth"/> and <see cref="MostWidth"/>.</exception>
    public static IReadOnlyList<DrawnField> Fields(Figure figure, int width = DefaultWidth)
    {
        CheckWidth(width);
        lock (OneAtATime)
        {
            return [.. new PageLayout(figure, width).Fields.Select(f => new DrawnField(f.Left, f.Top, f.Right, f.Bottom, f.Across.From, f.Across.Until))];
        }
    }

    /// <summary>The figure as PNG, at five thirds of its width, so that it is sharp in print and on dense screens.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The width is not between <see cref="LeastWidth"/> and <see cref="MostWidth"/>.</exception>
    public static byte[] Png(Figure figure, int width = DefaultWidth)
    {
        CheckWidth(width);
        lock (OneAtATime)
        {
            var page = new PageLayout(figure, width);
            var size = new SKImageInfo((int)Math.Round(width * PngScale), (int)Math.Round(page.Height * PngScale), SKColorType.Rgba8888, SKAlphaType.Opaque);
            using var surface = SKSurface.Create(size);
            // The last row of pixels may lie beyond the page's own white.
            surface.Canvas.Clear(SKColors.White);
            surface.Canvas.Scale((float)PngScale);
            PagePainter.Paint(surface.Canvas, page);
            using var pixels = surface.PeekPixels();
            using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 4))
                ?? throw new InvalidOperationException($"{figure.Name} cannot be encoded as PNG");
            return data.ToArray();
        }
    }

    /// <summary>Loads what drawing needs (the native library, the font, the code) in the background, so that the first figure need not wait for it.</summary>
    public static void WarmUp() => ThreadPool.UnsafeQueueUserWorkItem(_ => DrawForNobody(), null);

    private static void DrawForNobody()
    {
        try
        {
            var figure = Warming.Sample();
            Svg(figure, LeastWidth);
            Png(figure, LeastWidth);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever it is, the first real figure meets it too, where it can be told.
        }
    }

    private static void CheckWidth(int width)
    {
        if (width is < LeastWidth or > MostWidth)
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, $"a figure is {LeastWidth} to {MostWidth} pixels wide");
        }
    }
}
