using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Exports;

/// <summary>The whole run folder with a description of what made it from what: a research object crate (RO-Crate 1.1).</summary>
internal sealed class RoCrateExport : ExportFormat
{
    private const string Metadata = "ro-crate-metadata.json";
    private const string Software = "#supplyshock";
    private const string Run = "#run";

    public override string Name => "ro-crate";

    public override string Meaning => "the whole folder with its provenance, as a research object (RO-Crate)";

    public override IEnumerable<(string Name, byte[] Bytes)> Files(ExportSource source)
    {
        var files = Names(source).Select(name => (Name: name, Bytes: source.Bytes(name))).ToArray();
        yield return (Metadata, Encoding.UTF8.GetBytes(Json.Text(json =>
        {
            json.WriteString("@context", "https://w3id.org/ro/crate/1.1/context");
            json.WriteStartArray("@graph");
            Describe(json, source, files);
            json.WriteEndArray();
        })));
        foreach (var file in files)
        {
            yield return file;
        }
    }

    private static string[] Names(ExportSource source) => [RunFolder.ManifestName, .. source.Manifest.Outputs.Select(o => o.Path)];

    private static void Describe(Utf8JsonWriter json, ExportSource source, (string Name, byte[] Bytes)[] files)
    {
        var manifest = source.Manifest;
        Entity(json, Metadata, "CreativeWork", () =>
        {
            Reference(json, "conformsTo", "https://w3id.org/ro/crate/1.1");
            Reference(json, "about", "./");
        });
        Entity(json, "./", "Dataset", () =>
        {
            json.WriteString("name", manifest.Title);
            json.WriteString("description", $"Run {manifest.Run} of SupplyShockSim {manifest.Version}, trace {ManifestJson.Fingerprint(manifest.TraceHash)}");
            json.WriteString("datePublished", source.Written.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            References(json, "hasPart", files.Select(f => f.Name));
            References(json, "mentions", [Run]);
        });
        foreach (var (name, bytes) in files)
        {
            Entity(json, name, "File", () =>
            {
                json.WriteString("name", name);
                json.WriteString("encodingFormat", MediaType(name));
                json.WriteString("contentSize", bytes.Length.ToString(CultureInfo.InvariantCulture));
                json.WriteString("sha256", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
            });
        }

        Entity(json, Software, "SoftwareApplication", () =>
        {
            json.WriteString("name", "SupplyShockSim");
            json.WriteString("version", manifest.Version);
        });
        Entity(json, Run, "CreateAction", () =>
        {
            json.WriteString("name", manifest.Run);
            Reference(json, "instrument", Software);
            References(json, "object", manifest.InputCopies);
            References(json, "result", files.Select(f => f.Name).Except(manifest.InputCopies, StringComparer.Ordinal));
        });
    }

    private static void Entity(Utf8JsonWriter json, string id, string type, Action members)
    {
        json.WriteStartObject();
        json.WriteString("@id", Encoded(id));
        json.WriteString("@type", type);
        members();
        json.WriteEndObject();
    }

    private static void Reference(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("@id", Encoded(id));
        json.WriteEndObject();
    }

    private static void References(Utf8JsonWriter json, string name, IEnumerable<string> ids) =>
        json.Objects(name, ids, id => json.WriteString("@id", Encoded(id)));

    /// <summary>An id is an address: a space in a path does not stand in one as it is.</summary>
    private static string Encoded(string id) => id.Contains("://", StringComparison.Ordinal) || id[0] == '#'
        ? id
        : Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal);

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".html" => "text/html",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".yaml" or ".yml" => "application/yaml",
        _ => "application/octet-stream",
    };
}
