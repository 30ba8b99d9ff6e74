using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using SupplyShockSim.Analysis.Calibration;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Fits the uniform uncertain inputs of a scenario to the observed world total.</summary>
internal sealed class CalibrateCommand : CliCommand
{
    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string> _observed = BacktestInputs.Observed();
    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
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
        foreach (var option in (Option[])[_observed, _set, _seed, _threads])
        {
            Options.Add(option);
        }
    }

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var scenario = ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), new LoadOptions { Set = arguments.GetRequiredValue(_set) }, json: false);
        var observed = ObservedInput.Load(context, arguments.GetRequiredValue(_observed), json: false);
        BacktestInputs.RequireExports(scenario);
        var options = new CalibrationOptions { Seed = arguments.GetValue(_seed) ?? 1, Threads = arguments.GetValue(_threads) };
        var watch = Stopwatch.StartNew();
        var result = await Task.Run(() => Create(scenario, observed).Fit(options, cancellation: cancellation), CancellationToken.None);
        Print(context.Out, result);
        context.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Runs} runs in {watch.Elapsed.TotalSeconds:0.0} s"));
        return ExitCode.Done;
    }

    private static Calibrator Create(Scenario scenario, Scenarios.Backtests.ObservedFile observed)
    {
        try
        {
            return new Calibrator(scenario, observed);
        }
        catch (ArgumentException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }
    }

    private static void Print(TextWriter writer, CalibrationResult result)
    {
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"search seed {result.Seed}: loss {Percent(result.Loss)} (root mean square of the relative errors), {result.Runs} runs; searches ended at {string.Join(", ", result.Searches.Select(Percent))}"));
        writer.WriteLine();
        List<IReadOnlyList<string>> rows = [["parameter", "fitted", "range", "loss if lower", "loss if higher"]];
        rows.AddRange(result.Parameters.Select(p => (string[])
        [
            p.Parameter.Path, Rounded(p.Fitted), $"{p.Parameter.From} to {p.Parameter.To}", Percent(p.Less), Percent(p.More),
        ]));
        PlainTable.Write(writer, rows, column => column is 3 or 4);
        writer.WriteLine();
        writer.WriteLine("lower and higher: this parameter alone by a tenth of its range");
    }

    private static string Rounded(Scenarios.Units.Quantity quantity) => (quantity with { Value = double.Parse(quantity.Value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) }).ToString();

    private static string Percent(double share) => (100 * share).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
