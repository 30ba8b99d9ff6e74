using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>Answers that are worked out by hand in the files of cases.</summary>
public sealed class ReferenceCaseTests
{
    public static TheoryData<string> Files => [.. KnownCases.Needs.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reference_gives_the_known_answer(string file)
    {
        var faults = KnownCases.FaultsOfReference(file, Rules.All);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Without_its_rules_the_answer_is_another(string file) =>
        Assert.NotEmpty(KnownCases.FaultsOfReference(file, Rules.All & ~KnownCases.Needs[file]));

    [Fact]
    public void Simulation_gives_the_known_answer_where_it_has_the_rules()
    {
        foreach (var (file, needs) in KnownCases.Needs.Where(c => (c.Value & ~ReferenceAgreement.SimulationHas) == Rules.None))
        {
            var loaded = ScenarioLoader.Load(KnownCases.PathOf(file));
            Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
            var run = loaded.Scenario.Prepared.Run();
            var faults = KnownCases.Faults(file, run.ShortfallOf);
            Assert.True(faults.Count == 0, $"{file}, {needs}: {string.Join('\n', faults)}");
        }
    }
}
