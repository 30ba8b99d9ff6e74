using System.Text.Json;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>The reference gives the answers that are worked out by hand in the files of cases.</summary>
public sealed class ReferenceCaseTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reference", "Cases");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reference_gives_the_known_answer(string file)
    {
        var (prepared, extras) = CaseFile.Load(Path.Combine(Folder, file));
        var record = ReferenceRun.Run(prepared, extras);
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json")));
        var faults = new List<string>();
        foreach (var consumer in expected.RootElement.GetProperty(file).EnumerateObject())
        {
            foreach (var value in consumer.Value.EnumerateObject())
            {
                var (actual, slack) = value.Name switch
                {
                    "shortfallTotal" => (record.ShortfallTotal(consumer.Name), 1e-6),
                    "firstShortfallDay" => (record.FirstShortfallDay(consumer.Name), 1.0 / 86400),
                    "lastShortfallDay" => (record.LastShortfallDay(consumer.Name), 1.0 / 86400),
                    _ => throw new InvalidOperationException(value.Name),
                };
                var (low, high) = value.Value.ValueKind == JsonValueKind.Array
                    ? (value.Value[0].GetDouble(), value.Value[1].GetDouble())
                    : (value.Value.GetDouble(), value.Value.GetDouble());
                if (!(actual >= low - slack && actual <= high + slack))
                {
                    faults.Add($"{consumer.Name}.{value.Name}: {actual}, expected {low} to {high}");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
