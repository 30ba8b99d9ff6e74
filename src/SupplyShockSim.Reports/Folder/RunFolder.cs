using System.Text;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;

namespace SupplyShockSim.Reports;

/// <summary>
/// The folder a run leaves behind. The same run gives the same bytes, but for the <c>measured</c> block of the manifest. A run that
/// recorded consumers or totals only leaves what can be said of these, and says in the manifest and the report what is missing.
/// </summary>
public static class RunFolder
{
    public const string ManifestName = "manifest.json";

    /// <summary>
    /// Writes the folder as one piece (see <see cref="AtomicFolder"/>). A folder that stands there already is replaced if it is a run
    /// folder with nothing added to it.
    /// </summary>
    /// <exception cref="IOException">The place is taken by something else, or cannot be written; nothing there was changed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing there was changed.</exception>
    public static void Write(string directory, RunOutput output, CancellationToken cancellation = default) =>
        AtomicFolder.Write(directory, WhyNotReplace, fresh => Fill(fresh, output, cancellation));

    private static void Fill(string fresh, RunOutput output, CancellationToken cancellation)
    {
        var files = new List<string>();
        var provenance = Provenance.Of(output);

        void File(string name, Action<Stream> write)
        {
            cancellation.ThrowIfCancellationRequested();
            using var stream = System.IO.File.Create(Path.Combine(fresh, name), 1 << 16);
            write(stream);
            files.Add(name);
        }

        File("metrics.json", s => MetricsJson.Write(s, output));
        File("series.csv", s => SeriesCsv.Write(s, output, cancellation));
        File("events.csv", s => EventsCsv.Write(s, output, cancellation));
        File("scenario.resolved.yaml", s => Text(s, output.ResolvedYaml));
        var figures = DrawnFigure.Of(FigureCatalog.Fill(output.FigureSource()), cancellation);
        foreach (var (name, bytes) in figures.SelectMany(figure => figure.Files()))
        {
            File(name, s => s.Write(bytes.Span));
        }

        File("report.html", s => Text(s, HtmlReport.Write(output, figures, provenance)));
        // The manifest comes last, so that it can name the others.
        File(ManifestName, s => ManifestJson.Write(s, output, provenance, files));
    }

    /// <summary>Refuses a place that <see cref="Write"/> would refuse, so that nobody waits for a run whose result has nowhere to go.</summary>
    /// <exception cref="IOException">The place is taken by something else than an untouched run folder.</exception>
    public static void EnsureReplaceable(string directory) => AtomicFolder.EnsureReplaceable(directory, WhyNotReplace);

    /// <summary>Reads what the manifest of a run folder says.</summary>
    /// <exception cref="IOException">There is no manifest, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not the manifest of a run.</exception>
    public static RunManifest ReadManifest(string directory) => RunManifest.Parse(File.ReadAllBytes(Path.Combine(directory, ManifestName)));

    private static void Text(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static string? WhyNotReplace(string directory)
    {
        try
        {
            var known = ReadManifest(directory).Files.Append(ManifestName).ToHashSet(StringComparer.Ordinal);
            var added = Directory.EnumerateFileSystemEntries(directory).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault(name => !known.Contains(name!));
            return added is null ? null : $"{directory} has {added}, which no run wrote there; move it or choose another folder";
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return $"{directory} is not empty and not the folder of a run; choose another folder";
        }
    }
}
