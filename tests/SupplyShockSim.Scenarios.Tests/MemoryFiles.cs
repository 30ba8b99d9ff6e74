using System.Text;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Files in memory, by path.</summary>
internal sealed class MemoryFiles : IFileSource
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public MemoryFiles Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    public MemoryFiles Add(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public byte[] Bytes(string path) => _files[path];

    public bool IsFile(string path) => _files.ContainsKey(path);

    public bool IsFolder(string path) => path == "." || _files.Keys.Any(k => k.StartsWith(path + "/", StringComparison.Ordinal));

    public Stream Open(string path) => new MemoryStream(_files[path], writable: false);
}
