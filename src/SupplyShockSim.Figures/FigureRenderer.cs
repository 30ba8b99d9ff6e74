using System.Text;
using SkiaSharp;
using SupplyShockSim.Figures.Drawing;

namespace SupplyShockSim.Figures;

/// <summary>Draws figures. The same figure gives the same bytes in every process, in whatever order, under any culture, with or without fonts on the machine. Thread-safe.</summary>
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
            surface.Canvas.Scale((float)PngScale);
            PagePainter.Paint(surface.Canvas, page);
            using var pixels = surface.PeekPixels();
            using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 4)) ?? throw new InvalidOperationException($"{figure.Name} cannot be encoded as PNG");
            return data.ToArray();
        }
    }

    /// <summary>Loads what drawing needs (the native library, the font, the code) ahead of the first figure, in the background. Failing is left to the first figure.</summary>
    public static void WarmUp() => ThreadPool.UnsafeQueueUserWorkItem(_ => Warming.Draw(), null);

    private static void CheckWidth(int width)
    {
        if (width is < LeastWidth or > MostWidth)
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, $"a figure is {LeastWidth} to {MostWidth} pixels wide");
        }
    }
}
