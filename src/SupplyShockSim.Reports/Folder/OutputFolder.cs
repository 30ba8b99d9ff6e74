using System.Text;
using System.Text.Json;

namespace SupplyShockSim.Reports;

/// <summary>
/// A kind of folder that is written as one piece (see <see cref="AtomicFolder"/>) with a manifest that names its kind and its files. One that
/// stands there already is replaced if it is of the same kind and nothing was added to it.
/// </summary>
/// <param name="what">What leaves such a folder, for messages: <c>run</c>.</param>
/// <param name="schema">What its manifest says it is.</param>
internal sealed class OutputFolder(string what, string schema)
{
    public const string ManifestName = "manifest.json";

    /// <summary>Writes a folder.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="fill">Writes its files, in the order in which the manifest shall name them.</param>
    /// <param name="manifest">Writes the manifest, which comes last so that it can name the others.</param>
    /// <param name="cancellation">Asked before each file.</param>
    /// <exception cref="IOException">The place is taken by something else, or cannot be written; nothing there was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing there was changed.</exception>
    public void Write(string directory, Action<FilesOfFolder> fill, Action<Stream, IReadOnlyList<string>> manifest, CancellationToken cancellation) =>
        AtomicFolder.Write(directory, WhyNotReplace, fresh =>
        {
            var files = new FilesOfFolder(fresh, cancellation);
            fill(files);
            string[] names = [.. files.Names];
            files.Add(ManifestName, s => manifest(s, names));
        });

    /// <summary>Refuses a place that <see cref="Write"/> would refuse.</summary>
    /// <exception cref="IOException">The place is taken by something else.</exception>
    public void EnsureReplaceable(string directory) => AtomicFolder.EnsureReplaceable(directory, WhyNotReplace);

    private string? WhyNotReplace(string directory)
    {
        if (FilesIn(directory) is not { } known)
        {
            return $"{directory} is not empty and not the folder of a {what}; choose another folder";
        }

        var added = Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name));
        return added is null ? null : $"{directory} has {added}, which no {what} wrote there; move it or choose another folder";
    }

    /// <summary>The files of a folder of this kind; null where it is none.</summary>
    private HashSet<string?>? FilesIn(string directory)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, ManifestName)));
            var root = manifest.RootElement;
            return root.GetProperty("schema").GetString() == schema
                ? root.GetProperty("files").EnumerateArray().Select(f => f.GetString()).Append(ManifestName).ToHashSet(StringComparer.Ordinal)
                : null;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>The files of a folder that is being filled.</summary>
internal sealed class FilesOfFolder(string directory, CancellationToken cancellation)
{
    private readonly List<string> _names = [];

    /// <summary>What was written so far, in order.</summary>
    public IReadOnlyList<string> Names => _names;

    public void Add(string name, Action<Stream> write)
    {
        cancellation.ThrowIfCancellationRequested();
        using var stream = File.Create(Path.Combine(directory, name), 1 << 16);
        write(stream);
        _names.Add(name);
    }

    public void Add(string name, string text) => Add(name, s => s.Write(Encoding.UTF8.GetBytes(text)));
}
