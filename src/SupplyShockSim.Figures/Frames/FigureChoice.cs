using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What of a run is to be drawn, where a kind of figure lets itself be asked; what is not said is the kind's to choose.</summary>
public sealed record FigureChoice
{
    /// <summary>Which measure; null for that of the kind.</summary>
    public ServiceMeasure? Measure { get; init; }

    /// <summary>What is told apart; null for what the kind tells apart.</summary>
    public Grouping? By { get; init; }

    /// <summary>What is wanted; empty for everything.</summary>
    public IReadOnlyList<Condition> Where { get; init; } = [];

    /// <summary>True where nothing was said.</summary>
    public bool IsUsual => Measure is null && By is null && Where.Count == 0;
}
