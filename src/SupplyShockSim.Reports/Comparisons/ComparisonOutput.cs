using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>Everything the folder of a comparison is written from.</summary>
public sealed record ComparisonOutput
{
    /// <summary>What the comparison is called.</summary>
    public required string Title { get; init; }

    /// <summary>The command that makes it again, as a user would type it.</summary>
    public required string Command { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>What was compared, and what is to be said of it.</summary>
    public required ComparisonSource Source { get; init; }

    /// <summary>Why there are no draws, where some could have been expected; or null.</summary>
    public string? WithoutDraws { get; init; }

    public Comparison Comparison => Source.Comparison;

    /// <summary>What its figures are made from.</summary>
    internal FigureSource FigureSource() => new()
    {
        Title = Title,
        Version = Version,
        Seed = Comparison.Runs[Comparison.Baseline].Asked.Scenario.Prepared.Spec.Seed,
        Comparison = Source,
    };
}
