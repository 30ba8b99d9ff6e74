using SupplyShockSim.Analysis;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>The figures that a run alone can fill, without draws.</summary>
internal static class RunFigures
{
    public static IReadOnlyList<Figure> Of(PreparedRun prepared)
    {
        var record = prepared.Run();
        var source = new FigureSource { Title = "Benchmark", Version = "0", Seed = 1, Run = new RunSource(record, Measures.Of(record)) };
        return [.. FigureCatalog.All.Select(kind => kind.Build(source)).OfType<Figure>()];
    }

    /// <summary>Draws a figure as SVG and PNG.</summary>
    /// <returns>How long they are, in bytes and letters.</returns>
    public static long Draw(Figure figure) => FigureRenderer.Svg(figure).Length + FigureRenderer.Png(figure).Length;
}
