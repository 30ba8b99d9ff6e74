using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Analysis;

/// <summary>The one list of measures, in the order <c>metrics.json</c> has them. A new measure is a file in <c>Measures</c> and a line here.</summary>
public static class MeasureCatalog
{
    public static ServiceMeasure DemandTotal { get; } = new DemandTotal();

    public static ServiceMeasure ServedTotal { get; } = new ServedTotal();

    public static ServiceMeasure ShortfallTotal { get; } = new ShortfallTotal();

    public static ServiceMeasure ShortfallPeak { get; } = new ShortfallPeak();

    public static ServiceMeasure ShortfallPeakDay { get; } = new ShortfallPeakDay();

    public static ServiceMeasure FirstShortfallDay { get; } = new FirstShortfallDay();

    public static ServiceMeasure LastShortfallDay { get; } = new LastShortfallDay();

    public static ServiceMeasure ServiceLevel { get; } = new ServiceLevel();

    public static ServiceMeasure TimeToSurvive { get; } = new TimeToSurvive();

    public static ServiceMeasure TimeToRecover { get; } = new TimeToRecover();

    public static ServiceMeasure Recovery { get; } = new RecoveryMeasure();

    public static ServiceMeasure ResilienceLoss { get; } = new ResilienceLoss();

    public static IReadOnlyList<ServiceMeasure> All { get; } =
    [
        DemandTotal, ServedTotal, ShortfallTotal, ShortfallPeak, ShortfallPeakDay, FirstShortfallDay, LastShortfallDay, ServiceLevel, TimeToSurvive,
        TimeToRecover, Recovery, ResilienceLoss, new ShareShortDay(1), new ShareShortDay(5), new ShareShortDay(10),
    ];

    /// <summary>What of these the checks of a scenario may name.</summary>
    public static IReadOnlyList<CheckedMeasure> Checked { get; } = CheckedIn(All);

    /// <summary>What of a list of measures the checks of a scenario may name: first those of the shortfall, which most checks are about.</summary>
    public static IReadOnlyList<CheckedMeasure> CheckedIn(IEnumerable<ServiceMeasure> measures) =>
    [
        .. measures.Where(m => m.CheckKey is not null)
            .OrderBy(m => m.CheckKey!.StartsWith("shortfall.", StringComparison.Ordinal) ? 0 : 1)
            .Select(m => new CheckedMeasure(m.CheckKey!, DimensionOf(m), m.Meaning)),
    ];

    private static Dimension DimensionOf(ServiceMeasure measure) => measure.Unit switch
    {
        "t" => Dimension.Mass,
        "t/d" => Dimension.Flow,
        "d" => Dimension.Time,
        "1" => Dimension.Fraction,
        var unit => throw new InvalidOperationException($"{measure.Key} can be checked, but no check is written in '{unit}'"),
    };
}
