using System.Text;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>The text of a scenario, loaded as any, and what the reference takes beside it.</summary>
internal sealed class CaseFile(string text) : IFileSource
{
    public static (PreparedRun Prepared, Extras Extras) Read(string text, Rules rules = Rules.All)
    {
        var loaded = ScenarioLoader.Load("case.yaml", new LoadOptions { Files = new CaseFile(text) });
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        return (loaded.Scenario.Prepared, new Extras(rules) { TermDays = loaded.Scenario.Prepared.Spec.Market.Term?.Days });
    }

    public bool IsFile(string path) => path.EndsWith("case.yaml", StringComparison.Ordinal);

    public bool IsFolder(string path) => !IsFile(path);

    public Stream Open(string path) => new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
}
