using ScottPlot;

namespace SupplyShockSim.Figures.Drawing;

/// <summary>Colours that people with any colour vision can tell apart, and dashes that tell the lines apart in grey print.</summary>
/// <remarks>
/// Okabe and Ito, Color Universal Design (2008), with a brown for its yellow, which is too pale on white; ordered so that neighbours differ in grey.
/// </remarks>
internal static class Palette
{
    public const string Ink = "#222222";
    public const string Muted = "#5f5f5f";
    public const string Grid = "#e3e3e3";
    public const string Shade = "#eef0f2";
    public const string Control = "#c3cad1";
    public const string Rest = "#8c8c8c";

    private static readonly string[] Colours = ["#0072b2", "#e69f00", "#d55e00", "#56b4e9", "#7b5a2e", "#cc79a7", "#000000", "#009e73"];
    private static readonly float[][] Dashes = [[], [7, 3], [2, 2], [9, 3, 2, 3], [12, 4], [4, 2], [1, 3], [9, 2, 2, 2, 2, 2]];
    private static readonly float[] ReferenceDash = [6, 3];

    /// <summary>As <c>#rrggbb</c>.</summary>
    public static string Hex(Hue hue) => hue == Hue.Reference ? Ink : hue.Place is >= 0 and < Hue.Places ? Colours[hue.Place] : Rest;

    public static Color Colour(Hue hue) => Color.FromHex(Hex(hue));

    /// <summary>The same, seen through, as <c>#aarrggbb</c>.</summary>
    public static string Pale(Hue hue) => "#38" + Hex(hue)[1..];

    /// <summary>How a line of this hue is broken; empty for an unbroken one. A variant has the dash of a hue further on.</summary>
    public static float[] Dash(Hue hue, int variant = 0) => hue == Hue.Reference ? ReferenceDash : Dashes[(Math.Max(hue.Place, 0) + variant) % Dashes.Length];

    /// <summary>From nearly white for 0 to dark blue for 1: the darker, the more, in grey too.</summary>
    public static Color Strength(double share)
    {
        var t = Math.Clamp(share, 0, 1);
        return new Color(Mix(0xf2, 0x08), Mix(0xf5, 0x30), Mix(0xf9, 0x6b));

        byte Mix(int pale, int dark) => (byte)Math.Round(pale + (t * (dark - pale)));
    }
}
