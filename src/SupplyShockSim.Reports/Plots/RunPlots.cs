using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Plots;

/// <summary>A plot of a run: the name of its file and the picture as SVG.</summary>
internal sealed record Plot(string FileName, string Svg);

/// <summary>The plots of a run folder: the shortfall always, the others where what they show was recorded.</summary>
internal static class RunPlots
{
    public static IReadOnlyList<Plot> Draw(RunOutput output)
    {
        var plots = new List<Plot> { new("shortfall.svg", ShortfallPlot.Draw(output)) };
        if (output.Record.Recorded != RecordScope.Totals)
        {
            plots.Add(new("cover.svg", CoverPlot.Draw(output)));
        }

        if (output.Record.Recorded == RecordScope.All)
        {
            plots.Add(new("flows.svg", FlowsPlot.Draw(output)));
        }

        return plots;
    }
}
