using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>A run in a comparison.</summary>
/// <param name="Asked">What was run.</param>
/// <param name="Record">The run.</param>
/// <param name="Measures">Its measures.</param>
public sealed record ComparedRun(ComparedScenario Asked, RunRecord Record, RunMeasures Measures)
{
    public string Name => Asked.Name;

    /// <summary>When its first control came into force; null where none did.</summary>
    public SimTime? FirstControl => Measures.FirstControl;

    /// <summary>Every need it knows of: of each consumer and commodity, or of each country where totals only were recorded.</summary>
    public IReadOnlyList<NamedNeed> Needs { get; } = NamedNeed.Of(Record, Measures);
}
