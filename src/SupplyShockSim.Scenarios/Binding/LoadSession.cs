using System.Text.Unicode;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Inputs;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Reads a network that is named by its folder or file; reports what is wrong.</summary>
/// <param name="link">The folder or file, with the hashes and overrides it was named with.</param>
/// <param name="written">The map that names it.</param>
/// <param name="context">Takes problems.</param>
/// <param name="network">The network; with errors, what could be read of it.</param>
/// <returns>False where there is nothing to go on with.</returns>
internal delegate bool NetworkLinkReader(NetworkLink link, MapNode written, BindContext context, out NetworkRef network);

/// <summary>One load: the files it reads, and what it keeps beside the values.</summary>
/// <param name="files">Where files come from.</param>
/// <param name="folder">The folder that paths in the scenario itself are relative to.</param>
internal sealed class LoadSession(IFileSource files, string folder, DiagnosticBag bag) : InputReader(files, bag)
{
    private readonly Dictionary<SourceText, string> _folders = [];

    /// <summary>How types are written.</summary>
    public required IKinds Kinds { get; init; }

    /// <summary>Reads networks that have files of their own.</summary>
    public required NetworkLinkReader Networks { get; init; }

    /// <summary>Told how much of the tables has been read.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>The measures that checks may name.</summary>
    public IReadOnlyList<CheckedMeasure> Measures { get; init; } = [];

    /// <summary>The folder that paths in the scenario itself are relative to.</summary>
    public string Folder { get; } = folder;

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
}
