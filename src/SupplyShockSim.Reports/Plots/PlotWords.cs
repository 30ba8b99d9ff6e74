using System.Globalization;
using SupplyShockSim.Reports.Charts;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Plots;

/// <summary>What all plots of a run share.</summary>
internal static class PlotWords
{
    /// <summary>Where a plot comes from, so that a copied picture can be traced.</summary>
    public static string Footnote(RunOutput output) => string.Create(
        CultureInfo.InvariantCulture,
        $"SupplyShockSim {output.Version}, seed {output.Seed}, trace {ManifestJson.Fingerprint(output.Record.TraceHash)}. Scenario: {output.Title}. ")
        + (output.Record.Controls.Count == 0 ? "No control was in force." : "Shaded: controls in force.");

    public static IReadOnlyList<Band> Bands(RunOutput output) =>
        [.. output.Record.Controls.Where(c => c.InForce.Count > 0).Select(c => new Band(c.Name, [.. c.InForce.Select(w => (w.From.Days, w.Until.Days))]))];
}
