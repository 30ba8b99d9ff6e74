using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>
/// How well a need was met over the horizon: a value for each of a list of measures, which say themselves what they are. Masses in t, rates in
/// t/d of the commodity, times in days from the start of the run with decimals.
/// </summary>
public sealed class ServiceMeasures
{
    private readonly double?[] _values;

    private ServiceMeasures(IReadOnlyList<ServiceMeasure> list, NeedInRun need)
    {
        List = list;
        _values = new double?[list.Count];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = list[i].Of(need);
        }
    }

    /// <summary>The measures there are, in the order in which they are written.</summary>
    public IReadOnlyList<ServiceMeasure> List { get; }

    /// <inheritdoc cref="Analysis.DemandTotal"/>
    public double DemandTotal => Number(MeasureCatalog.DemandTotal);

    /// <inheritdoc cref="Analysis.ServedTotal"/>
    public double ServedTotal => Number(MeasureCatalog.ServedTotal);

    /// <inheritdoc cref="Analysis.ShortfallTotal"/>
    public double ShortfallTotal => Number(MeasureCatalog.ShortfallTotal);

    /// <inheritdoc cref="Analysis.ShortfallPeak"/>
    public double ShortfallPeak => Number(MeasureCatalog.ShortfallPeak);

    /// <inheritdoc cref="Analysis.ShortfallPeakDay"/>
    public double? ShortfallPeakDay => this[MeasureCatalog.ShortfallPeakDay];

    /// <inheritdoc cref="Analysis.FirstShortfallDay"/>
    public double? FirstShortfallDay => this[MeasureCatalog.FirstShortfallDay];

    /// <inheritdoc cref="Analysis.LastShortfallDay"/>
    public double? LastShortfallDay => this[MeasureCatalog.LastShortfallDay];

    /// <inheritdoc cref="Analysis.ServiceLevel"/>
    public double ServiceLevel => Number(MeasureCatalog.ServiceLevel);

    /// <inheritdoc cref="TimeToSurvive"/>
    public double? TimeToSurviveDays => this[MeasureCatalog.TimeToSurvive];

    /// <inheritdoc cref="TimeToRecover"/>
    public double? TimeToRecoverDays => this[MeasureCatalog.TimeToRecover];

    /// <summary>Whether the need was met again, and so why <see cref="TimeToRecoverDays"/> may be null.</summary>
    public Recovery Recovery => (Recovery)Number(MeasureCatalog.Recovery);

    /// <inheritdoc cref="ResilienceLoss"/>
    public double ResilienceLossDays => Number(MeasureCatalog.ResilienceLoss);

    /// <summary>True when some need was not met.</summary>
    public bool IsShort => FirstShortfallDay is not null;

    /// <summary>The value of a measure; null where what it measures did not happen.</summary>
    /// <exception cref="ArgumentException">The measure is not among those that were worked out.</exception>
    public double? this[ServiceMeasure measure]
    {
        get
        {
            for (var i = 0; i < _values.Length; i++)
            {
                if (ReferenceEquals(List[i], measure))
                {
                    return _values[i];
                }
            }

            throw new ArgumentException($"{measure.Key} was not worked out", nameof(measure));
        }
    }

    /// <summary>The measures of a need over [0, end).</summary>
    /// <param name="need">Demand and shortfall.</param>
    /// <param name="firstControl">When the first control came into force; null when none did.</param>
    /// <param name="end">The end of the horizon.</param>
    /// <param name="list">Which measures; default: <see cref="MeasureCatalog.All"/>.</param>
    public static ServiceMeasures Of(NeedSeries need, SimTime? firstControl, SimTime end, IReadOnlyList<ServiceMeasure>? list = null) =>
        new(list ?? MeasureCatalog.All, new NeedInRun(need, firstControl, end));

    private double Number(ServiceMeasure measure) => this[measure] ?? throw new InvalidOperationException($"{measure.Key} always has a value");
}
