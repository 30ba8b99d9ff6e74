using System.Security.Cryptography;
using System.Text.Unicode;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>One load: the files it reads, and what it keeps beside the values.</summary>
/// <param name="files">Where files come from.</param>
/// <param name="folder">The folder that paths in the scenario itself are relative to.</param>
internal sealed class LoadSession(IFileSource files, string folder, DiagnosticBag bag)
{
    private readonly List<InputFile> _inputs = [];
    private readonly Dictionary<SourceText, string> _folders = [];

    public IFileSource Files { get; } = files;

    public DiagnosticBag Bag { get; } = bag;

    /// <summary>How types are written.</summary>
    public Kinds Kinds { get; init; } = Kinds.Under(PolicyCatalog.Default);

    /// <summary>Stops the load.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Told how much of the tables has been read.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The measures that checks may name.</summary>
    public IReadOnlyList<CheckedMeasure> Measures { get; init; } = [];

    /// <summary>The folder that paths in the scenario itself are relative to.</summary>
    public string Folder { get; } = folder;

    /// <summary>Every file read so far, in order.</summary>
    public IReadOnlyList<InputFile> Inputs => _inputs;

    /// <summary>Overrides of values in the network, where the network stands in files of its own.</summary>
    public List<Override> NetworkOverrides { get; } = [];

    /// <summary>The files of the network, once they have been read.</summary>
    public NetworkFiles? Network { get; set; }

    /// <summary>The folder that a path written in this text is relative to.</summary>
    public string FolderOf(SourceText source) => _folders.GetValueOrDefault(source, Folder);

    /// <summary>Reads a YAML file; reports what is wrong and returns null then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asked">Where its name was written.</param>
    /// <param name="relativeTo">The folder that paths in the file are relative to; default: its own.</param>
    public Node? ReadYaml(string path, Place asked, string? relativeTo = null)
    {
        if (ReadBytes(path, asked, "put large networks into sites.csv and lanes.csv") is not { } bytes)
        {
            return null;
        }

        var start = bytes.AsSpan().StartsWith("\ufeff"u8) ? 3 : 0;
        var chars = new char[bytes.Length];
        var status = Utf8.ToUtf16(bytes.AsSpan(start), chars, out _, out var length, replaceInvalidSequences: false);
        var text = new string(chars, 0, length);
        var source = SourceText.Of(path, text);
        _folders[source] = relativeTo ?? FilePath.Folder(path);
        if (status != System.Buffers.OperationStatus.Done)
        {
            var lines = SourceText.Split(text).ToList();
            Bag.Error(new Place(source, lines.Count, lines[^1].Length + 1, 1), DiagnosticCodes.NotUtf8, "the file is not UTF-8 from here on", "save it as UTF-8");
            return null;
        }

        var node = YamlReader.Read(source, text, Bag);
        if (node is null or ScalarNode { IsNull: true } && !Bag.HasErrors)
        {
            Bag.Error(Place.StartOf(source), DiagnosticCodes.Empty, "the file is empty", bytes.Length > 0 ? null : "pipes and devices are not read: save what they give in a file");
            return null;
        }

        return node;
    }

    /// <summary>Opens a file; reports why it cannot be opened and returns null then.</summary>
    public Stream? Open(string path, Place asked)
    {
        try
        {
            if (Files.IsFile(path))
            {
                return Files.Open(path);
            }

            Bag.Error(asked, Files.IsFolder(path)
                ? new Fault(DiagnosticCodes.FileUnreadable, $"'{path}' is a folder, expected a file")
                : new Fault(DiagnosticCodes.FileMissing, $"there is no file '{path}'", "paths are relative to the file they stand in"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Unreadable(path, asked, e);
        }

        return null;
    }

    public void Unreadable(string path, Place asked, Exception why) =>
        Bag.Error(asked, DiagnosticCodes.FileUnreadable, $"'{path}' cannot be read: {why.Message.ReplaceLineEndings(" ")}");

    /// <summary>Notes a file that was read.</summary>
    public void AddInput(string path, byte[] sha256) => _inputs.Add(new InputFile(path, Convert.ToHexStringLower(sha256)));

    /// <summary>The content of a file that is held in memory as a whole; reports why it cannot be read and returns null then.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asked">Where its name was written.</param>
    /// <param name="tooLarge">What to do where it is too large.</param>
    public byte[]? ReadBytes(string path, Place asked, string tooLarge)
    {
        using var stream = Open(path, asked);
        if (stream is null)
        {
            return null;
        }

        try
        {
            using var buffer = new MemoryStream();
            var chunk = new byte[1 << 16];
            for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
            {
                Cancellation.ThrowIfCancellationRequested();
                buffer.Write(chunk, 0, read);
                if (buffer.Length > Limits.YamlBytes)
                {
                    Bag.Error(asked, DiagnosticCodes.TooLarge, $"'{path}' is larger than {Limits.YamlBytes / (1024 * 1024)} MB", tooLarge);
                    return null;
                }
            }

            var bytes = buffer.ToArray();
            AddInput(path, SHA256.HashData(bytes));
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable(path, asked, e);
            return null;
        }
    }
}
