using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Appraisals;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>What figures are made from: a run or a back-test, and the words to trace it by.</summary>
public sealed record FigureSource
{
    /// <summary>The scenario's title.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>A run; null where there is none.</summary>
    public RunSource? Run { get; init; }

    /// <summary>How far the shortfall of the run ranges over draws of what is uncertain; null where nothing was drawn.</summary>
    public Ranges? Ranges { get; init; }

    /// <summary>A back-test; null where there is none.</summary>
    public BacktestSource? Backtest { get; init; }

    /// <summary>What answers avoid and cost; null where none were appraised.</summary>
    public Appraisal? Appraisal { get; init; }

    /// <summary>What the run is called beside others.</summary>
    public string Name { get => field ?? Title; init; }

    /// <summary>More runs, for the kinds that draw several side by side.</summary>
    public IReadOnlyList<FigureSource> Others { get; init; } = [];

    /// <summary>What of it is to be drawn.</summary>
    public FigureChoice Choice { get; init; } = new();

    /// <summary>This and the others.</summary>
    internal IReadOnlyList<FigureSource> All => [this, .. Others];

    /// <summary>What of a measure goes back to which control; null where that was not worked out.</summary>
    public AttributionSource? Attribution { get; init; }

    /// <summary>A comparison of runs; null where there is none.</summary>
    public ComparisonSource? Comparison { get; init; }

    /// <summary>Hues of countries, one for all figures of this source.</summary>
    internal HueBook Countries { get; } = new();

    /// <summary>Hues of consumers, one for all figures of this source.</summary>
    internal HueBook Consumers { get; } = new();

    /// <summary>Hues of what else is told apart, one for all figures of this source.</summary>
    internal HueBook Groups { get; } = new();

    /// <summary>The hue of a member of a grouping: one for all figures of this source.</summary>
    internal Hue HueOf(Grouping by, GroupName group) =>
        (by == Grouping.Country ? Countries : by == Grouping.Consumer ? Consumers : Groups).Of(group.Name);

    /// <summary>Version, seed and trace hash: what it takes to run again.</summary>
    internal string Origin(ulong traceHash, string how = "") =>
        string.Create(CultureInfo.InvariantCulture, $"SupplyShockSim {Version}, seed {Seed}{how}, trace {traceHash:x16}. ");
}

/// <summary>A run and its measures.</summary>
/// <param name="Record">The run.</param>
/// <param name="Measures">Its measures.</param>
public sealed record RunSource(RunRecord Record, RunMeasures Measures)
{
    /// <summary>How far they range, for the figures that show it; the others do not depend on it.</summary>
    internal Ranges? Ranges { get; init; }
}

/// <summary>A back-test and what is to be said of it.</summary>
/// <param name="Backtest">What was compared.</param>
/// <param name="Replications">Runs of which the mean was taken.</param>
/// <param name="IsSeasonal">Whether normal has a season.</param>
/// <param name="Fitted">What was fitted, to what; or null.</param>
/// <param name="NotFitted">What was not fitted, or null.</param>
public sealed record BacktestSource(Backtest Backtest, int Replications, bool IsSeasonal, string? Fitted, string? NotFitted);
