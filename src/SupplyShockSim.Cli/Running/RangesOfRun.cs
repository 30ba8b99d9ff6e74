using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Running;

/// <summary>The ranges that a run is shown with, and why it has none.</summary>
internal static class RangesOfRun
{
    /// <summary>The most draws that are taken: what is kept of each stays in memory.</summary>
    private const int MostDraws = 100_000;

    /// <summary><c>--draws N</c>.</summary>
    public static Option<int?> Draws()
    {
        var option = new Option<int?>("--draws")
        {
            HelpName = "N",
            Description = $"Runs that sample what is uncertain, for the ranges; 0 for none; default {EnsembleOptions.UsualDraws}",
        };
        option.Validators.Add(result =>
        {
            // What is no number at all is told by the parser.
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var draws)
                && draws is < 0 or > MostDraws)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"--draws expects a whole number from 0 to {MostDraws}"));
            }
        });
        return option;
    }

    /// <summary>The ranges; null, and said why, where there are none.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="record">Its base run.</param>
    /// <param name="draws">What <c>--draws</c> says; null where it was not given.</param>
    /// <param name="context">Where to talk.</param>
    /// <param name="quiet">Say nothing.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="CliException">The values of a draw cannot stand in the scenario.</exception>
    public static Ranges? Of(Scenario scenario, RunRecord record, int? draws, CommandContext context, bool quiet, CancellationToken cancellation)
    {
        if (draws == 0)
        {
            return null;
        }

        if (WhyNot(scenario, record, draws) is { } why)
        {
            if (!quiet && why.Length > 0)
            {
                context.Error.WriteLine(why);
            }

            return null;
        }

        var watch = Stopwatch.StartNew();
        var edges = Cells.Of(RunFiles.GridOf(scenario.Spec.Output.Grid), record.Start, record.End).Edges;
        try
        {
            var options = new EnsembleOptions(draws ?? EnsembleOptions.UsualDraws, Environment.ProcessorCount);
            var ranges = Watched.Do(context, "drawing", quiet, progress => Ensemble.Run(scenario, edges, options with { Progress = progress }, cancellation));
            context.Log.LogInformation("ran {Draws} draws in {Milliseconds:0} ms", ranges.Draws, watch.Elapsed.TotalMilliseconds);
            return ranges;
        }
        catch (ImpossibleDrawException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }
    }

    /// <summary>Why there are no ranges: empty where nobody need be told, null where there are some.</summary>
    private static string? WhyNot(Scenario scenario, RunRecord record, int? draws)
    {
        if (!Ensemble.Varies(scenario))
        {
            return draws is null ? "" : "no ranges: nothing is `uncertain` in the scenario and no control draws at random";
        }

        var seconds = DrawCost.Seconds(record);
        return draws is null && seconds > DrawCost.MostSeconds
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"no ranges: one run takes about {seconds:0.0} s, and {EnsembleOptions.UsualDraws} were skipped; "
                    + $"ask for them with `--draws {EnsembleOptions.UsualDraws}`")
            : null;
    }
}
