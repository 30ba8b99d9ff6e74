namespace SupplyShockSim.Analysis;

/// <summary>Need met, t: demand less shortfall.</summary>
public sealed class ServedTotal : ServiceMeasure
{
    public override string Key => "servedTotal";

    public override string Unit => "t";

    public override string Meaning => "need met over the run";

    public override string Formula => "integral of D(t) - s(t) over T";

    public override BetterWhen Better => BetterWhen.More;

    public override (int Place, string Key)? InTotals => (2, "served");

    public override double? Of(NeedInRun need) => need.DemandTonnes - need.ShortfallTonnes;
}
