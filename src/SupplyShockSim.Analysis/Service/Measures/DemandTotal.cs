namespace SupplyShockSim.Analysis;

/// <summary>Need over the horizon, t.</summary>
public sealed class DemandTotal : ServiceMeasure
{
    public override string Key => "demandTotal";

    public override string Unit => "t";

    public override string Meaning => "need over the run";

    public override string Formula => "integral of D(t) over T";

    public override string CheckKey => "demand.total";

    public override (int Place, string Key)? InTotals => (1, "demand");

    public override MeasureColumn Column { get; } = new(1, "Demand t", MeasureTables.Countries | MeasureTables.Groups);

    public override double? Of(NeedInRun need) => need.DemandTonnes;
}
