using SupplyShockSim.Analysis.Backtests;

namespace SupplyShockSim.Reports.Backtests;

/// <summary>Everything the folder of a back-test is written from.</summary>
public sealed record BacktestOutput : FolderOutput
{
    /// <summary>The scenario file as the user named it.</summary>
    public required string ScenarioPath { get; init; }

    /// <summary>The observed file as the user named it.</summary>
    public required string ObservedPath { get; init; }

    public required Backtest Backtest { get; init; }

    /// <summary>Runs of which the mean was taken.</summary>
    public required int Replications { get; init; }

    /// <summary>Twelve factors, or none.</summary>
    public required IReadOnlyList<double> Seasonality { get; init; }

    /// <summary>What was fitted, to what; or null.</summary>
    public required string? Fitted { get; init; }

    /// <summary>What was not fitted, or null.</summary>
    public required string? NotFitted { get; init; }

    /// <summary>Where the seasonality comes from, or null.</summary>
    public required string? Source { get; init; }

    public required IReadOnlyList<BacktestParameter> Parameters { get; init; }
}

/// <summary>A fitted value of the scenario, as written there.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Value">Its value, or null where the scenario gives it at the path itself.</param>
/// <param name="From">The least it may be.</param>
/// <param name="To">The most.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Source">Where the range comes from.</param>
public sealed record BacktestParameter(string Path, string? Value, string From, string To, string Meaning, string Source);
