using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Collects where values come from.</summary>
internal sealed class Tracer(LoadSession session)
{
    private readonly List<ValueOrigin> _origins = [];

    public IReadOnlyList<ValueOrigin> Origins => _origins;

    /// <summary>Adds a value; without a node it is a default.</summary>
    public void Add(string path, string value, Node? node) => Add(path, value, node?.Place);

    public void Add(string path, string value, Place? place) => _origins.Add(new ValueOrigin(path, value, place?.ToString() ?? "default"));

    /// <summary>Traces a network that has files of its own: rows of tables cell by cell.</summary>
    public void TraceFiles(string path, IRecordKind kind)
    {
        var files = session.Network!;
        var rows = files.Rows;
        foreach (var field in kind.Fields)
        {
            var inner = $"{path}.{field.Key}";
            if (files.Tables.TryGetValue(field.Key, out var table))
            {
                field.TraceTable(this, inner, table, rows);
            }
            else if (field.HasValue(rows))
            {
                field.Trace(this, inner, files.Root.Find(field.Key)?.Value, rows);
            }
        }
    }
}
