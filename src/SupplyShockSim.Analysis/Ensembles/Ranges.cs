using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>How far the shortfall of a scenario ranges over draws of what is not known; indices point into the tables of the base run's network.</summary>
public sealed record Ranges
{
    /// <summary>How many draws.</summary>
    public required int Draws { get; init; }

    /// <summary>The seed they were drawn with.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The uncertain inputs.</summary>
    public required IReadOnlyList<SampledInput> Inputs { get; init; }

    /// <summary>The controls that draw at random themselves, by name: other numbers in each draw.</summary>
    public required IReadOnlyList<string> RandomControls { get; init; }

    /// <summary>All needs together.</summary>
    public required PartyRange Total { get; init; }

    /// <summary>By consumer row and commodity; none where the run recorded totals only.</summary>
    public required IReadOnlyList<PartyRange> Consumers { get; init; }

    /// <summary>By country and commodity.</summary>
    public required IReadOnlyList<PartyRange> Countries { get; init; }

    /// <summary>By country, tonnes of all commodities added up.</summary>
    public required IReadOnlyList<PartyRange> CountryTotals { get; init; }

    /// <summary>The ends of the cells of time, ascending: one more than there are cells.</summary>
    public required IReadOnlyList<SimTime> Edges { get; init; }

    /// <summary>Shortfall over time, cell by cell: first that of all countries, then of each that is short in any draw.</summary>
    public required IReadOnlyList<RangeOverTime> OverTime { get; init; }

    /// <summary>Whose needs the tonnes of <see cref="Outcomes"/> are of; empty where the draws themselves were not kept.</summary>
    public IReadOnlyList<NeedKey> Needs { get; init; } = [];

    /// <summary>What each draw came to, in the order of the draws; empty where they were not kept.</summary>
    public IReadOnlyList<DrawOutcome> Outcomes { get; init; } = [];

    /// <summary>In how many draws somebody runs short.</summary>
    public int ShortDraws => (int)Math.Round(Total.ShortProbability * Draws);
}

/// <summary>An input that was sampled.</summary>
/// <param name="Path">Where its value stands, as for <c>--set</c>.</param>
/// <param name="Distribution">What it was drawn from, in a few words.</param>
/// <param name="Source">Where the distribution comes from.</param>
/// <param name="Note">What a reader should know of it.</param>
public sealed record SampledInput(string Path, string Distribution, string? Source, string? Note)
{
    /// <summary>
    /// Where the value of each draw stands among all it can have: the share of these below it, or its number in the list of a discrete one, so that
    /// equal values stand at one place; empty where the draws themselves were not kept.
    /// </summary>
    public IReadOnlyList<double> Places { get; init; } = [];
}

/// <summary>The shortfall of a party over the horizon.</summary>
/// <param name="Party">Index of the row or country; -1 for all.</param>
/// <param name="Commodity">Index of the commodity; -1 for all together.</param>
/// <param name="Tonnes">The shortfall in t.</param>
/// <param name="ShortProbability">Share of the draws in which it runs short at all.</param>
public sealed record PartyRange(int Party, int Commodity, Spread Tonnes, double ShortProbability)
{
    /// <summary>Whether it runs short in any draw.</summary>
    public bool IsEverShort => ShortProbability > 0;
}

/// <summary>The shortfall of a country over time.</summary>
/// <param name="Country">Index of the country; -1 for all.</param>
/// <param name="TonnesPerDay">Mean rate in each cell, all commodities together.</param>
public sealed record RangeOverTime(int Country, IReadOnlyList<Spread> TonnesPerDay);
