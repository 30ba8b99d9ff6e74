using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Synthesis;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>A synthetic network of firms in files, with one country out for a time: one of a hundredth of the producers, or another.</summary>
internal static class Firms
{
    /// <summary>Writes the files, for as long as the program runs.</summary>
    /// <returns>What loads them, whole.</returns>
    public static Func<PreparedRun> Write(int sites, int lanes, double days, double outageDays, string tolerance, string? country = null)
    {
        var folder = Directory.CreateTempSubdirectory("supplyshock").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        SyntheticNetwork.Generate(new SyntheticNetworkOptions { Sites = sites, Lanes = lanes }).Write(folder, gzip: false);
        return () => Load(folder, days, outageDays, tolerance, country);
    }

    private static PreparedRun Load(string folder, double days, double outageDays, string tolerance, string? country)
    {
        string[] set = [FormattableString.Invariant($"horizon={days} d"), "market.tolerance=" + tolerance, "output.record=totals"];
        string[] shock = [FormattableString.Invariant($"shocks.stop.for={outageDays} d"), .. country is null ? (string[])[] : [$"shocks.stop.at=[{country}]"]];
        var file = Path.Combine(folder, outageDays > 0 ? "shock.yaml" : "quiet.yaml");
        var loaded = ScenarioLoader.Load(file, new LoadOptions { Set = outageDays > 0 ? [.. set, .. shock] : set });
        return loaded.Scenario?.Prepared ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
    }
}
