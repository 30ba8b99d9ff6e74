using SupplyShockSim.Analysis;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports;

/// <summary>Everything a run folder is written from, as plain data: what was asked, what happened, what it means.</summary>
public sealed record RunOutput
{
    /// <summary>The scenario's title.</summary>
    public required string Title { get; init; }

    /// <summary>The scenario file as the user named it, or null where there was none.</summary>
    public string? ScenarioPath { get; init; }

    /// <summary>Overrides given with <c>--set</c>, each as <c>key=value</c>, in the order given.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    public required ulong Seed { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Every file that was read.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>Every value as used, as YAML.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>The cells of <c>series.csv</c>.</summary>
    public SeriesGrid Grid { get; init; } = SeriesGrid.Week;

    /// <summary>The network as written; its sources, notes and confidences go into the manifest.</summary>
    public required NetworkSpec Network { get; init; }

    public required RunRecord Record { get; init; }

    public required RunMeasures Measures { get; init; }

    /// <summary>What the run cost.</summary>
    public required Measured Measured { get; init; }

    /// <summary>What the figures of the run are made from.</summary>
    internal FigureSource FigureSource() => new() { Title = Title, Version = Version, Seed = Seed, Run = new RunSource(Record, Measures) };
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Its path as the manifest shall name it.</param>
/// <param name="Sha256">SHA-256 of its bytes in hexadecimal.</param>
public sealed record InputFile(string Path, string Sha256);

/// <summary>What a run cost; differs from machine to machine, so comparisons leave it out.</summary>
/// <param name="SimulationSeconds">Wall-clock time of the run alone.</param>
/// <param name="TotalSeconds">Wall-clock time from the start of the program.</param>
/// <param name="PeakMemoryBytes">Most memory the process held.</param>
public sealed record Measured(double SimulationSeconds, double TotalSeconds, long PeakMemoryBytes);
