namespace SupplyShockSim.Analysis;

/// <summary>Service level: the part of the need that was met, served / demand, from 0 to 1 (fill rate, type 2).</summary>
/// <remarks>Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 4th ed. (2017), section 6.5: P2.</remarks>
public sealed class ServiceLevel : ServiceMeasure
{
    public override string Key => "serviceLevel";

    public override string Unit => "1";

    public override string Meaning => "served / demand; 1 where nothing was needed";

    public override string Formula => "1 - (integral of s) / (integral of D)";

    public override BetterWhen Better => BetterWhen.More;

    public override string Source => "Silver, Pyke and Thomas 2017, section 6.5, P2 (fill rate)";

    public override string CheckKey => "serviceLevel";

    public override (int Place, string Key)? InTotals => (4, "serviceLevel");

    /// <summary>The report gives the part that is missing.</summary>
    public override MeasureColumn Column { get; } = new(3, "Of demand", MeasureTables.All) { Shown = level => 1 - level };

    public override double? Of(NeedInRun need) => Of(need.DemandTonnes, need.ShortfallTonnes);

    /// <summary>1 - shortfall / demand, both in t; 1 where nothing was needed.</summary>
    public static double Of(double demand, double shortfall) => demand > 0 ? 1 - (shortfall / demand) : 1;
}
