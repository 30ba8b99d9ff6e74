using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SupplyShockSim.Analysis;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Figures;
using SupplyShockSim.Reports;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Runs a scenario, says who is short, and leaves a run folder.</summary>
internal sealed class RunCommand : CliCommand
{
    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string?> _out = Inputs.Out("Run folder to write; default runs/<scenario>-<hash of the inputs>");
    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<int?> _draws = RangesOfRun.Draws();
    private readonly Option<string> _events = Inputs.Events();
    private readonly Option<string> _format = Inputs.Format();
    private readonly Option<string?> _name = Inputs.Name();
    private readonly Option<bool> _force = new("--force") { Description = "Replace the folder of another run" };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Write the run folder and say nothing" };

    public RunCommand()
        : base("run", "Run a scenario and write a run folder")
    {
        Arguments.Add(_scenario);
        foreach (var option in (Option[])[_out, _name, _set, _seed, _draws, _events, _format, _force, _quiet])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "run scenarios/japan-magnet-halt.yaml",
        "run scenarios/japan-magnet-halt.yaml --set \"shocks.magnet halt.share=50 %\" --name half",
        "run - --format json < scenario.yaml",
    ];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var (json, quiet) = (arguments.IsJson(_format), arguments.GetValue(_quiet));
        var force = arguments.GetValue(_force);
        var label = arguments.GetValue(_name);
        var set = arguments.GetRequiredValue(_set);
        FigureRenderer.WarmUp();
        var watch = Stopwatch.StartNew();
        var scenario = ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), new LoadOptions { Set = set, Seed = arguments.GetValue(_seed) }, json, quiet);
        var named = arguments.GetValue(_out) ?? Path.Combine("runs", RunFiles.NameOf(scenario, label));
        var folder = context.Environment.Locate(named);
        RunFiles.EnsureReplaceable(folder, force ? null : scenario.ShortHash);
        var simulation = scenario.Prepared.Open();
        context.Log.LogInformation("loaded {Scenario} in {Milliseconds:0} ms", scenario.Path, watch.Elapsed.TotalMilliseconds);

        var (record, took) = await MeasuredRun.RunAsync(simulation, context, quiet, cancellation);
        context.Log.LogInformation("ran {Events} events in {Milliseconds:0} ms", record.Events, took.TotalMilliseconds);

        var ranges = await Task.Run(() => RangesOfRun.Of(scenario, record, arguments.GetValue(_draws), context, quiet, cancellation), CancellationToken.None);
        watch.Restart();
        var measures = Measures.Of(record);
        var output = RunFiles.Of(scenario, label, set, record, measures, took, ranges) with
        {
            AllEvents = arguments.GetValue(_events) == Inputs.AllEvents,
            Attribution = await Task.Run(() => AttributionOfRun.Of(scenario.Prepared, record, cancellation), CancellationToken.None),
        };
        Watched.Do(context, "writing", quiet, _ =>
        {
            RunFiles.Write(folder, output, force, cancellation);
            return folder;
        });
        context.Log.LogInformation("wrote {Folder} in {Milliseconds:0} ms", folder, watch.Elapsed.TotalMilliseconds);

        if (json)
        {
            await context.Out.WriteAsync(await File.ReadAllTextAsync(Path.Combine(folder, "metrics.json"), CancellationToken.None));
        }
        else if (!quiet)
        {
            var text = TerminalSummary.Of(record, measures, Math.Clamp(context.Environment.Width, 40, 100), ranges);
            SummaryPrinter.Print(context, output, text, named);
        }

        return ExitCode.Done;
    }
}
