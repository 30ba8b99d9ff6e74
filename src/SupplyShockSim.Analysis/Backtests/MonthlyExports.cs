using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Backtests;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>Tonnes dispatched (or landed) by calendar month, for each destination of <see cref="ExportLanes"/> and in total.</summary>
/// <param name="Months">The whole months of the run, in order.</param>
/// <param name="ByDestination">[destination][month], t.</param>
public sealed record MonthlyExports(IReadOnlyList<Month> Months, IReadOnlyList<double[]> ByDestination)
{
    /// <summary>The sum over destinations, t by month.</summary>
    public double[] World => [.. Months.Select((_, m) => ByDestination.Sum(d => d[m]))];

    /// <summary>What a run moved: the exact integral of the rates over each month, times the month's seasonal factor.</summary>
    public static MonthlyExports Of(RunRecord record, ExportLanes lanes, Seasonality seasonality, Counted counted = Counted.Dispatch)
    {
        var rates = counted == Counted.Dispatch ? record.Dispatch : record.Arrivals;
        Month[] months = [.. Month.Within(record.Start, record.End.ToDate(record.Start))];
        return new MonthlyExports(months, [.. lanes.Destinations.Select(d => Tonnes(d.Lanes))]);

        double[] Tonnes(int[] of) => [.. months.Select(month => seasonality.Of(month) * of.Sum(lane => Moved(record, rates[lane], month)))];
    }

    /// <summary>What the baseline flows of the network would be, with the same seasonal factors: the normal of each month.</summary>
    public static MonthlyExports Normal(SupplyNetwork network, IReadOnlyList<Month> months, ExportLanes lanes, Seasonality seasonality) =>
        new(months, [.. lanes.Destinations.Select(d => months.Select(m => seasonality.Of(m) * m.Days * d.Lanes.Sum(l => network.Lanes.FlowPerDay[l])).ToArray())]);

    /// <summary>The mean of several runs, month by month.</summary>
    /// <param name="runs">At least one, over the same months and destinations.</param>
    public static MonthlyExports Mean(IReadOnlyList<MonthlyExports> runs) =>
        new(runs[0].Months, [.. runs[0].ByDestination.Select((d, i) => d.Select((_, m) => runs.Average(r => r.ByDestination[i][m])).ToArray())]);

    private static double Moved(RunRecord record, RateSeries? rate, Month month) => rate is not null
        ? rate.Integral(Elapsed(record, month.Start), Elapsed(record, month.End))
        : throw new ArgumentException("the record lacks the flow of a lane", nameof(record));

    private static SimTime Elapsed(RunRecord record, DateTime moment) => SimTime.FromDate(record.Start, moment);
}
