using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>
/// How well a need was met over the horizon. Masses in t, rates in t/d of the commodity, times in days from the start of the run
/// with decimals.
/// </summary>
public sealed record ServiceMeasures
{
    /// <summary>Need over the horizon, t.</summary>
    public required double DemandTotal { get; init; }

    /// <summary>Need met, t: demand less shortfall.</summary>
    public required double ServedTotal { get; init; }

    /// <summary>Need not met, t.</summary>
    public required double ShortfallTotal { get; init; }

    /// <summary>Largest rate of shortfall, t/d; zero when there is none.</summary>
    public required double ShortfallPeak { get; init; }

    /// <summary>The day the peak was first reached; null when there is no shortfall.</summary>
    public required double? ShortfallPeakDay { get; init; }

    /// <summary>The day shortfall first began; null when it never did.</summary>
    public required double? FirstShortfallDay { get; init; }

    /// <summary>The day shortfall last ended: the end of the horizon where it was still short then; null when there is no shortfall.</summary>
    public required double? LastShortfallDay { get; init; }

    /// <inheritdoc cref="Analysis.ServiceLevel"/>
    public required double ServiceLevel { get; init; }

    /// <inheritdoc cref="TimeToSurvive"/>
    public required double? TimeToSurviveDays { get; init; }

    /// <inheritdoc cref="TimeToRecover"/>
    public required double? TimeToRecoverDays { get; init; }

    /// <summary>Whether the need was met again, and so why <see cref="TimeToRecoverDays"/> may be null.</summary>
    public required Recovery Recovery { get; init; }

    /// <inheritdoc cref="ResilienceLoss"/>
    public required double ResilienceLossDays { get; init; }

    /// <summary>True when some need was not met.</summary>
    public bool IsShort => FirstShortfallDay is not null;

    /// <summary>The measures of a need over [0, end).</summary>
    /// <param name="need">Demand and shortfall.</param>
    /// <param name="firstControl">When the first control came into force; null when none did.</param>
    /// <param name="end">The end of the horizon.</param>
    public static ServiceMeasures Of(NeedSeries need, SimTime? firstControl, SimTime end)
    {
        var demand = need.Demand.Integral(SimTime.Zero, end);
        var shortfall = need.Shortfall.Integral(SimTime.Zero, end);
        var first = need.Shortfall.FirstAbove(0, SimTime.Zero, end);
        var peak = need.Shortfall.Maximum(SimTime.Zero, end);
        var (recoverDays, recovery) = TimeToRecover.Of(need.Shortfall, firstControl, end);
        return new ServiceMeasures
        {
            DemandTotal = demand,
            ServedTotal = demand - shortfall,
            ShortfallTotal = shortfall,
            ShortfallPeak = peak.Value,
            ShortfallPeakDay = first is null ? null : peak.Time.Days,
            FirstShortfallDay = first?.Days,
            LastShortfallDay = need.Shortfall.LastAbove(0, SimTime.Zero, end)?.Days,
            ServiceLevel = Analysis.ServiceLevel.Of(demand, shortfall),
            TimeToSurviveDays = TimeToSurvive.Of(need.Shortfall, firstControl, end),
            TimeToRecoverDays = recoverDays,
            Recovery = recovery,
            ResilienceLossDays = ResilienceLoss.Of(need, end),
        };
    }
}
