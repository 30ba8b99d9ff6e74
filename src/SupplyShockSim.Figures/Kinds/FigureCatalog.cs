using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>All kinds of figure, in the order in which a report shows them.</summary>
public static class FigureCatalog
{
    public static IReadOnlyList<FigureKind> All { get; } =
    [
        new ShortfallFigure(),
        new CoverFigure(),
        new FlowsFigure(),
        new ActivityFigure(),
        new PricesFigure(),
        new BacktestFigure(),
        new FanFigure(),
        new ExceedanceFigure(),
        new TornadoFigure(),
        new BarsFigure(),
        new MultiplesFigure(),
        new HeatMapFigure(),
        new GapFigure(),
        new SankeyFigure(),
        new WaterfallFigure(),
        new OverlayFigure(),
        new DifferenceFigure(),
        new ObservedFigure(),
        new QuotientFigure(),
        new IndexFigure(),
        new RunsByGroupFigure(CurveGrouping.Country, "by-country", "country", "countries"),
        new RunsByGroupFigure(CurveGrouping.Commodity, "by-commodity", "commodity", "commodities"),
        new RunsByGroupFigure(CurveGrouping.EndUse, "by-end-use", "end use", "end uses"),
        new AppraisalFigure(),
    ];

    /// <summary>Every usual figure that a source can fill.</summary>
    public static IReadOnlyList<Figure> Fill(FigureSource source) => [.. All.Where(kind => kind.IsUsual).Select(kind => kind.Build(source)).OfType<Figure>()];
}
