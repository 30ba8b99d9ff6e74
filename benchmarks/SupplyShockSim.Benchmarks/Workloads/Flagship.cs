using SupplyShockSim.Analysis;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>The flagship scenario, loaded from the repository: China halts magnet exports to Japan.</summary>
internal static class Flagship
{
    /// <summary>Reads the scenario, upwards from where the program lies.</summary>
    public static PreparedRun Load(string scenario = "japan-magnet-halt.yaml")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "scenarios", scenario);
            if (File.Exists(path))
            {
                var loaded = ScenarioLoader.Load(path, new LoadOptions { Measures = MeasureCatalog.Checked });
                return loaded.Scenario?.Prepared ?? throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
            }
        }

        throw new FileNotFoundException("no folder above the program holds scenarios/" + scenario);
    }
}
