namespace SupplyShockSim.Reports.Charts;

/// <summary>Colours that people with any colour vision can tell apart, and dashes that tell the lines apart in grey print.</summary>
/// <remarks>Okabe and Ito, Color Universal Design (2008), with a brown for its yellow, which is too pale on white; ordered so that neighbours differ in grey.</remarks>
internal static class Palette
{
    public const string Ink = "#222222";
    public const string Muted = "#5f5f5f";
    public const string Grid = "#e3e3e3";
    public const string Rest = "#8c8c8c";

    private static readonly string[] Colours = ["#0072b2", "#e69f00", "#d55e00", "#56b4e9", "#7b5a2e", "#cc79a7", "#000000", "#009e73"];
    private static readonly string[] Dashes = ["", "7 3", "2 2", "9 3 2 3", "12 4", "4 2", "1 3", "9 2 2 2 2 2"];

    /// <summary>How many series have a colour of their own; more belong together under <see cref="Rest"/>.</summary>
    public static int Count => Colours.Length;

    public static string Colour(int index) => Colours[index];

    /// <summary>The dash pattern as SVG has it; empty for an unbroken line.</summary>
    public static string Dash(int index) => Dashes[index];
}
