namespace SupplyShockSim.Analysis;

/// <summary>
/// Time to recover: from the moment the first control comes into force to the end of the last shortfall, in days. Null unless
/// the <see cref="Recovery"/> is <see cref="Recovery.Recovered"/>.
/// </summary>
/// <remarks>
/// Simchi-Levi, Schmidt and Wei, From Superstorms to Factory Fires, Harvard Business Review 92(1/2), 2014: TTR, "the time it would
/// take for a particular node to be restored to full functionality", here of the consumer's supply.
/// </remarks>
public sealed class TimeToRecover : ServiceMeasure
{
    public override string Key => "timeToRecoverDays";

    public override string Unit => "d";

    public override string Meaning => "from the moment c the first control came into force to the end of the last shortfall";

    public override string Formula => "(least t >= c after which s = 0) - c";

    public override BetterWhen Better => BetterWhen.Less;

    public override string Source => "Simchi-Levi, Schmidt and Wei 2014 (TTR)";

    public override string CheckKey => "timeToRecover";

    public override MeasureColumn Column { get; } = new(8, "Days to recover", MeasureTables.Consumers | MeasureTables.Countries)
    {
        WithoutValue = recovery => recovery == Recovery.NotRecovered ? "not within the run" : "-",
    };

    /// <inheritdoc/>
    public override double WithoutValue(Recovery recovery, bool isShort) => recovery switch
    {
        Recovery.NotRecovered => double.PositiveInfinity,
        Recovery.NoControl when isShort => double.NaN,
        _ => 0,
    };

    public override double? Of(NeedInRun need) => RecoveryMeasure.Outcome(need).Days;
}
