using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis;

/// <summary>
/// Resilience lost: the area between full and actual service over time, R = integral of (1 - Q(t)) dt over the horizon with
/// Q = served / demand, in days of full service. 10 days at half service lose 5 days. Q is 1 while nothing is needed.
/// </summary>
/// <remarks>
/// Bruneau et al., A Framework to Quantitatively Assess and Enhance the Seismic Resilience of Communities, Earthquake Spectra
/// 19(4), 2003, eq. 1 (there with Q in percent).
/// </remarks>
public sealed class ResilienceLoss : ServiceMeasure
{
    public override string Key => "resilienceLossDays";

    public override string Unit => "d";

    public override string Meaning => "days of full service lost";

    public override string Formula => "integral of s(t) / D(t) over T";

    public override BetterWhen Better => BetterWhen.Less;

    public override string Source => "Bruneau et al. 2003, eq. 1";

    public override (int Place, string Key)? InTotals => (8, "resilienceLossDays");

    public override double? Of(NeedInRun need) => Of(need.Need, need.End);

    public static double Of(NeedSeries need, SimTime end)
    {
        var days = 0.0;
        PairedSeries.ForEach(need.Shortfall, need.Demand, SimTime.Zero, end, (from, to, shortfall, demand) =>
        {
            if (shortfall > 0)
            {
                days += shortfall / demand * (to - from).Days;
            }
        });
        return days;
    }
}
