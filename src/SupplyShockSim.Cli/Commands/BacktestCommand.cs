using System.CommandLine;
using System.Diagnostics;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Figures;
using SupplyShockSim.Reports.Backtests;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Holds a scenario of what happened against what was observed.</summary>
internal sealed class BacktestCommand : CliCommand
{
    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string?> _observed = BacktestInputs.Observed(isRequired: true);
    private readonly Option<string?> _out = Inputs.Out("Folder to write; default runs/<scenario>-backtest-<hash of the inputs>");
    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string> _format = Inputs.Format();

    public BacktestCommand()
        : base("backtest", "Compare a scenario with observed exports by month")
    {
        Arguments.Add(_scenario);
        foreach (var option in (Option[])[_observed, _out, _set, _seed, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "backtest scenarios/backtests/magnet-licensing-2025.yaml --observed exports.csv",
    ];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        FigureRenderer.WarmUp();
        var json = arguments.IsJson(_format);
        var observedPath = arguments.GetRequiredValue(_observed)!;
        var set = arguments.GetRequiredValue(_set);
        var scenario = ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), new LoadOptions { Set = set, Seed = arguments.GetValue(_seed) }, json);
        var observed = ObservedInput.Load(context, observedPath, json);
        BacktestInputs.RequireExports(scenario);

        var spec = scenario.Spec.Backtest ?? new BacktestSpec();
        var watch = Stopwatch.StartNew();
        var backtest = Backtest.Of(scenario.Prepared, spec, observed, cancellation);
        BacktestInputs.RequireCommonMonth(backtest, observedPath);
        var output = Output(scenario, spec, set, observedPath, observed, backtest, watch.Elapsed);
        var named = arguments.GetValue(_out) ?? Path.Combine("runs", $"{scenario.Name}-backtest-{scenario.ShortHash}");
        var folder = context.Environment.Locate(named);
        Writing.Try("the folder", () => BacktestFolder.Write(folder, output, cancellation));

        if (json)
        {
            await context.Out.WriteAsync(await File.ReadAllTextAsync(Path.Combine(folder, "metrics.json"), CancellationToken.None));
            return ExitCode.Done;
        }

        BacktestPrinter.Print(context.Out, output.Title, backtest);
        context.Error.WriteLine($"wrote {named}");
        return ExitCode.Done;
    }

    private static BacktestOutput Output(Scenario scenario, BacktestSpec spec, string[] set, string observedPath, ObservedFile observed, Backtest backtest, TimeSpan took)
    {
        return new BacktestOutput
        {
            Title = scenario.Spec.Title ?? scenario.Name,
            ScenarioPath = scenario.Path,
            ObservedPath = observedPath,
            Overrides = set,
            Seed = scenario.Prepared.Spec.Seed,
            Version = Tool.Version,
            Inputs = [.. scenario.Inputs, observed.Input],
            ResolvedYaml = scenario.ResolvedYaml,
            Backtest = backtest,
            Replications = spec.Replications,
            Seasonality = spec.Seasonality,
            Fitted = spec.Fitted,
            NotFitted = spec.NotFitted,
            Source = spec.Source,
            Parameters =
            [
                .. scenario.Spec.Uncertain.Where(u => u.Uniform.Count == 2)
                    .Select(u => new BacktestParameter(u.Set, u.Base, u.Uniform[0].ToString(), u.Uniform[1].ToString(), u.Note ?? "", u.Source ?? "")),
            ],
            Measured = RunFiles.Cost(took),
        };
    }
}
