using System.Globalization;

namespace SupplyShockSim.Figures.Tests;

/// <summary>
/// Draws every sample figure into a folder, from the last to the first, under a culture that writes 1.5 as 1;5: for a test in another process to compare.
/// </summary>
internal static class Program
{
    private static void Main(string[] args)
    {
        var culture = new CultureInfo("xx");
        culture.NumberFormat.NumberDecimalSeparator = ";";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentUICulture = culture;
        foreach (var (name, figure) in SampleFigures.All.Reverse())
        {
            File.WriteAllText(Path.Combine(args[0], name + ".svg"), FigureRenderer.Svg(figure()));
            File.WriteAllBytes(Path.Combine(args[0], name + ".png"), FigureRenderer.Png(figure()));
            File.WriteAllText(Path.Combine(args[0], name + ".csv"), FigureCsv.Of(figure()));
            File.WriteAllText(Path.Combine(args[0], name + ".json"), FigureJson.Of(figure()));
        }
    }
}
