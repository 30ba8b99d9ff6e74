namespace SupplyShockSim.Scenarios.Files;

/// <summary>Files under names of their own, wherever they lie: the copies of what a run read, or a text that was piped in.</summary>
/// <param name="named">How each is opened, by the path under which a scenario knows it.</param>
/// <param name="beside">Where all other files come from; default: there are none.</param>
public sealed class NamedFiles(IReadOnlyDictionary<string, Func<Stream>> named, IFileSource? beside = null) : IFileSource
{
    public bool IsFile(string path) => named.ContainsKey(path) || beside?.IsFile(path) == true;

    public bool IsFolder(string path) => named.Keys.Any(name => name.StartsWith(path + "/", StringComparison.Ordinal)) || beside?.IsFolder(path) == true;

    public Stream Open(string path) => named.TryGetValue(path, out var open) ? open()
        : beside is not null ? beside.Open(path)
        : throw new FileNotFoundException($"there is no file '{path}'");
}
