using System.CommandLine;
using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Explanations;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Says why a consumer runs short: the chain of causes back to a control, and how much of the shortfall goes back to which.</summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly Argument<string> _run = new(RunOrScenario.Name) { Description = "Run folder, or scenario file (YAML)" };
    private readonly Option<string> _consumer = new("--consumer") { HelpName = "ID", Required = true, Description = "The consumer, by its id in the network" };
    private readonly Option<DateTime?> _date = new("--date")
    {
        HelpName = "DATE",
        Description = "A day on which it is short; default: the first",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"--date expects a date such as 2026-03-01, not '{text}'");
            return null;
        },
    };

    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<string> _format = Inputs.Format();

    public ExplainCommand()
        : base("explain", "Say why a consumer runs short, back to the control behind it")
    {
        Arguments.Add(_run);
        foreach (var option in (Option[])[_consumer, _date, _set, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "explain scenarios/japan-magnet-halt.yaml --consumer jp-automotive",
        "explain runs/japan-magnet-halt-b2687fce9c --consumer jp-industrial --date 2026-05-01",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Codes { get; } = [.. Usual, ExitCode.NotReproduced];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var scenario = RunOrScenario.Load(context, arguments.GetRequiredValue(_run), arguments.GetRequiredValue(_set), arguments.IsJson(_format));
        var network = scenario.Prepared.Network;
        var id = arguments.GetRequiredValue(_consumer);
        var users = Enumerable.Range(0, network.Rows.Count).Where(r => network.Sites.IsConsumer[network.Rows.FirstSite[r]])
            .Select(r => network.Rows.Id[r]).ToArray();
        if (!users.Contains(id))
        {
            var some = string.Join(", ", users.Take(20)) + (users.Length > 20 ? " ..." : "");
            throw new CliException(ExitCode.WrongUse, $"there is no consumer '{id}'{Meant.Hint(id, users)}; there are {some}");
        }

        var run = scenario.Prepared.WithRecord(RecordScope.Consumers).Open();
        var (record, _) = await MeasuredRun.RunAsync(run, context, quiet: false, cancellation);
        var moment = arguments.GetValue(_date) is { } date ? Moment(record, date) : (SimTime?)null;
        var words = Measures.Of(record).Consumers.Where(c => network.Rows.Id[c.Row] == id)
            .Select(c => new ExplanationWords(record, ShortfallExplanation.Of(record, c), moment)).ToList();
        await context.Out.WriteAsync(arguments.IsJson(_format) ? Json.TextOfObjects(words, (json, w) => w.Write(json)) : Text(context, words));
        return ExitCode.Done;
    }

    /// <summary>The end of a day of the run, so that whatever happens on the day has happened.</summary>
    private static SimTime Moment(RunRecord record, DateTime date)
    {
        var moment = SimTime.FromDate(record.Start, date.AddDays(1).AddSeconds(-1));
        return moment >= SimTime.Zero && date <= record.Start.AddDays(record.End.Days)
            ? moment
            : throw new CliException(ExitCode.WrongUse, string.Create(CultureInfo.InvariantCulture,
                $"{date:yyyy-MM-dd} lies outside the run, which is from {record.Start:yyyy-MM-dd} to {record.Start.AddDays(record.End.Days):yyyy-MM-dd}"));
    }

    private static string Text(CommandContext context, IReadOnlyList<ExplanationWords> all)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var width = context.Environment.LineWidth;
        foreach (var words in all)
        {
            FittedTable.Hang(text, width, "", words.Summary);
            if (words.Rows.Count == 0)
            {
                continue;
            }

            text.WriteLine();
            FittedTable.Hang(text, width, "", words.Question);
            for (var i = 0; i < words.Sentences.Count; i++)
            {
                FittedTable.Hang(text, width, string.Create(CultureInfo.InvariantCulture, $"{i + 1,3}. "), words.Sentences[i]);
            }

            text.WriteLine();
            text.WriteLine("What is missing, by cause:");
            FittedTable.Write(text, width, [.. ExplanationWords.Columns.Select((name, i) => new FittedColumn(name, IsRight: i < 2))], words.Rows);
        }

        return text.ToString();
    }
}
