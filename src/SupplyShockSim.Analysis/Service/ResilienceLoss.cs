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
public static class ResilienceLoss
{
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
