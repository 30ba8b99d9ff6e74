using System.Text;
using SupplyShockSim.Figures;

namespace SupplyShockSim.Cli.Running;

/// <summary>Where a picture goes, and the data beside it.</summary>
internal sealed class FigureFile
{
    private readonly string _path;

    private FigureFile(string named, string path) => (Named, _path) = (named, path);

    /// <summary>As the user named it.</summary>
    public string Named { get; }

    /// <summary>The table beside it.</summary>
    public string NamedData => Path.ChangeExtension(Named, ".csv");

    private bool IsPng => Path.GetExtension(_path).Equals(".png", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="CliException">No picture has such a name, or a table that is not that of a figure stands beside it.</exception>
    public static FigureFile At(CommandContext context, string named)
    {
        if (Path.GetExtension(named).ToUpperInvariant() is not (".SVG" or ".PNG"))
        {
            throw new CliException(ExitCode.WrongUse, $"--out expects a file that ends in .svg or .png, not '{named}'");
        }

        var file = new FigureFile(named, Path.GetFullPath(context.Environment.Locate(named)));
        var data = Path.ChangeExtension(file._path, ".csv");
        Writing.Try("the figure", () =>
        {
            if (File.Exists(data) && !FigureCsv.IsOne(File.ReadLines(data).FirstOrDefault() ?? ""))
            {
                throw new CliException(ExitCode.WrongUse, $"{file.NamedData} is there already and not the data of a figure; choose another name");
            }
        });
        return file;
    }

    /// <exception cref="CliException">The place cannot be written to.</exception>
    public void Write(Figure figure, int width) => Writing.Try("the figure", () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllBytes(_path, IsPng ? FigureRenderer.Png(figure, width) : Encoding.UTF8.GetBytes(FigureRenderer.Svg(figure, width)));
        File.WriteAllBytes(Path.ChangeExtension(_path, ".csv"), Encoding.UTF8.GetBytes(FigureCsv.Of(figure)));
    });
}
