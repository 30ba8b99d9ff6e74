using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Comparisons;

/// <summary>A scenario that is to be compared with others, before it is run.</summary>
/// <param name="Name">What tells it from the others; each name once in a comparison.</param>
/// <param name="Scenario">What is run.</param>
/// <param name="Version">The version of the program that made the run it stands for: this one, or that of a run folder.</param>
public sealed record ComparedScenario(string Name, Scenario Scenario, string Version)
{
    /// <summary>Overrides beside the file, each as <c>key=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>What the run was found as: a file or a run folder.</summary>
    public string Path { get; init; } = "";
}
