using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>How a scenario is loaded.</summary>
public sealed record LoadOptions
{
    /// <summary>Overrides as <c>path=value</c>, in the order given: <c>shocks.magnet halt.for=90 d</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>The seed, instead of the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>The folder that paths in the scenario are relative to, where it is not the scenario's own: a resolved scenario in a run folder.</summary>
    public string? BaseFolder { get; init; }

    /// <summary>
    /// Told while the tables of a network are read, in the thread that loads: the share read so far, by bytes of the files, from 0 to 1. Small
    /// networks are read without a word.
    /// </summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The kinds of policy that the scenario may name.</summary>
    public PolicyCatalog Policies { get; init; } = PolicyCatalog.Default;

    /// <summary>Stops the load, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The measures that checks may name; none by default, so that each check is refused.</summary>
    public IReadOnlyList<CheckedMeasure> Measures { get; init; } = [];

    /// <summary>Where files come from.</summary>
    public IFileSource Files { get; init; } = DiskFiles.Instance;
}

/// <summary>What came of a load.</summary>
/// <param name="Scenario">The scenario; null when there is an error.</param>
/// <param name="Diagnostics">All problems, by file, line and column; warnings may come with a scenario.</param>
public sealed record LoadResult(Scenario? Scenario, IReadOnlyList<Diagnostic> Diagnostics);
