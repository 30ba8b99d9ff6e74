using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>A scenario that is valid: read, checked, and ready to run.</summary>
public sealed class Scenario
{
    private readonly Lazy<IReadOnlyList<ValueOrigin>> _origins;

    private readonly Variants _variants;

    internal Scenario(Func<IReadOnlyList<ValueOrigin>> origins, Variants variants) => (_origins, _variants) = (new(origins), variants);

    /// <summary>The file, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>What the file says, with overrides, base values and default names in place.</summary>
    public required ScenarioSpec Spec { get; init; }

    /// <summary>The run.</summary>
    public required PreparedRun Prepared { get; init; }

    /// <summary>Where these files come from.</summary>
    public required IFileSource Files { get; init; }

    /// <summary>What a reader should know of it, though it runs.</summary>
    public required IReadOnlyList<Diagnostic> Warnings { get; init; }

    /// <summary>Every file that was read: the scenario, those it extends, the network.</summary>
    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>A scenario file with every value as used; loading it gives the same text again.</summary>
    public required string ResolvedYaml { get; init; }

    /// <summary>
    /// Ten hexadecimal digits that stand for the resolved scenario, which includes the seed and the hashes of the network's
    /// files: the same inputs give the same digits.
    /// </summary>
    public required string ShortHash { get; init; }

    /// <summary>The run with other values of shocks, market rules and the network; no file is read again. May be called from several threads.</summary>
    /// <param name="changes">Paths as for <c>--set</c>, beginning with <c>shocks</c>, <c>market</c> or <c>network</c>, with values as in a file.</param>
    /// <param name="diagnostics">What is wrong with the values.</param>
    /// <returns>The run, or null where a value is wrong.</returns>
    public PreparedRun? Variant(IReadOnlyList<(string Path, string Value)> changes, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        var run = _variants.With(changes, bag);
        diagnostics = bag.Sorted();
        return bag.HasErrors ? null : run;
    }

    /// <summary>Every value as used, in the order of the definitions, with its origin; worked out when first asked for.</summary>
    public IReadOnlyList<ValueOrigin> Origins => _origins.Value;
}
