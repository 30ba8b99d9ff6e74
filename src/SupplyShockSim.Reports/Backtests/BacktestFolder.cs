using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Reports.Backtests;

/// <summary>The folder a back-test leaves behind; the same inputs give the same bytes, but for the <c>measured</c> block of the manifest.</summary>
public static class BacktestFolder
{
    private static readonly OutputFolder Kind = new("back-test", BacktestJson.Schema);

    /// <summary>Writes the folder as one piece; that of an earlier back-test is replaced if nothing was added to it.</summary>
    /// <inheritdoc cref="OutputFolder.Write" path="/exception"/>
    public static void Write(string directory, BacktestOutput output, CancellationToken cancellation = default) => Kind.Write(
        directory,
        files =>
        {
            files.Add("backtest.csv", s => BacktestCsv.Write(s, output.Backtest));
            files.Add("metrics.json", s => BacktestJson.Metrics(s, output.Backtest));
            foreach (var (name, bytes) in DrawnFigure.Of(FigureCatalog.Fill(Source(output)), cancellation).SelectMany(figure => figure.Files()))
            {
                // backtest.csv is the table of all destinations; what is drawn stands beside it.
                files.Add(name == "backtest.csv" ? "backtest-figure.csv" : name, s => s.Write(bytes.Span));
            }

            files.Add("scenario.resolved.yaml", output.ResolvedYaml);
        },
        (s, files) => BacktestJson.Manifest(s, output, files),
        cancellation);

    private static FigureSource Source(BacktestOutput output) => new()
    {
        Title = output.Title,
        Version = output.Version,
        Seed = output.Seed,
        Backtest = new BacktestSource(output.Backtest, output.Replications, output.Seasonality.Count > 0, output.Fitted, output.NotFitted),
    };
}
