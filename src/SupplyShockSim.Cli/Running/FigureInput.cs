using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Attributions;
using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Running;

/// <summary>Makes of runs and scenarios what figures are drawn from.</summary>
/// <param name="context">Where to talk.</param>
/// <param name="kind">Which figure: what it does not show is not run.</param>
/// <param name="wishes">What was asked of it.</param>
internal sealed class FigureInput(CommandContext context, FigureKind kind, FigureWishes wishes)
{
    /// <summary>The runs together, the first in front.</summary>
    /// <param name="runs">Run folders and scenario files, at least one.</param>
    /// <param name="set">Overrides of scenarios.</param>
    /// <param name="draws">How many draws; null for the usual number.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="CliException">One of them is invalid, or knows nothing of what was asked for.</exception>
    public async Task<FigureSource> OfAsync(IReadOnlyList<string> runs, string[] set, int? draws, CancellationToken cancellation)
    {
        if (runs.Count > 1 && !kind.ShowsSeveral)
        {
            var several = string.Join(", ", FigureCatalog.All.Where(k => k.ShowsSeveral).Select(k => k.Name));
            throw new CliException(ExitCode.WrongUse, $"{kind.Name} shows one run; several are shown by {several}");
        }

        var sources = new List<FigureSource>();
        foreach (var named in runs)
        {
            var scenario = RunOrScenario.Load(context, named, set, json: false);
            var choice = wishes.Choice(kind, scenario.Prepared.Network);
            var (record, _) = await MeasuredRun.RunAsync(scenario.Prepared.Open(), context, quiet: false, cancellation);
            var ranges = kind.ShowsDraws
                ? await Task.Run(() => RangesOfRun.Of(scenario, record, draws, context, quiet: false, cancellation), CancellationToken.None)
                : null;
            var attribution = kind.ShowsAttribution && scenario.Prepared.Controls.Count is > 1 and <= Attribution.MostControls
                ? Attribution.Of(scenario.Prepared, MeasureCatalog.ShortfallTotal, Environment.ProcessorCount, cancellation)
                : null;
            sources.Add(Source(scenario) with
            {
                Choice = choice,
                Run = new RunSource(record, Measures.Of(record)),
                Ranges = ranges,
                Attribution = attribution is null ? null : new AttributionSource(attribution, record.TraceHash),
            });
        }

        return sources[0] with { Others = sources[1..] };
    }

    /// <summary>A scenario beside what was observed.</summary>
    /// <exception cref="CliException">They cannot be compared.</exception>
    public FigureSource OfBacktest(string named, string observed, string[] set, CancellationToken cancellation)
    {
        var scenario = RunOrScenario.Load(context, named, set, json: false);
        BacktestInputs.RequireExports(scenario);
        var spec = scenario.Spec.Backtest ?? new BacktestSpec();
        var backtest = Backtest.Of(scenario.Prepared, spec, ObservedInput.Load(context, observed, json: false), cancellation);
        BacktestInputs.RequireCommonMonth(backtest, observed);
        return Source(scenario) with { Backtest = new BacktestSource(backtest, spec.Replications, spec.Seasonality.Count > 0, spec.Fitted, spec.NotFitted) };
    }

    private static FigureSource Source(Scenario scenario) => new()
    {
        Title = scenario.Spec.Title ?? scenario.Name,
        Name = scenario.Name,
        Version = Tool.Version,
        Seed = scenario.Prepared.Spec.Seed,
    };
}
