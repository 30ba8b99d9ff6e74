namespace SupplyShockSim.Analysis;

/// <summary>Need not met, t.</summary>
public sealed class ShortfallTotal : ServiceMeasure
{
    public override string Key => "shortfallTotal";

    public override string Unit => "t";

    public override string Meaning => "need not met over the run";

    public override string Formula => "integral of s(t) over T";

    public override BetterWhen Better => BetterWhen.Less;

    public override string CheckKey => "shortfall.total";

    public override (int Place, string Key)? InTotals => (3, "shortfall");

    public override MeasureColumn Column { get; } = new(2, "Short t", MeasureTables.All);

    public override double? Of(NeedInRun need) => need.ShortfallTonnes;
}
