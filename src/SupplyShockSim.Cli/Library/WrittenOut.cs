using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Library;

/// <summary>Files to be written into a folder, all or none: one that is there already with the same content stays, with another one nothing is written.</summary>
/// <param name="context">The environment.</param>
/// <param name="folder">The folder, as typed; empty for the working directory.</param>
internal sealed class WrittenOut(CommandContext context, string folder)
{
    /// <summary>Where a scenario expects its schema.</summary>
    public const string SchemaPath = "schema/scenario.schema.json";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Adds a file of a path within the folder.</summary>
    public void Add(string path, string text)
    {
        if (_texts.TryGetValue(path, out var other) && other != text)
        {
            throw new CliException(ExitCode.WrongUse, $"{path} is a file that the scenario builds on; choose another name");
        }

        _texts[path] = text;
    }

    /// <summary>Adds the schema of scenarios.</summary>
    public void AddSchema()
    {
        using var schema = new StringWriter();
        SchemaWriter.Write(schema, MeasureCatalog.Checked);
        Add(SchemaPath, schema.ToString());
    }

    /// <summary>Writes what is not there yet.</summary>
    /// <returns>The files written, as they may be typed.</returns>
    /// <exception cref="CliException">A file is there with another content, or cannot be written.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync()
    {
        if (folder.Length > 0 && !Directory.Exists(context.Environment.Locate(folder)))
        {
            throw new CliException(ExitCode.WrongUse, $"there is no folder '{folder}'");
        }

        var files = _texts.Select(t =>
            (Named: Path.Combine(folder, t.Key).Replace('\\', '/'), Path: context.Environment.Locate(Path.Combine(folder, t.Key)), t.Value)).ToList();
        foreach (var (named, path, text) in files.Where(f => Path.Exists(f.Path)))
        {
            // A schema is made by the program: one of another version is not anybody's work.
            if (!path.EndsWith(".schema.json", StringComparison.Ordinal) && (!File.Exists(path) || await File.ReadAllTextAsync(path) != text))
            {
                throw new CliException(ExitCode.WrongUse, $"{named} exists already with another content; choose another name or folder");
            }
        }

        var written = new List<string>();
        foreach (var (named, path, text) in files.Where(f => !Path.Exists(f.Path)))
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await using var writer = new StreamWriter(stream);
                await writer.WriteAsync(text);
                written.Add(named);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new CliException(ExitCode.MachineRefuses, $"cannot write {named}: {problem.Message}");
            }
        }

        return written;
    }
}
