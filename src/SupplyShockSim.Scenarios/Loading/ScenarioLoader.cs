using System.Security.Cryptography;
using System.Text;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>Loads scenario files.</summary>
public static class ScenarioLoader
{
    /// <summary>
    /// Reads a scenario, the files it extends and its network, checks everything and prepares the run. Never throws for what
    /// stands in files, or for files that are missing: all problems come back as diagnostics.
    /// </summary>
    /// <param name="path">The scenario file.</param>
    /// <param name="options">Overrides and the like; default: none.</param>
    public static LoadResult Load(string path, LoadOptions? options = null) => Load(path, options, ScenarioReader.Read);

    /// <summary>
    /// Loads a network by itself, as a scenario of one year from 2025-01-01 in which nothing happens; overrides may change that
    /// (<c>horizon=3 yr</c>). Otherwise as <see cref="Load(string, LoadOptions?)"/>.
    /// </summary>
    /// <param name="path">A folder with <c>network.yaml</c>, <c>sites.csv</c> and <c>lanes.csv</c>, or one YAML file.</param>
    /// <param name="options">Overrides and the like; default: none.</param>
    public static LoadResult LoadNetwork(string path, LoadOptions? options = null) => Load(path, options, ScenarioReader.ReadNetwork);

    private static LoadResult Load(string path, LoadOptions? options, Func<string, LoadOptions, DiagnosticBag, ReadScenario?> read)
    {
        var bag = new DiagnosticBag();
        var named = path.Replace('\\', '/').TrimEnd('/');
        var found = read(named, options ?? new LoadOptions(), bag);
        options?.Cancellation.ThrowIfCancellationRequested();
        var scenario = found is null ? null : Finish(named, found, bag);
        return new LoadResult(scenario, bag.Sorted());
    }

    /// <summary>The scenario; null where it has an error.</summary>
    private static Scenario? Finish(string path, ReadScenario read, DiagnosticBag bag)
    {
        if (Prepare(read, bag) is not { } prepared || bag.HasErrors)
        {
            return null;
        }

        var resolved = read.Resolved();
        return new Scenario(read.Origins, new Variants(read, prepared))
        {
            Path = path,
            Name = Path.GetFileNameWithoutExtension(path),
            Spec = read.Spec,
            Prepared = prepared,
            Files = read.Session.Files,
            Warnings = bag.Sorted(),
            Inputs = read.Session.Inputs,
            ResolvedYaml = resolved,
            ShortHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(resolved)))[..10],
        };
    }

    /// <summary>
    /// Prepares the run even after errors, so that all problems show in one pass, but leaves out what only follows from an error
    /// that has been reported.
    /// </summary>
    private static PreparedRun? Prepare(ReadScenario read, DiagnosticBag bag)
    {
        var hadErrors = bag.HasErrors;
        if (hadErrors && read.Run.Network.Sites.Count == 0)
        {
            return null;
        }

        var problems = new List<Problem>();
        var prepared = PreparedRun.Prepare(read.Run, problems);
        var news = hadErrors ? problems.FindAll(p => !p.ComparesRows() && !read.Places.HasErrorAt(p.Path)) : problems;
        foreach (var problem in news)
        {
            bag.Add(problem, read.Places);
        }

        return prepared;
    }
}
