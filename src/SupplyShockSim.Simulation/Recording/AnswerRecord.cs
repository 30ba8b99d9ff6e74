using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Recording;

/// <summary>What an answer came to in a run.</summary>
/// <param name="Control">Its position in <see cref="RunRecord.Controls"/>, which has its name and type.</param>
public sealed record AnswerRecord(int Control)
{
    /// <summary>The country or bloc that pays, as written, or null.</summary>
    public string? PaidBy { get; init; }

    /// <summary>Share by which a payment counts less for each year that it is later, in <see cref="DiscountedCostUsd"/>.</summary>
    public double DiscountPerYear { get; init; }

    /// <summary>What the public paid less what it earned, USD, undiscounted.</summary>
    public double PublicCostUsd { get; init; }

    /// <summary>The same, discounted to the start of the run.</summary>
    public double DiscountedCostUsd { get; init; }

    /// <summary>Tonnes that moved under it: sold under its terms, released, made.</summary>
    public double Tonnes { get; init; }

    /// <summary>When goods first moved under it; null for never.</summary>
    public SimTime? FirstUsed { get; init; }

    /// <summary>When what it builds opened; null for never, and for an answer that builds nothing.</summary>
    public SimTime? Opened { get; init; }

    /// <summary>By consumer: tonnes of the commodity it uses that it learnt to do without.</summary>
    public IReadOnlyList<(int Site, double Tonnes)> Substituted { get; init; } = [];

    /// <summary>By consumer: tonnes of its activity (its demand) that it made up for later.</summary>
    public IReadOnlyList<(int Site, double Tonnes)> Recovered { get; init; } = [];

    /// <summary>Tonnes that it holds at the end; null for an answer that holds nothing.</summary>
    public double? LeftTonnes { get; init; }
}
