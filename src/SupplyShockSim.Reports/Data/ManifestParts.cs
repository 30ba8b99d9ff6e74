using System.Text.Json;

namespace SupplyShockSim.Reports.Data;

/// <summary>What the manifests of all folders have.</summary>
internal static class ManifestParts
{
    /// <summary>The files that were read, with the hash of each.</summary>
    public static void Inputs(this Utf8JsonWriter json, FolderOutput output) => json.Objects("inputs", output.Inputs, input =>
    {
        json.WriteString("path", input.Path);
        json.WriteString("sha256", input.Sha256);
    });

    /// <summary>The other files of the folder, and the hash of each.</summary>
    public static void Files(this Utf8JsonWriter json, IReadOnlyList<WrittenFile> files)
    {
        json.Strings("files", [.. files.Select(f => f.Name)]);
        json.Objects("outputs", files, file =>
        {
            json.WriteString("file", file.Name);
            json.WriteString("sha256", file.Sha256);
        });
    }

    /// <summary>What it cost, in a block of its own that comparisons leave out.</summary>
    public static void Measured(this Utf8JsonWriter json, FolderOutput output)
    {
        json.WriteStartObject("measured");
        json.WriteNumber("simulationSeconds", output.Measured.SimulationSeconds);
        json.WriteNumber("totalSeconds", output.Measured.TotalSeconds);
        json.WriteNumber("peakMemoryBytes", output.Measured.PeakMemoryBytes);
        json.WriteEndObject();
    }
}
