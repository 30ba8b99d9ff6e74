using System.Text;
using System.Text.Json;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Exports;

/// <summary>The tables of a run with a description that programs read: a Tabular Data Package (Frictionless Data, version 1).</summary>
internal sealed class DataPackageExport : ExportFormat
{
    public override string Name => "datapackage";

    public override string Meaning => "the tables with their schema, as a Frictionless data package";

    public override IEnumerable<(string Name, byte[] Bytes)> Files(ExportSource source)
    {
        yield return ("datapackage.json", Encoding.UTF8.GetBytes(Json.Text(json => Describe(json, source))));
        foreach (var name in source.Tables)
        {
            yield return (name, source.Bytes(name));
        }
    }

    private static void Describe(Utf8JsonWriter json, ExportSource source)
    {
        var manifest = source.Manifest;
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", Slug(manifest.Run));
        json.WriteString("title", manifest.Title);
        json.WriteString("description", $"Run {manifest.Run} of SupplyShockSim {manifest.Version}, trace {ManifestJson.Fingerprint(manifest.TraceHash)}");
        json.WriteString("version", manifest.Version);
        json.Objects("resources", source.Tables, name =>
        {
            var bytes = source.Bytes(name);
            json.WriteString("name", Path.GetFileNameWithoutExtension(name));
            json.WriteString("path", name);
            json.WriteString("profile", "tabular-data-resource");
            json.WriteString("format", "csv");
            json.WriteString("mediatype", "text/csv");
            json.WriteString("encoding", "utf-8");
            json.WriteNumber("bytes", bytes.Length);
            json.WriteString("hash", "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
            json.WriteStartObject("schema");
            json.Objects("fields", source.Table(name).Columns.Select(DataColumn.Of), column =>
            {
                json.WriteString("name", column.Name);
                json.WriteString("type", TypeOf(column.Kind));
                json.WriteString("description", column.Meaning);
            });
            json.Strings("missingValues", [""]);
            json.WriteEndObject();
        });
    }

    private static string TypeOf(DataKind kind) => kind switch
    {
        DataKind.Date => "date",
        DataKind.Number => "number",
        DataKind.Whole => "integer",
        _ => "string",
    };

    /// <summary>A name as packages have it: lower-case letters, digits, dots, hyphens and underscores.</summary>
    private static string Slug(string name) =>
        string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_' ? c : '-'));
}
