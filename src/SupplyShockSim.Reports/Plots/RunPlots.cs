namespace SupplyShockSim.Reports.Plots;

/// <summary>A plot of a run: the name of its file and the picture as SVG.</summary>
internal sealed record Plot(string FileName, string Svg);

/// <summary>The plots that every run folder has.</summary>
internal static class RunPlots
{
    public static IReadOnlyList<Plot> Draw(RunOutput output) =>
    [
        new("shortfall.svg", ShortfallPlot.Draw(output)),
        new("cover.svg", CoverPlot.Draw(output)),
        new("flows.svg", FlowsPlot.Draw(output)),
    ];
}
