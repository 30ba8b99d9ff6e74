namespace SupplyShockSim.Analysis;

/// <summary>Largest rate of shortfall, t/d; zero when there is none.</summary>
public sealed class ShortfallPeak : ServiceMeasure
{
    public override string Key => "shortfallPeak";

    public override string Unit => "t/d";

    public override string Meaning => "largest rate of shortfall";

    public override string Formula => "maximum of s(t)";

    public override BetterWhen Better => BetterWhen.Less;

    public override string CheckKey => "shortfall.peak";

    public override (int Place, string Key)? InTotals => (5, "shortfallPeak");

    public override MeasureColumn Column { get; } = new(4, "Peak t/d", MeasureTables.All);

    public override double? Of(NeedInRun need) => need.Peak.Value;
}
