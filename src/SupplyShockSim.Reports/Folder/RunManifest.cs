using System.Globalization;
using System.Text.Json;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Reports;

/// <summary>What a manifest says that is needed to run again and to compare.</summary>
public sealed record RunManifest
{
    public required string Version { get; init; }

    /// <summary>What the run is called.</summary>
    public required string Run { get; init; }

    public required string Title { get; init; }

    /// <summary>The scenario file as it was named, or null.</summary>
    public required string? ScenarioPath { get; init; }

    /// <summary>Overrides, each as <c>key=value</c>.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    public required ulong Seed { get; init; }

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    /// <summary>Where the copy of each input lies in the folder; empty where the program did not keep copies yet.</summary>
    public required IReadOnlyList<string> InputCopies { get; init; }

    /// <summary>The other files of the folder with their hashes; empty where the program did not note them yet.</summary>
    public required IReadOnlyList<InputFile> Outputs { get; init; }

    /// <summary>Which series the run kept: <c>all</c>, <c>consumers</c> or <c>totals</c>.</summary>
    public required string Recorded { get; init; }

    public required ulong TraceHash { get; init; }

    public required long Events { get; init; }

    /// <summary>Names of the files in the folder, without the manifest.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <exception cref="InvalidDataException">The text is not the manifest of a run.</exception>
    internal static RunManifest Parse(byte[] utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            if (root.GetProperty("schema").GetString() != ManifestJson.Schema)
            {
                throw new InvalidDataException("not the manifest of a run: its schema is another one");
            }

            return new RunManifest
            {
                Version = Text(root, "version"),
                Run = Text(root, "run"),
                Title = Text(root, "title"),
                ScenarioPath = root.GetProperty("scenario").GetString(),
                Overrides = Strings(root, "set"),
                Seed = root.GetProperty("seed").GetUInt64(),
                Inputs = [.. root.GetProperty("inputs").EnumerateArray().Select(i => new InputFile(Text(i, "path"), Text(i, "sha256")))],
                InputCopies = [.. root.GetProperty("inputs").EnumerateArray().Where(i => i.TryGetProperty("file", out _)).Select(i => Text(i, "file"))],
                Outputs = root.TryGetProperty("outputs", out var outputs)
                    ? [.. outputs.EnumerateArray().Select(o => new InputFile(Text(o, "file"), Text(o, "sha256")))] : [],
                Recorded = root.TryGetProperty("recorded", out var recorded) ? recorded.GetString() ?? "all" : "all",
                TraceHash = ulong.Parse(Text(root, "traceHash"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                Events = root.GetProperty("events").GetInt64(),
                Files = Strings(root, "files"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException("not the manifest of a run: " + e.Message, e);
        }
    }

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new InvalidDataException($"not the manifest of a run: '{name}' is null");

    private static string[] Strings(JsonElement parent, string name) => [.. parent.GetProperty(name).EnumerateArray().Select(e => e.GetString() ?? "")];
}
