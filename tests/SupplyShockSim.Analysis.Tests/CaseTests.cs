using System.Text.Json;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Tests;

/// <summary>Scenario files whose answer is worked out by hand in their comments, read, run and measured the whole way.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Gives_the_known_answer(string file)
    {
        var loaded = ScenarioLoader.Load(Path.Combine(Folder, file));
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        var run = loaded.Scenario.Prepared.Run();
        var measures = Measures.Of(run);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
        foreach (var consumer in expected.RootElement.GetProperty(file).EnumerateObject())
        {
            if (consumer.Name == "@answers")
            {
                AssertAnswers(file, run, consumer.Value);
                continue;
            }

            if (consumer.Name == "@prices")
            {
                AssertPrices(file, measures, run.Network, consumer.Value);
                continue;
            }

            var found = measures.Consumers.Single(c => run.Network.Rows.Id[c.Row] == consumer.Name);
            var service = found.Service;
            foreach (var value in consumer.Value.EnumerateObject())
            {
                var actual = value.Name switch
                {
                    "shortfallTotal" => service.ShortfallTotal,
                    "firstShortfallDay" => service.FirstShortfallDay,
                    "lastShortfallDay" => service.LastShortfallDay,
                    "substituted" => found.SubstitutedTonnes,
                    "recovered" => found.RecoveredTonnes,
                    _ => throw new InvalidOperationException(value.Name),
                };
                AssertFits(value.Value, actual, !value.Name.EndsWith("Day", StringComparison.Ordinal), $"{file}: {consumer.Name}.{value.Name}");
            }
        }

        Assert.True(measures.MassBalance <= 1e-9);
    }

    [Fact]
    public void Quiet_case_has_no_events_beyond_start_and_end() =>
        Assert.Equal(2, ScenarioLoader.Load(Path.Combine(Folder, "01-quiet.yaml")).Scenario!.Prepared.Run().Events);

    /// <summary>
    /// Near and far together have what both buyers of the case need: only in the first review period, in which makers learn of it, may anybody be short.
    /// </summary>
    [Fact]
    public void Coordinated_the_case_of_its_value_is_short_for_a_review_period_at_most()
    {
        var options = new LoadOptions { Set = ["market.allocation=coordinated"] };
        var loaded = ScenarioLoader.Load(Path.Combine(Folder, "10-value-of-coordination.yaml"), options);
        var measures = Measures.Of(loaded.Scenario!.Prepared.Run());
        Assert.Equal(2, measures.Consumers.Count);
        Assert.All(measures.Consumers, c => Assert.InRange(c.Service.ShortfallTotal, 0, 10)); // 10 t/d for a day
    }

    private static void AssertAnswers(string file, RunRecord run, JsonElement expected)
    {
        foreach (var answer in expected.EnumerateObject())
        {
            var account = run.Answers.Single(a => run.Controls[a.Control].Name == answer.Name);
            foreach (var value in answer.Value.EnumerateObject())
            {
                var (actual, isDay) = value.Name switch
                {
                    "tonnes" => (account.Tonnes, false),
                    "publicCost" => (account.PublicCostUsd, false),
                    "left" => (account.LeftTonnes, false),
                    "firstUsedDay" => (account.FirstUsed?.Days, true),
                    "openedDay" => (account.Opened?.Days, true),
                    _ => throw new InvalidOperationException(value.Name),
                };
                AssertFits(value.Value, actual, !isDay, $"{file}: {answer.Name}.{value.Name}");
            }
        }
    }

    private static void AssertPrices(string file, RunMeasures measures, SupplyNetwork network, JsonElement expected)
    {
        foreach (var price in expected.EnumerateObject())
        {
            var found = measures.Prices!.Prices.Single(p => $"{network.Commodities.Id[p.Commodity]}/{network.Countries.Code[p.Country]}" == price.Name);
            foreach (var value in price.Value.EnumerateObject())
            {
                var actual = value.Name switch
                {
                    "peak" => found.Peak,
                    "end" => found.End,
                    _ => throw new InvalidOperationException(value.Name),
                };
                AssertFits(value.Value, actual, true, $"{file}: {price.Name}.{value.Name}");
            }
        }
    }

    /// <summary>Tonnes to 1e-6 relative, days to a second, or within a range; null = never.</summary>
    private static void AssertFits(JsonElement expected, double? actual, bool tonnes, string what)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(actual is null, $"{what}: {actual}, expected never");
            return;
        }

        Assert.True(actual is not null, $"{what}: never");
        var (low, high) = expected.ValueKind == JsonValueKind.Array
            ? (expected[0].GetDouble(), expected[1].GetDouble())
            : (expected.GetDouble(), expected.GetDouble());
        var slack = tonnes ? Math.Max(1e-9, high * 1e-6) : 1.0 / 86400;
        Assert.True(actual.Value >= low - slack && actual.Value <= high + slack, $"{what}: {actual}, expected {low} to {high}");
    }
}
