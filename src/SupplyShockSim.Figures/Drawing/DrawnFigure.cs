using System.Text;

namespace SupplyShockSim.Figures;

/// <summary>A figure with its picture, as it goes into a folder: <c>NAME.svg</c>, <c>NAME.png</c> and <c>NAME.csv</c>.</summary>
public sealed class DrawnFigure
{
    private DrawnFigure(Figure figure, string svg, byte[] png) => (Figure, Svg, Png) = (figure, svg, png);

    public Figure Figure { get; }

    public string Svg { get; }

    public ReadOnlyMemory<byte> Png { get; }

    /// <summary>Draws figures, one after the other.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two figures.</exception>
    public static IReadOnlyList<DrawnFigure> Of(IEnumerable<Figure> figures, CancellationToken cancellation = default)
    {
        var drawn = new List<DrawnFigure>();
        foreach (var figure in figures)
        {
            cancellation.ThrowIfCancellationRequested();
            drawn.Add(new DrawnFigure(figure, FigureRenderer.Svg(figure), FigureRenderer.Png(figure)));
        }

        return drawn;
    }

    /// <summary>The names and the bytes of its files.</summary>
    public IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Files()
    {
        yield return (Figure.Name + ".svg", Encoding.UTF8.GetBytes(Svg));
        yield return (Figure.Name + ".png", Png);
        yield return (Figure.Name + ".csv", Encoding.UTF8.GetBytes(FigureCsv.Of(Figure)));
    }
}
