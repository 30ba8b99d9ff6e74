namespace SupplyShockSim.Analysis;

/// <summary>The day shortfall first began; null when it never did.</summary>
public sealed class FirstShortfallDay : ServiceMeasure
{
    public override string Key => "firstShortfallDay";

    public override string Unit => "d";

    public override string Meaning => "day shortfall first began";

    public override string Formula => "least t with s(t) > 0";

    public override BetterWhen Better => BetterWhen.More;

    public override string CheckKey => "shortfall.first";

    public override (int Place, string Key)? InTotals => (6, "firstShortfallDay");

    public override MeasureColumn Column { get; } = new(5, "From", MeasureTables.All, IsMoment: true);

    /// <inheritdoc/>
    public override double WithoutValue(Recovery recovery, bool isShort) => double.PositiveInfinity;

    public override double? Of(NeedInRun need) => need.FirstShort?.Days;
}
