using System.Runtime.CompilerServices;
using SkiaSharp;

namespace SupplyShockSim.Figures.Tests;

/// <summary>The pixels of a PNG.</summary>
internal sealed class Pixels
{
    /// <summary>A channel may differ by this much: processors round the last bit of a blend differently.</summary>
    private const int Tolerance = 3;

    private readonly SKColor[] _pixels;

    private Pixels(SKBitmap bitmap) => (_pixels, Width, Height) = (bitmap.Pixels, bitmap.Width, bitmap.Height);

    public int Width { get; }

    public int Height { get; }

    public static Pixels Of(byte[] png)
    {
        using var bitmap = SKBitmap.Decode(png);
        return new Pixels(bitmap);
    }

    /// <summary>How many pixels of a rectangle are darker than a middle grey.</summary>
    public int Dark(int left, int top, int right, int bottom) =>
        Enumerable.Range(top, bottom - top).Sum(y => Enumerable.Range(left, right - left)
            .Count(x => _pixels[(y * Width) + x] is { Red: < 128, Green: < 128, Blue: < 128 }));

    /// <summary>Compares with the picture kept in <c>Baselines</c>; to accept a new one set <c>SUPPLYSHOCK_ACCEPT=1</c>.</summary>
    public static void Check(string name, byte[] actual)
    {
        var path = Path.Combine(Folder(), name + ".png");
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllBytes(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"there is no baseline {name}.png; accept one with SUPPLYSHOCK_ACCEPT=1");
        var (was, isNow) = (Of(File.ReadAllBytes(path)), Of(actual));
        Assert.Equal((was.Width, was.Height), (isNow.Width, isNow.Height));
        var differing = was._pixels.Zip(isNow._pixels).Count(p => Differ(p.First, p.Second));
        Assert.True(differing == 0, $"{differing} pixels of {name} differ from the baseline");
    }

    private static bool Differ(SKColor a, SKColor b) =>
        Math.Abs(a.Red - b.Red) > Tolerance || Math.Abs(a.Green - b.Green) > Tolerance || Math.Abs(a.Blue - b.Blue) > Tolerance;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Baselines");
}
