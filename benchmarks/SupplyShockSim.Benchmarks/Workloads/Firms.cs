using SupplyShockSim.Analysis.Synthesis;
using SupplyShockSim.Model;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>A synthetic network of firms, written to files and loaded again, with one country of a hundredth of the producers out for a time.</summary>
internal static class Firms
{
    public static PreparedRun Prepare(int sites, int lanes, double days, double outageDays, string tolerance)
    {
        var folder = Directory.CreateTempSubdirectory("supplyshock");
        try
        {
            SyntheticNetwork.Generate(new SyntheticNetworkOptions { Sites = sites, Lanes = lanes }).Write(folder.FullName, gzip: false);
            return Load(folder.FullName, days, outageDays, tolerance);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PreparedRun Load(string folder, double days, double outageDays, string tolerance)
    {
        string[] set = [FormattableString.Invariant($"horizon={days} d"), "market.tolerance=" + tolerance, "output.record=totals"];
        var shock = FormattableString.Invariant($"shocks.stop.for={outageDays} d");
        var file = Path.Combine(folder, outageDays > 0 ? "shock.yaml" : "quiet.yaml");
        var loaded = ScenarioLoader.Load(file, new LoadOptions { Set = outageDays > 0 ? [.. set, shock] : set });
        return loaded.Scenario?.Prepared ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
    }
}
