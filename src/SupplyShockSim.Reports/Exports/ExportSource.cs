using SupplyShockSim.Network;

namespace SupplyShockSim.Reports.Exports;

/// <summary>A run folder that is exported.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Network">Its network, for the names of what its tables know by id.</param>
public sealed record ExportSource(string Folder, RunManifest Manifest, SupplyNetwork Network)
{
    /// <summary>The tables of a run that others read, those that are there.</summary>
    internal IEnumerable<string> Tables => ((string[])["series.csv", "shortfall.csv", "events.csv", "ranges.csv"]).Where(name => File.Exists(PathOf(name)));

    /// <summary>The bytes of a file of the folder.</summary>
    internal byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>A table of the folder.</summary>
    internal DataTable Table(string name) => DataTable.Read(Bytes(name));

    /// <summary>When the run was written; the folder itself holds no date, so that the same run has the same bytes.</summary>
    internal DateOnly Written => DateOnly.FromDateTime(File.GetLastWriteTimeUtc(PathOf(RunFolder.ManifestName)));

    private string PathOf(string name) => Path.Combine(Folder, name);
}
