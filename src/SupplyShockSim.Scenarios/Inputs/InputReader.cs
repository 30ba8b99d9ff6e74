using System.Security.Cryptography;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Inputs;

/// <summary>Opens files, notes each with its hash, and reports those that cannot be read.</summary>
/// <param name="files">Where files come from.</param>
/// <param name="bag">Takes what is wrong.</param>
internal class InputReader(IFileSource files, DiagnosticBag bag)
{
    private readonly List<InputFile> _inputs = [];

    public IFileSource Files { get; } = files;

    public DiagnosticBag Bag { get; } = bag;

    /// <summary>Stops the reading.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Every file read so far, in order.</summary>
    public IReadOnlyList<InputFile> Inputs => _inputs;

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
