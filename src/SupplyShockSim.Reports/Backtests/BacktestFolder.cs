using System.Text;
using System.Text.Json;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Reports.Backtests;

/// <summary>The folder a back-test leaves behind; the same inputs give the same bytes, but for the <c>measured</c> block of the manifest.</summary>
public static class BacktestFolder
{
    /// <summary>Writes the folder as one piece (see <see cref="AtomicFolder"/>); that of an earlier back-test is replaced if nothing was added to it.</summary>
    /// <exception cref="IOException">The place is taken by something else, or cannot be written; nothing there was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing there was changed.</exception>
    public static void Write(string directory, BacktestOutput output, CancellationToken cancellation = default) => AtomicFolder.Write(directory, WhyNotReplace, fresh =>
    {
        var files = new List<string>();

        void File(string name, Action<Stream> write)
        {
            cancellation.ThrowIfCancellationRequested();
            using var stream = System.IO.File.Create(Path.Combine(fresh, name));
            write(stream);
            files.Add(name);
        }

        File("backtest.csv", s => BacktestCsv.Write(s, output.Backtest));
        File("metrics.json", s => BacktestJson.Metrics(s, output.Backtest));
        foreach (var (name, bytes) in DrawnFigure.Of(FigureCatalog.Fill(Source(output)), cancellation).SelectMany(figure => figure.Files()))
        {
            // backtest.csv is the table of all destinations; what is drawn stands beside it.
            File(name == "backtest.csv" ? "backtest-figure.csv" : name, s => s.Write(bytes.Span));
        }

        File("scenario.resolved.yaml", s => s.Write(Encoding.UTF8.GetBytes(output.ResolvedYaml)));
        // The manifest comes last, so that it can name the others.
        File(RunFolder.ManifestName, s => BacktestJson.Manifest(s, output, [.. files]));
    });

    private static FigureSource Source(BacktestOutput output) => new()
    {
        Title = output.Title,
        Version = output.Version,
        Seed = output.Seed,
        Backtest = new BacktestSource(output.Backtest, output.Replications, output.Seasonality.Count > 0, output.Fitted, output.NotFitted),
    };

    private static string? WhyNotReplace(string directory)
    {
        try
        {
            using var manifest = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(directory, RunFolder.ManifestName)));
            if (manifest.RootElement.GetProperty("schema").GetString() == BacktestJson.Schema)
            {
                var known = manifest.RootElement.GetProperty("files").EnumerateArray().Select(f => f.GetString()).Append(RunFolder.ManifestName).ToHashSet(StringComparer.Ordinal);
                var added = Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name));
                return added is null ? null : $"{directory} has {added}, which no back-test wrote there; move it or choose another folder";
            }
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // Not the folder of a back-test, whatever else it is.
        }

        return $"{directory} is not empty and not the folder of a back-test; choose another folder";
    }
}
