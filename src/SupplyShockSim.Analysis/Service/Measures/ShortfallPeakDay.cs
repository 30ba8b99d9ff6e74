namespace SupplyShockSim.Analysis;

/// <summary>The day the peak was first reached; null when there is no shortfall.</summary>
public sealed class ShortfallPeakDay : ServiceMeasure
{
    public override string Key => "shortfallPeakDay";

    public override string Unit => "d";

    public override string Meaning => "day the peak was first reached";

    public override string Formula => "least t with s(t) = max s";

    public override double? Of(NeedInRun need) => need.FirstShort is null ? null : need.Peak.Time.Days;
}
