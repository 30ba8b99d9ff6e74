using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>One destination of a back-test.</summary>
/// <param name="Name">As the observed file writes it; else as the network does.</param>
/// <param name="Code">Code of the country; empty for the world.</param>
/// <param name="Observed">t by month of <see cref="Backtest.Months"/>; NaN where nothing was observed.</param>
/// <param name="Simulated">t by month.</param>
/// <param name="Normal">t by month: the baseline of the network with its season.</param>
/// <param name="Errors">Over the judged months that were observed.</param>
/// <param name="ObservedShape">Of the judged months that were observed, or null without one.</param>
/// <param name="SimulatedShape">Of all judged months, or null without one.</param>
public sealed record BacktestSeries(
    string Name, string Code, double[] Observed, double[] Simulated, double[] Normal, SeriesErrors Errors, Shape? ObservedShape, Shape? SimulatedShape)
{
    /// <summary>Whether any month was observed.</summary>
    public bool IsObserved => Array.Exists(Observed, o => !double.IsNaN(o));
}

/// <summary>A run held against what was observed, on the calendar months of the run.</summary>
public sealed record Backtest
{
    /// <summary>The whole months of the run, in order.</summary>
    public required IReadOnlyList<Month> Months { get; init; }

    /// <summary>Whether a month is judged: fitted to, and counted in the errors.</summary>
    public required IReadOnlyList<bool> IsJudged { get; init; }

    public required BacktestSeries World { get; init; }

    /// <summary>The series to look at first: the world, or, where only destinations were observed, the first of these.</summary>
    public BacktestSeries Main => World.IsObserved ? World : Destinations.FirstOrDefault(d => d.IsObserved, World);

    /// <summary>Every destination of the network, by its name there.</summary>
    public required IReadOnlyList<BacktestSeries> Destinations { get; init; }

    /// <summary>Destinations observed that the network does not have.</summary>
    public required IReadOnlyList<string> Unmatched { get; init; }

    /// <summary>In the first run: when the first consumer of each country ran dry.</summary>
    public required IReadOnlyList<FirstDry> FirstDry { get; init; }

    /// <summary>The first run.</summary>
    public required RunRecord Record { get; init; }

    /// <summary>Runs a scenario and compares.</summary>
    /// <param name="prepared">The run.</param>
    /// <param name="spec">The months judged, the season and the number of runs.</param>
    /// <param name="observed">What was observed.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static Backtest Of(PreparedRun prepared, BacktestSpec spec, ObservedFile observed, CancellationToken cancellation = default)
    {
        var lanes = ExportLanes.Of(prepared);
        var season = new Seasonality(spec.Seasonality);
        var run = prepared.WithRecord(RecordScope.All); // exports are read off the lanes, whatever the scenario keeps
        var records = Enumerable.Range(0, spec.Replications).Select(k => run.WithReplication(k).Run(cancellation)).ToArray();
        var simulated = MonthlyExports.Mean([.. records.Select(r => MonthlyExports.Of(r, lanes, season, spec.Counted))]);
        var normal = MonthlyExports.Normal(prepared.Network, simulated.Months, lanes, season);
        var match = new DestinationNames(lanes, prepared.Spec.Network, observed);
        var window = JudgedMonths.Of(prepared, spec);
        bool[] judged = [.. simulated.Months.Select(window.Contains)];

        return new Backtest
        {
            Months = simulated.Months,
            IsJudged = judged,
            World = Series(ObservedFile.World, "", ObservedFile.World, simulated.World, normal.World),
            Destinations = [.. lanes.Destinations.Select((d, i) => Series(match.NameOf(d), d.Code, match.ObservedAs(d), simulated.ByDestination[i], normal.ByDestination[i]))],
            Unmatched = match.Unmatched,
            FirstDry = Backtests.FirstDry.Of(records[0]),
            Record = records[0],
        };

        BacktestSeries Series(string name, string code, string? observedAs, double[] said, double[] usual)
        {
            var rows = observed.Rows.Where(r => r.Destination == observedAs).ToDictionary(r => r.Month, r => r.Tonnes);
            double[] seen = [.. simulated.Months.Select(m => rows.GetValueOrDefault(m, double.NaN))];
            var pairs = seen.Select((o, m) => (Observed: o, Simulated: said[m])).Where((p, m) => judged[m] && !double.IsNaN(p.Observed));
            return new BacktestSeries(name, code, seen, said, usual, SeriesErrors.Of([.. pairs]), ShapeOf(seen, usual), ShapeOf(said, usual));
        }

        Shape? ShapeOf(double[] tonnes, double[] usual) => Shape.Of(
            [.. simulated.Months.Select((m, i) => (Month: m, Tonnes: tonnes[i], Normal: usual[i])).Where((m, i) => judged[i] && !double.IsNaN(m.Tonnes))]);
    }
}
