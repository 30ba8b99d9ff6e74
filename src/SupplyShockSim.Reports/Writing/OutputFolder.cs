using System.Security.Cryptography;
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
    /// <param name="hash">What its inputs are known by: the folder of another is not replaced. Null for any.</param>
    /// <exception cref="IOException">The place is taken by something else, or cannot be written; nothing there was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing there was changed.</exception>
    public void Write(string directory, Action<FilesOfFolder> fill, Action<Stream, IReadOnlyList<WrittenFile>> manifest, CancellationToken cancellation,
        string? hash = null) =>
        AtomicFolder.Write(directory, place => WhyNotReplace(place, hash), fresh =>
        {
            var files = new FilesOfFolder(fresh, cancellation);
            fill(files);
            WrittenFile[] written = [.. files.Files];
            files.Add(ManifestName, s => manifest(s, written));
        });

    /// <summary>Refuses a place that <see cref="Write"/> would refuse.</summary>
    /// <exception cref="IOException">The place is taken by something else.</exception>
    public void EnsureReplaceable(string directory, string? hash = null) => AtomicFolder.EnsureReplaceable(directory, place => WhyNotReplace(place, hash));

    private string? WhyNotReplace(string directory, string? hash)
    {
        if (Known(directory) is not { } known)
        {
            return $"{directory} is not empty and not the folder of a {what}; choose another folder";
        }

        var added = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(directory, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Files.Contains(name));
        return added is not null ? $"{directory} has {added}, which no {what} wrote there; move it or choose another folder"
            : hash is not null && known.Hash is not null && known.Hash != hash
                ? $"{directory} is the folder of another {what}; choose another folder, or replace it with --force"
            : null;
    }

    /// <summary>The files of a folder of this kind and what its inputs are known by; null where it is none.</summary>
    private (HashSet<string?> Files, string? Hash)? Known(string directory)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(directory, ManifestName)));
            var root = manifest.RootElement;
            return root.GetProperty("schema").GetString() == schema
                ? (root.GetProperty("files").EnumerateArray().Select(f => f.GetString()).Append(ManifestName).ToHashSet(StringComparer.Ordinal),
                    root.TryGetProperty("hash", out var hash) ? hash.GetString() : null)
                : null;
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A file that was written into a folder.</summary>
/// <param name="Name">Its path in the folder, with forward slashes.</param>
/// <param name="Sha256">The hash of its bytes, in lower-case hexadecimal.</param>
internal sealed record WrittenFile(string Name, string Sha256);

/// <summary>The files of a folder that is being filled.</summary>
internal sealed class FilesOfFolder(string directory, CancellationToken cancellation)
{
    private readonly List<WrittenFile> _files = [];

    /// <summary>What was written so far, in order.</summary>
    public IReadOnlyList<WrittenFile> Files => _files;

    public void Add(string name, Action<Stream> write)
    {
        cancellation.ThrowIfCancellationRequested();
        var path = Path.Combine(directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var stream = File.Create(path, 1 << 16))
        {
            write(stream);
        }

        using var written = File.OpenRead(path);
        _files.Add(new WrittenFile(name, Convert.ToHexStringLower(SHA256.HashData(written))));
    }

    public void Add(string name, string text) => Add(name, s => s.Write(Encoding.UTF8.GetBytes(text)));
}
