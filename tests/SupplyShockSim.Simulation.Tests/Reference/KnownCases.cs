using System.Text.Json;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>The files of cases, what is known of their answers, and the rules without which the answer is another.</summary>
internal static class KnownCases
{
    public static readonly IReadOnlyDictionary<string, Rules> Needs = new Dictionary<string, Rules>(StringComparer.Ordinal)
    {
        ["34-creeping-input.yaml"] = Rules.LastingRations | Rules.AnswerAtOnce,
        ["35-creeping-input-faster.yaml"] = Rules.LastingRations | Rules.AnswerAtOnce,
        ["36-restart.yaml"] = Rules.Speeds,
        ["37-restart-slowly.yaml"] = Rules.Speeds,
        ["38-throttle.yaml"] = Rules.Throttle,
        ["39-by-history.yaml"] = Rules.ByHistory,
        ["40-displacement.yaml"] = Rules.Renewal,
        ["41-slow-comeback.yaml"] = Rules.LastingRations | Rules.AnswerAtOnce | Rules.Speeds,
        ["42-near-until-far-lands.yaml"] = Rules.KeepUntilLanded,
        ["43-more-idle-capacity-is-no-harm.yaml"] = Rules.KeepUntilLanded,
        ["44-asked-although-it-rations.yaml"] = Rules.AskWhoRations,
        ["45-a-trace-on-offer.yaml"] = Rules.AskForTheRest,
        ["46-progressive-by-row.yaml"] = Rules.FillByRow,
        ["47-partial-ban-by-row.yaml"] = Rules.CloseByRow,
        ["48-starved-plant-comes-back-slowly.yaml"] = Rules.Speeds,
    };

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reference", "Cases");

    public static string PathOf(string file) => Path.Combine(Folder, file);

    public static string TextOf(string file) => File.ReadAllText(PathOf(file));

    /// <summary>What is otherwise than known, one line each.</summary>
    /// <param name="file">The case.</param>
    /// <param name="answer">A row's total shortfall (t), its first and last day (d).</param>
    public static IReadOnlyList<string> Faults(string file, Func<string, (double Total, double? First, double? Last)> answer)
    {
        using var expected = JsonDocument.Parse(TextOf("expected.json"));
        var faults = new List<string>();
        foreach (var consumer in expected.RootElement.GetProperty(file).EnumerateObject())
        {
            var (total, first, last) = answer(consumer.Name);
            foreach (var value in consumer.Value.EnumerateObject())
            {
                double? actual = value.Name switch
                {
                    "shortfallTotal" => total,
                    "firstShortfallDay" => first,
                    "lastShortfallDay" => last,
                    _ => throw new InvalidOperationException(value.Name),
                };
                var (low, high) = value.Value.ValueKind == JsonValueKind.Array
                    ? (value.Value[0].GetDouble(), value.Value[1].GetDouble())
                    : (value.Value.GetDouble(), value.Value.GetDouble());
                var slack = value.Name == "shortfallTotal" ? 1e-6 * (1 + high) : 1.0 / 86400;
                if (!(actual >= low - slack && actual <= high + slack))
                {
                    faults.Add($"{consumer.Name}.{value.Name}: {actual}, expected {low} to {high}");
                }
            }
        }

        return faults;
    }

    public static IReadOnlyList<string> FaultsOfReference(string file, Rules rules)
    {
        var (prepared, extras) = CaseFile.Read(TextOf(file), rules);
        var record = ReferenceRun.Run(prepared, extras);
        return Faults(file, row => (record.ShortfallTotal(row), record.FirstShortfallDay(row), record.LastShortfallDay(row)));
    }
}
