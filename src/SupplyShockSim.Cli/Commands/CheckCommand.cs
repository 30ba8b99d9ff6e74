using System.CommandLine;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Checks;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Runs scenarios and holds the results against their checks, without writing run folders.</summary>
internal sealed class CheckCommand : CliCommand
{
    private readonly Argument<string[]> _scenarios = new("SCENARIO...")
    {
        Description = "Scenario files (YAML) with `checks`",
        Arity = ArgumentArity.OneOrMore
    };
    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string> _format = Inputs.Format("text", "json", "junit");

    public CheckCommand()
        : base("check", "Run scenarios and hold the results against their checks")
    {
        Arguments.Add(_scenarios);
        foreach (var option in (Option[])[_set, _seed, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "check scenario.yaml",
        "check scenarios/*.yaml --format junit > checks.xml",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Codes { get; } = [.. Usual, ExitCode.CheckFailed];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var format = arguments.GetRequiredValue(_format);
        var options = new LoadOptions { Set = arguments.GetRequiredValue(_set), Seed = arguments.GetValue(_seed) };
        var paths = arguments.GetRequiredValue(_scenarios);
        var scenarios = paths.Select(path => (Path: path, Scenario: ScenarioInput.Load(context, path, options, format == "json"))).ToList();
        foreach (var (path, scenario) in scenarios.Where(s => s.Scenario.Spec.Checks.Count == 0))
        {
            throw new CliException(ExitCode.InvalidInput, $"{path} has no checks: add `checks: [{{measure: shortfall.total, below: 500 t}}]`");
        }

        var all = new List<CheckedScenario>();
        foreach (var (path, scenario) in scenarios)
        {
            var (record, _) = await MeasuredRun.RunAsync(scenario.Prepared.Open(), context, quiet: false, cancellation);
            all.Add(new CheckedScenario(path, CheckResults.Of(scenario.Spec.Checks, record, Measures.Of(record))));
        }

        await context.Out.WriteAsync(format switch
        {
            "json" => CheckReport.Json(all),
            "junit" => CheckReport.JUnit(all),
            _ => Text(context, scenarios.Select(s => s.Scenario.Spec.Title), all),
        });
        return all.TrueForAll(s => s.Results.All(r => r.Holds)) ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static string Text(CommandContext context, IEnumerable<string?> titles, List<CheckedScenario> all)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var width = context.Environment.LineWidth;
        foreach (var ((path, results), title) in all.Zip(titles))
        {
            FittedTable.Hang(text, width, "", title is null ? path : $"{title} ({path})");
            CheckPrinter.Print(text, width, results);
        }

        return text.ToString();
    }
}
