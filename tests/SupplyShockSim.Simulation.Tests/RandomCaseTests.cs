using CsCheck;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Tests.Support;

namespace SupplyShockSim.Simulation.Tests;

/// <summary>The random cases of the property tests: the same everywhere, small when they fail, and fit to be pasted.</summary>
public sealed class RandomCaseTests
{
    [Fact]
    public void A_case_as_a_scenario_file_is_the_same_run() => RandomCase.ForAll(random =>
    {
        using var loaded = new Pasted(AsScenario.Of(random));
        Assert.Equal(random.Prepare().Run().TraceHash, loaded.Scenario.Prepared.Run().TraceHash);
    }, count: 50);

    [Fact]
    public void A_failing_case_shrinks_and_prints_a_scenario()
    {
        // A ramp is all it takes to break this: the least network with one is a mine and a user, with one lane and one shock.
        var failure = Assert.Throws<CsCheckException>(() => RandomCase.ForAll(random => Assert.All(random.Network.Sites, s => Assert.Null(s.Ramp)), 100));
        var text = failure.Message[failure.Message.IndexOf("schema:", StringComparison.Ordinal)..];
        using var loaded = new Pasted(text);
        var network = loaded.Scenario.Spec.Network.Spec;
        Assert.Contains(network.Sites, s => s.Ramp is not null);
        Assert.InRange(network.Sites.Count, 2, 4);
        Assert.InRange(loaded.Scenario.Spec.Shocks.Count, 0, 2);
    }

    [Fact]
    public void Cases_are_the_same_in_every_process()
    {
        // Pinned: another number means that other cases are tried, and that what is said of these cases has to be measured again.
        var sum = 0UL;
        RandomCase.ForAll(random => sum = (sum * 31) + random.Seed, 10);
        Assert.Equal(4176899361341008097UL, sum);
    }

    private sealed class Pasted : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("pasted").FullName;

        public Pasted(string text)
        {
            var file = Path.Combine(_folder, "case.yaml");
            File.WriteAllText(file, text);
            var result = ScenarioLoader.Load(file);
            Assert.True(result.Scenario is not null, string.Join('\n', result.Diagnostics) + text);
            Scenario = result.Scenario;
        }

        public Scenario Scenario { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
