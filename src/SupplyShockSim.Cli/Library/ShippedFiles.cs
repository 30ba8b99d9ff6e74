using System.Reflection;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Cli.Library;

/// <summary>The scenarios and networks that travel inside the program, as files with paths from the folder that holds them all.</summary>
internal sealed class ShippedFiles : IFileSource
{
    private const string Prefix = "shipped/";
    private const string Networks = "networks/";

    private static readonly Assembly Own = typeof(ShippedFiles).Assembly;

    private readonly Dictionary<string, string> _resources = Own.GetManifestResourceNames()
        .Select(name => (Name: name, Path: name.Replace('\\', '/'))).Where(r => r.Path.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(r => r.Path[Prefix.Length..], r => r.Name, StringComparer.Ordinal);

    private ShippedFiles()
    {
    }

    public static ShippedFiles Instance { get; } = new();

    /// <summary>The scenarios, by the names that people give: paths without an extension, sorted.</summary>
    public IEnumerable<string> ScenarioNames =>
        Paths.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal) && !p.StartsWith(Networks, StringComparison.Ordinal))
        .Select(p => p[..^".yaml".Length]).Order(StringComparer.Ordinal);

    /// <summary>The networks, by the names of their folders, sorted.</summary>
    public IEnumerable<string> NetworkNames =>
        Paths.Where(p => p.StartsWith(Networks, StringComparison.Ordinal) && p.EndsWith("/network.yaml", StringComparison.Ordinal))
        .Select(p => p[Networks.Length..^"/network.yaml".Length]).Order(StringComparer.Ordinal);

    private IEnumerable<string> Paths => _resources.Keys.Order(StringComparer.Ordinal);

    /// <summary>The file of a scenario of that name.</summary>
    public static string PathOfScenario(string name) => name + ".yaml";

    /// <summary>The folder of a network of that name.</summary>
    public static string FolderOfNetwork(string name) => Networks + name;

    /// <summary>What a scenario says it is about.</summary>
    public string TitleOfScenario(string name) => LineOf(PathOfScenario(name), "title: ").Trim('"');

    /// <summary>What a network's page is headed.</summary>
    public string TitleOfNetwork(string name) => LineOf(FolderOfNetwork(name) + "/README.md", "# ");

    /// <summary>All files of a folder.</summary>
    public IEnumerable<string> In(string folder) => Paths.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>The content of a file.</summary>
    public string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <inheritdoc/>
    public bool IsFile(string path) => _resources.ContainsKey(path);

    /// <inheritdoc/>
    public bool IsFolder(string path) => In(path).Any();

    /// <inheritdoc/>
    public Stream Open(string path) =>
        _resources.TryGetValue(path, out var name) ? Own.GetManifestResourceStream(name)! : throw new FileNotFoundException("it is not shipped", path);

    private string LineOf(string path, string start) =>
        Text(path).ReplaceLineEndings("\n").Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal))?[start.Length..].Trim() ?? "";
}
