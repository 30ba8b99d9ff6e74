namespace SupplyShockSim.Reports.Exports;

/// <summary>A form in which others read a run. A new one is a file here, a line in <see cref="ExportFormats"/>, its test and a row of documentation.</summary>
public abstract class ExportFormat
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a line.</summary>
    public abstract string Meaning { get; }

    /// <summary>The files of the export: each with its path in the folder, and its bytes. The same run gives the same bytes.</summary>
    public abstract IEnumerable<(string Name, byte[] Bytes)> Files(ExportSource source);
}
