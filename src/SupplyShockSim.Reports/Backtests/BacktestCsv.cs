using SupplyShockSim.Analysis.Backtests;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Backtests;

/// <summary><c>backtest.csv</c>: <c>month,destination,observed,simulated</c> in t; the world first, then the destinations of the network; nothing where nothing was observed.</summary>
internal static class BacktestCsv
{
    public static void Write(Stream stream, Backtest backtest)
    {
        using var csv = new CsvWriter(stream);
        csv.Field("month").Field("destination").Field("observed").Field("simulated").EndRow();
        for (var m = 0; m < backtest.Months.Count; m++)
        {
            foreach (var series in backtest.Destinations.Prepend(backtest.World))
            {
                csv.Field(backtest.Months[m].ToString()).Field(series.Name).Field(series.Observed[m]).Field(series.Simulated[m]).EndRow();
            }
        }
    }
}
