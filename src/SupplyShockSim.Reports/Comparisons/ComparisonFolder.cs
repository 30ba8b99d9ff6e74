using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Comparisons;

/// <summary>The folder a comparison leaves behind. The same comparison gives the same bytes.</summary>
public static class ComparisonFolder
{
    /// <summary>Says that a manifest is that of a comparison.</summary>
    private const string Schema = "supplyshock/comparison-folder/1";

    private static readonly OutputFolder Kind = new("comparison", Schema);

    /// <summary>Writes the folder as one piece; that of an earlier comparison is replaced if nothing was added to it.</summary>
    /// <inheritdoc cref="OutputFolder.Write" path="/exception"/>
    public static void Write(string directory, ComparisonOutput output, CancellationToken cancellation = default) => Kind.Write(
        directory,
        files =>
        {
            files.Add("compare.csv", s => CompareCsv.Write(s, output.Comparison));
            files.Add("curves.csv", s => CurvesCsv.Write(s, output.Comparison, cancellation));
            files.Add("compare.json", s => CompareJson.Write(s, output));
            var figures = DrawnFigure.Of(FigureCatalog.Fill(output.FigureSource()), cancellation);
            foreach (var (name, bytes) in figures.SelectMany(figure => figure.Files()))
            {
                files.Add(name, s => s.Write(bytes.Span));
            }

            files.Add("compare.html", CompareHtml.Write(output, [.. figures.Select(f => f.Figure)]));
        },
        (s, files) => Json.Write(s, json =>
        {
            json.WriteString("schema", Schema);
            json.WriteString("hash", output.Source.Address);
            json.WriteString("version", output.Version);
            json.WriteString("command", output.Command);
            json.Files(files);
        }),
        cancellation);

    /// <summary><c>compare.json</c> as a text.</summary>
    public static string JsonOf(ComparisonOutput output) => CompareJson.Text(output);

    /// <summary>Refuses a place that <see cref="Write"/> would refuse.</summary>
    /// <exception cref="IOException">The place is taken by something else than the untouched folder of a comparison.</exception>
    public static void EnsureReplaceable(string directory) => Kind.EnsureReplaceable(directory);
}
