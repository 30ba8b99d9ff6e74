namespace SupplyShockSim.Reports.Exports;

/// <summary>All forms in which a run can be exported.</summary>
public static class ExportFormats
{
    public static IReadOnlyList<ExportFormat> All { get; } = [new IamcExport(), new DataPackageExport(), new RoCrateExport(), new ParquetExport()];
}
