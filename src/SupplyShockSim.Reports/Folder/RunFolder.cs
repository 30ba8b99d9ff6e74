using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Reports;

/// <summary>
/// The folder a run leaves behind. The same run gives the same bytes, but for the <c>measured</c> block of the manifest. A run that
/// recorded consumers or totals only leaves what can be said of these, and says in the manifest and the report what is missing.
/// </summary>
public static class RunFolder
{
    public const string ManifestName = OutputFolder.ManifestName;

    private static readonly OutputFolder Kind = new("run", ManifestJson.Schema);

    /// <summary>
    /// Writes the folder as one piece. A folder that stands there already is replaced if it is a run folder with nothing added to it, and that of the same
    /// run unless <paramref name="force"/> is set.
    /// </summary>
    /// <inheritdoc cref="OutputFolder.Write" path="/exception"/>
    public static void Write(string directory, RunOutput output, CancellationToken cancellation = default, bool force = false)
    {
        var provenance = Provenance.Of(output);
        Kind.Write(directory, files => Fill(files, output, provenance, cancellation), (s, files) => ManifestJson.Write(s, output, provenance, files),
            cancellation, force ? null : output.ShortHash);
    }

    private static void Fill(FilesOfFolder files, RunOutput output, Provenance provenance, CancellationToken cancellation)
    {
        files.Add("metrics.json", s => MetricsJson.Write(s, output));
        files.Add("series.csv", s => SeriesCsv.Write(s, output, cancellation));
        files.Add("shortfall.csv", s => ShortfallCsv.Write(s, output));
        if (output.Ranges is { } ranges)
        {
            files.Add("ranges.csv", s => RangesCsv.Write(s, output.Record, ranges));
        }

        files.Add("events.csv", s => EventsCsv.Write(s, output, cancellation));
        files.Add("scenario.resolved.yaml", output.ResolvedYaml);
        var figures = DrawnFigure.Of(FigureCatalog.Fill(output.FigureSource()), cancellation);
        foreach (var (name, bytes) in figures.SelectMany(figure => figure.Files()))
        {
            // shortfall.csv is the table of all consumers; what is drawn stands beside it.
            files.Add(name == "shortfall.csv" ? "shortfall-figure.csv" : name, s => s.Write(bytes.Span));
        }

        InputCopies.Write(files, output.Inputs, output.Files);
        files.Add("report.html", HtmlReport.Write(new ReportSource(output, figures, provenance) { Facts = FactBook.Beside(output.Inputs, output.Files) }));
    }

    /// <summary>Refuses a place that <see cref="Write"/> would refuse, so that nobody waits for a run whose result has nowhere to go.</summary>
    /// <exception cref="IOException">The place is taken by something else than an untouched run folder.</exception>
    public static void EnsureReplaceable(string directory, string? hash = null) => Kind.EnsureReplaceable(directory, hash);

    /// <summary>Reads what the manifest of a run folder says.</summary>
    /// <exception cref="IOException">There is no manifest, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not the manifest of a run.</exception>
    public static RunManifest ReadManifest(string directory) => RunManifest.Parse(File.ReadAllBytes(Path.Combine(directory, ManifestName)));
}
