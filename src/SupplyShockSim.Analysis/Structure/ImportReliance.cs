namespace SupplyShockSim.Analysis;

/// <summary>
/// Net import reliance of a country for a commodity: IR = (imports - exports) / (production + imports - exports), from 0 to 1;
/// 0 for a net exporter, null where the country has no apparent consumption.
/// </summary>
/// <remarks>European Commission, Methodology for establishing the EU list of critical raw materials (2017), import reliance, eq. 7.</remarks>
public static class ImportReliance
{
    /// <param name="made">Production in the country.</param>
    /// <param name="imported">What lands from other countries.</param>
    /// <param name="exported">What leaves for other countries; all three in the same unit.</param>
    public static double? Of(double made, double imported, double exported)
    {
        var apparentConsumption = made + imported - exported;
        return apparentConsumption > 0 ? Math.Max(0, imported - exported) / apparentConsumption : null;
    }
}
