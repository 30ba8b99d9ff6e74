namespace SupplyShockSim.Scenarios.Files;

/// <summary>Where files come from: the disk, or a test's memory.</summary>
public interface IFileSource
{
    /// <summary>Whether the path names a file.</summary>
    bool IsFile(string path);

    /// <summary>Whether the path names a folder.</summary>
    bool IsFolder(string path);

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    Stream Open(string path);
}

/// <summary>The files on disk.</summary>
public sealed class DiskFiles : IFileSource
{
    public static DiskFiles Instance { get; } = new();

    public bool IsFile(string path) => File.Exists(path);

    public bool IsFolder(string path) => Directory.Exists(path);

    /// <summary>
    /// Opens a file. A pipe, or a device that has no size, is taken as empty: to open one could wait for ever, or never end.
    /// </summary>
    public Stream Open(string path)
    {
        var file = new FileInfo(path);
        var target = (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        return !target.Exists ? throw new IOException("it is a pipe or a device, expected a file")
            : target.Length == 0 ? Stream.Null
            : Disk(path);
    }

    private static FileStream Disk(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
}
