using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Appraisals;

/// <summary>What one set of answers came to.</summary>
/// <param name="Set">What the set is, for people.</param>
/// <param name="Answers">The names of the answers in it.</param>
/// <param name="HasShocks">Whether the shocks happened.</param>
public sealed record AppraisalRow(string Set, IReadOnlyList<string> Answers, bool HasShocks)
{
    /// <summary>Tonnes short, of all consumers and commodities together.</summary>
    public double ShortfallTonnes { get; init; }

    /// <summary>Tonnes short less than with the shocks and no answer; below zero where the answers do harm.</summary>
    public double AvoidedTonnes { get; init; }

    /// <summary>What the answers cost the public, USD.</summary>
    public double PublicCostUsd { get; init; }

    /// <summary>USD for each tonne avoided; null where none was.</summary>
    public double? UsdPerTonneAvoided => AvoidedTonnes > 0 && Answers.Count > 0 ? PublicCostUsd / AvoidedTonnes : null;

    /// <summary>Days until somebody runs short; null for never.</summary>
    public double? FirstShortfallDay { get; init; }

    /// <summary>Tonnes that consumers learnt to do without.</summary>
    public double SubstitutedTonnes { get; init; }

    /// <summary>What countries pay for what lands from others, at the price of the day and with its duties, USD; null where prices do not move.</summary>
    public double? ImportBillUsd { get; init; }

    /// <summary>Nine of ten replications avoid between these; null of a single run.</summary>
    public (double Low, double High)? AvoidedBand { get; init; }
}

/// <summary>
/// What would have helped, and what it would have cost: the same run, with the same seed and draws, without shocks; with the shocks and no answers; with each
/// answer alone, with what it needs; with all; and with all but each, and but what needs that one.
/// </summary>
public sealed class Appraisal
{
    private Appraisal(IReadOnlyList<AppraisalRow> rows) => Rows = rows;

    /// <summary>The rows, in that order.</summary>
    public IReadOnlyList<AppraisalRow> Rows { get; }

    /// <summary>The one that the others are held against: the shocks without answers.</summary>
    public AppraisalRow Unanswered => Rows[1];

    /// <summary>Appraises the answers of a run.</summary>
    /// <param name="run">The run, with its shocks and answers.</param>
    /// <param name="replications">How many replications are drawn; 1 for the run as it is.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InvalidOperationException">A set of answers does not stand by itself; the message says which.</exception>
    public static Appraisal Of(PreparedRun run, int replications = 1, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replications);
        var sets = Sets(run);
        var prepared = new PreparedRun[sets.Count];
        var faults = new string?[sets.Count];
        var everywhere = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, sets.Count, everywhere, i => faults[i] = Prepare(run, sets[i], out prepared[i]));
        if (faults.OfType<string>().FirstOrDefault() is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        var results = new Result[sets.Count, replications];
        Parallel.For(0, sets.Count * replications, everywhere, i =>
        {
            var (set, replication) = (i / replications, i % replications);
            var one = replication == 0 ? prepared[set] : prepared[set].WithReplication(run.Spec.Replication + replication);
            results[set, replication] = Measure(one.Run(cancellation));
        });
        return new Appraisal([.. sets.Select((set, i) => Row(set, i, results, replications))]);
    }

    private static AppraisalRow Row(Set set, int i, Result[,] results, int replications)
    {
        const int None = 1;
        var own = results[i, 0];
        var avoided = Enumerable.Range(0, replications).Select(r => results[None, r].Shortfall - results[i, r].Shortfall).Order().ToArray();
        return new AppraisalRow(set.Name, set.Answers, set.HasShocks)
        {
            ShortfallTonnes = own.Shortfall,
            AvoidedTonnes = results[None, 0].Shortfall - own.Shortfall,
            PublicCostUsd = own.Cost,
            FirstShortfallDay = own.First,
            SubstitutedTonnes = own.Substituted,
            ImportBillUsd = own.ImportBill,
            AvoidedBand = replications > 1 ? (avoided[(int)(0.05 * (replications - 1))], avoided[(int)Math.Ceiling(0.95 * (replications - 1))]) : null,
        };
    }

    private static Result Measure(RunRecord record)
    {
        var measures = Measures.Of(record);
        var service = measures.Totals.Service;
        return new Result(service.ShortfallTotal, service.FirstShortfallDay, Cents(record.Answers.Sum(a => a.PublicCostUsd)),
            record.Answers.Sum(a => a.Substituted.Sum(s => s.Tonnes)), measures.Prices?.ImportBills.Sum(b => b.GoodsUsd + b.DutyUsd));
    }

    /// <summary>To the cent: what was bought and sold at one price costs nothing, and not a rounding below it.</summary>
    private static double Cents(double usd) => Math.Round(usd, 2) + 0.0;

    /// <summary>Puts a set together; what is wrong with it, or null.</summary>
    private static string? Prepare(PreparedRun run, Set set, out PreparedRun prepared)
    {
        IReadOnlyList<ControlSpec> shocks = set.HasShocks ? [.. run.Controls.Select(c => (ControlSpec)c.Spec with { Name = c.Name })] : [];
        IReadOnlyList<AnswerSpec> answers = [.. run.Answers.Where(a => set.Answers.Contains(a.Name)).Select(a => (AnswerSpec)a.Spec with { Name = a.Name })];
        var problems = new List<Problem>();
        var scope = run.Spec.Market.Prices is null ? RecordScope.Consumers : RecordScope.All; // import bills need lanes
        prepared = run.With(shocks, answers, problems)?.WithRecord(scope)!;
        return prepared is null
            ? $"'{set.Name}' does not stand by itself: {problems.First(p => p.Severity == ProblemSeverity.Error).Message}"
            : null;
    }

    private static List<Set> Sets(PreparedRun run)
    {
        var names = run.Answers.Select(a => a.Name).ToArray();
        var needs = run.Answers.ToDictionary(a => a.Name, a => a.Spec.NeedsPolicies.Where(names.Contains).ToArray(), StringComparer.Ordinal);
        var sets = new List<Set> { new("no shocks", [], false), new("no answers", [], true) };
        foreach (var name in names)
        {
            var with = WithNeeds(name);
            Add(with.Length == 1 ? name : $"{name} (with {string.Join(", ", with.Where(n => n != name))})", with);
        }

        Add("all", names);
        foreach (var name in names)
        {
            var rest = names.Where(n => !WithNeeds(n).Contains(name)).ToArray();
            Add(rest.Length == names.Length - 1 ? $"all but {name}" : $"all but {string.Join(", ", names.Except(rest))}", rest);
        }

        return sets;

        string[] WithNeeds(string name)
        {
            var found = new List<string> { name };
            for (var i = 0; i < found.Count; i++)
            {
                found.AddRange(needs[found[i]].Where(n => !found.Contains(n)));
            }

            return [.. names.Where(found.Contains)];
        }

        void Add(string label, string[] answers)
        {
            if (answers.Length > 0 && !sets.Exists(s => s.Answers.SequenceEqual(answers)))
            {
                sets.Add(new Set(label, answers, true));
            }
        }
    }

    private sealed record Set(string Name, string[] Answers, bool HasShocks);

    private readonly record struct Result(double Shortfall, double? First, double Cost, double Substituted, double? ImportBill);
}
