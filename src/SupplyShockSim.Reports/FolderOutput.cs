using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Reports;

/// <summary>What every folder is written from, whatever it holds: what was asked, from which files, and what it cost.</summary>
public abstract record FolderOutput
{
    /// <summary>The scenario's title.</summary>
    public required string Title { get; init; }

    /// <summary>What this one is called, where it was given a name of its own.</summary>
    public string? Label { get; init; }

    /// <summary>The title with all that sets this one apart from others of the scenario: its name and its overrides.</summary>
    public string Heading => string.Join(": ", new[] { Label, string.Join("; ", Overrides) }.Where(s => !string.IsNullOrEmpty(s))) is { Length: > 0 } apart
        ? $"{Title} ({apart})"
        : Title;

    /// <summary>What a reader should know of the scenario, though it ran.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>Overrides given with <c>--set</c>, each as <c>key=value</c>, in the order given.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    public required ulong Seed { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }

    /// <summary>Every file that was read.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>Every value as used, as YAML.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>What it cost.</summary>
    public required Measured Measured { get; init; }
}

/// <summary>What a run cost; differs from machine to machine, so comparisons leave it out.</summary>
/// <param name="SimulationSeconds">Wall-clock time of the run alone.</param>
/// <param name="TotalSeconds">Wall-clock time from the start of the program.</param>
/// <param name="PeakMemoryBytes">Most memory the process held.</param>
public sealed record Measured(double SimulationSeconds, double TotalSeconds, long PeakMemoryBytes);
