namespace SupplyShockSim.Figures.Drawing;

/// <summary>A small figure with every mark that runs have, drawn for nobody, so that the first real one finds everything loaded.</summary>
internal static class Warming
{
    public static void Draw()
    {
    }
}
