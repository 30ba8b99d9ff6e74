using ScottPlot;
using SkiaSharp;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>
/// The font that travels with the program (Liberation Sans 2.1.5, whose widths are those of Arial and Helvetica), so that a picture is the same on every
/// machine, with fonts or without. Whatever is asked for, ScottPlot gets this one.
/// </summary>
internal sealed class EmbeddedFont : IFontResolver
{
    public const string Family = "Liberation Sans";

    private static readonly Lazy<SKTypeface> RegularFace = new(() => Load("LiberationSans-Regular.ttf"));
    private static readonly Lazy<SKTypeface> BoldFace = new(() => Load("LiberationSans-Bold.ttf"));
    private static readonly Lazy<bool> Installed = new(Install);

    public static SKTypeface Face(bool bold) => bold ? BoldFace.Value : RegularFace.Value;

    /// <summary>Puts the font in front of all that ScottPlot knows; once in a process.</summary>
    public static void EnsureInstalled() => _ = Installed.Value;

    public SKTypeface CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Face(weight >= FontWeight.SemiBold);

    public SKTypeface CreateTypeface(string fontName, bool bold, bool italic) => Face(bold);

    private static bool Install()
    {
        Fonts.FontResolvers.Insert(0, new EmbeddedFont());
        Fonts.Default = Family;
        return true;
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(EmbeddedFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the program was built without its font {name}");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{name} is no font");
    }
}
