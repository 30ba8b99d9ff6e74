using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Analysis.Checks;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports;

/// <summary>Everything a run folder is written from, as plain data: what was asked, what happened, what it means.</summary>
public sealed record RunOutput : FolderOutput
{
    /// <summary>What the run is called in files: its own name, or that of the scenario with the hash of its inputs.</summary>
    public required string Run { get; init; }

    /// <summary>Digits that stand for all that the run was made from; another run has others.</summary>
    public required string ShortHash { get; init; }

    /// <summary>Where the files that were read come from; copies of them go into the folder.</summary>
    public required IFileSource Files { get; init; }

    /// <summary>The scenario file as the user named it, or null where there was none.</summary>
    public string? ScenarioPath { get; init; }

    /// <summary>The cells of <c>series.csv</c>.</summary>
    public SeriesGrid Grid { get; init; } = SeriesGrid.Week;

    /// <summary>Whether <c>events.csv</c> has the whole log, not only what changed by more than the tolerance.</summary>
    public bool AllEvents { get; init; }

    /// <summary>The network as written; its sources, notes and confidences go into the manifest.</summary>
    public required NetworkSpec Network { get; init; }

    public required RunRecord Record { get; init; }

    public required RunMeasures Measures { get; init; }

    /// <summary>How the checks of the scenario came out.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>How far the shortfall ranges over draws of what is uncertain; null where nothing was drawn.</summary>
    public Ranges? Ranges { get; init; }

    /// <summary>What of the shortfall goes back to which of several controls; null where that was not worked out.</summary>
    public Attribution? Attribution { get; init; }

    /// <summary>What the figures of the run are made from.</summary>
    internal FigureSource FigureSource() => new() { Title = Title, Version = Version, Seed = Seed, Run = new RunSource(Record, Measures), Ranges = Ranges, Attribution = Attribution is { } a ? new AttributionSource(a, Record.TraceHash) : null };
}
