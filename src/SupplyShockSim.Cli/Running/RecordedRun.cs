using SupplyShockSim.Reports;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Running;

/// <summary>A run folder, which holds all that is needed to run again.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Manifest">What it says of itself.</param>
internal sealed record RecordedRun(string Folder, RunManifest Manifest)
{
    /// <summary>The run of a folder or of the manifest in it.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static RecordedRun At(CommandContext context, string named)
    {
        var folder = Path.GetFullPath(context.Environment.Locate(named));
        if (Path.GetFileName(folder) == RunFolder.ManifestName)
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        try
        {
            var manifest = RunFolder.ReadManifest(folder);
            return manifest.InputCopies.Count == manifest.Inputs.Count && manifest.ScenarioPath is not null
                ? new RecordedRun(folder, manifest)
                : throw new InvalidDataException("it has no copies of its inputs; run the scenario again");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CliException(ExitCode.InvalidInput, $"{named} is not the folder of a run: {problem.Message}");
        }
    }

    /// <summary>Whether a path is that of a run folder or of the manifest in it, and not of a scenario.</summary>
    public static bool IsAt(CommandContext context, string named)
    {
        var path = context.Environment.Locate(named);
        return Directory.Exists(path) || Path.GetFileName(path) == RunFolder.ManifestName;
    }

    /// <summary>The scenario, read from the copies in the folder; what is wrong comes with it.</summary>
    public LoadResult Load()
    {
        var copies = new Dictionary<string, Func<Stream>>(StringComparer.Ordinal);
        for (var i = 0; i < Manifest.Inputs.Count; i++)
        {
            var copy = Path.Combine(Folder, Manifest.InputCopies[i]);
            copies[Manifest.Inputs[i].Path] = () => DiskFiles.Instance.Open(copy);
        }

        return ScenarioInput.Read(Manifest.ScenarioPath!, new LoadOptions { Set = Manifest.Overrides, Seed = Manifest.Seed, Files = new NamedFiles(copies) });
    }
}
