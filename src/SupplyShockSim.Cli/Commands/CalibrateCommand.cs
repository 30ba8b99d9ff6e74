using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SupplyShockSim.Analysis.Calibration;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Fits the uniform uncertain inputs of a scenario to the observed world total.</summary>
internal sealed class CalibrateCommand : CliCommand
{
    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string?> _observed = BacktestInputs.Observed(isRequired: true);
    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string> _format = Inputs.Format();
    private readonly Option<HoldOut> _holdOut = new("--hold-out")
    {
        HelpName = "MONTHS",
        Description = "Months that the fit must not see, and is judged by: 2025-10,2025-12 or last:3",
        DefaultValueFactory = _ => HoldOut.None,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!HoldOut.TryParse(text, out var holdOut))
            {
                result.AddError($"--hold-out expects months such as 2025-10,2025-12, or last:3, not '{text}'");
            }

            return holdOut;
        },
    };

    private readonly Option<int> _threads = new("--threads")
    {
        HelpName = "N",
        Description = "Runs at a time; the result does not depend on it",
        DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 4),
    };

    public CalibrateCommand()
        : base("calibrate", "Fit uncertain inputs to the observed world total; prints the fitted values")
    {
        Arguments.Add(_scenario);
        _seed.Description = "Seed of the search; the model keeps the scenario's own";
        _threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--threads expects a whole number above zero");
            }
        });
        foreach (var option in (Option[])[_observed, _holdOut, _set, _seed, _threads, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "calibrate scenarios/backtests/magnet-licensing-2025.yaml --observed exports.csv",
    ];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var json = arguments.IsJson(_format);
        var scenario = ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), new LoadOptions { Set = arguments.GetRequiredValue(_set) }, json);
        var observed = ObservedInput.Load(context, arguments.GetRequiredValue(_observed)!, json);
        BacktestInputs.RequireExports(scenario);
        var options = new CalibrationOptions { Seed = arguments.GetValue(_seed) ?? 1, Threads = arguments.GetValue(_threads) };
        var watch = Stopwatch.StartNew();
        var holdOut = arguments.GetRequiredValue(_holdOut);
        var result = await Task.Run(() => Create(scenario, observed, holdOut).Fit(options, cancellation: cancellation), CancellationToken.None);
        if (json)
        {
            await context.Out.WriteAsync(CalibrationJson.Of(result));
        }
        else
        {
            CalibrationPrinter.Print(context.Out, result);
        }

        context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Runs} runs in {watch.Elapsed.TotalSeconds:0.0} s"));
        return ExitCode.Done;
    }

    private static Calibrator Create(Scenario scenario, ObservedFile observed, HoldOut holdOut)
    {
        try
        {
            return new Calibrator(scenario, observed, holdOut);
        }
        catch (ArgumentException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }
    }
}
