namespace SupplyShockSim.Analysis;

/// <summary>
/// Time to survive: how long the need is still met after the first control comes into force, in days (first shortfall at or
/// after that moment, less that moment). Null when there is no shortfall after it, or no control.
/// </summary>
/// <remarks>
/// Simchi-Levi, Schmidt and Wei, From Superstorms to Factory Fires, Harvard Business Review 92(1/2), 2014: TTS, "the maximum
/// duration that the supply chain can match supply with demand after a node disruption".
/// </remarks>
public sealed class TimeToSurvive : ServiceMeasure
{
    public override string Key => "timeToSurviveDays";

    public override string Unit => "d";

    public override string Meaning => "from the moment c the first control came into force to the first shortfall after it";

    public override string Formula => "(least t >= c with s(t) > 0) - c";

    public override BetterWhen Better => BetterWhen.More;

    public override string Source => "Simchi-Levi, Schmidt and Wei 2014 (TTS)";

    public override string CheckKey => "timeToSurvive";

    public override MeasureColumn Column { get; } = new(7, "Days to survive", MeasureTables.Consumers | MeasureTables.Countries);

    /// <inheritdoc/>
    public override double WithoutValue(Recovery recovery, bool isShort) => recovery == Recovery.NoControl && isShort ? double.NaN
        : double.PositiveInfinity;

    public override double? Of(NeedInRun need) => need.FirstControl is { } start
        ? (need.Need.Shortfall.FirstAbove(0, start, need.End) - start)?.Days
        : null;
}
