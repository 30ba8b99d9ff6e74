using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>The day shortfall last ended: the end of the horizon where it was still short then; null when there is no shortfall.</summary>
public sealed class LastShortfallDay : ServiceMeasure
{
    public override string Key => "lastShortfallDay";

    public override string Unit => "d";

    public override string Meaning => "day shortfall last ended; the end of the run where it was short then";

    public override string Formula => "least t after which s = 0";

    public override BetterWhen Better => BetterWhen.Less;

    public override string CheckKey => "shortfall.last";

    public override (int Place, string Key)? InTotals => (7, "lastShortfallDay");

    public override MeasureColumn Column { get; } = new(6, "Until", MeasureTables.All, IsMoment: true);

    /// <inheritdoc/>
    public override double WithoutValue(Recovery recovery, bool isShort) => 0;

    public override double? Of(NeedInRun need) => need.Need.Shortfall.LastAbove(0, SimTime.Zero, need.End)?.Days;
}
