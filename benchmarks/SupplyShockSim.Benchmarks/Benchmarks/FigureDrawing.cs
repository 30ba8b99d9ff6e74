using BenchmarkDotNet.Attributes;
using SupplyShockSim.Benchmarks.Workloads;
using SupplyShockSim.Figures;

namespace SupplyShockSim.Benchmarks.Benchmarks;

/// <summary>One figure of the flagship scenario from its data to SVG, and to PNG.</summary>
public class FigureDrawing
{
    private Figure _figure = null!;

    /// <summary>The kinds that a run alone can fill, from the plain to the full.</summary>
    [Params("shortfall", "cover", "flows", "multiples", "heat-map", "sankey")]
    public string Kind { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _figure = RunFigures.Of(Flagship.Load()).Single(f => f.Name == Kind);

    [Benchmark]
    public int Svg() => FigureRenderer.Svg(_figure).Length;

    [Benchmark]
    public int Png() => FigureRenderer.Png(_figure).Length;
}
