using System.IO.Compression;
using System.Security.Cryptography;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Scenarios.Inputs;

/// <summary>The file of a table, plain or compressed (<c>sites.csv</c>, else <c>sites.csv.gz</c>): read once, and hashed while it is read.</summary>
internal sealed class TableFile : IDisposable
{
    private const string Packed = ".gz";

    private readonly InputReader _reader;
    private readonly Place _asked;
    private readonly Stream _stream;

    private TableFile(InputReader reader, string path, Place asked, Stream stream) => (_reader, Path, _asked, _stream) = (reader, path, asked, stream);

    public string Path { get; }

    /// <summary>Bytes of the file.</summary>
    public long Length => _stream.Length;

    /// <summary>Bytes read so far.</summary>
    public long Position => _stream.Position;

    /// <summary>The file of a table; reports why there is none and returns null then.</summary>
    public static TableFile? Open(InputReader reader, string folder, string key, Place asked)
    {
        var path = Find(reader.Files, folder, key);
        return reader.Open(path, asked) is { } stream ? new TableFile(reader, path, asked, stream) : null;
    }

    /// <summary>Where a table stands; where it would stand if there is none.</summary>
    public static string Find(IFileSource files, string folder, string key)
    {
        var path = FilePath.In(folder, key + ".csv");
        return !files.IsFile(path) && files.IsFile(path + Packed) ? path + Packed : path;
    }

    /// <summary>Reads the content; notes the file among the inputs, or reports why it cannot be read. Null with an error.</summary>
    public T? Read<T>(Func<Stream, T?> read)
        where T : struct
    {
        try
        {
            using var sha = SHA256.Create();
            using var hashed = new CryptoStream(_stream, sha, CryptoStreamMode.Read, leaveOpen: true);
            var result = read(Unpacked(Path, hashed));
            if (result is not null)
            {
                hashed.CopyTo(Stream.Null); // to the end of the file, which may lie beyond that of the compressed data
                _reader.AddInput(Path, sha.Hash!);
            }

            return result;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            _reader.Unreadable(Path, _asked, e);
            return null;
        }
    }

    /// <summary>The lines of a file that was read before, to show where something stands.</summary>
    public static IEnumerable<string> Lines(IFileSource files, string path)
    {
        using var stream = Unpacked(path, files.Open(path));
        foreach (var line in RowReader.Lines(stream, Limits.LineLength))
        {
            yield return line;
        }
    }

    public void Dispose() => _stream.Dispose();

    private static Stream Unpacked(string path, Stream stream) =>
        path.EndsWith(Packed, StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
}
