namespace SupplyShockSim.Simulation.State;

/// <summary>How small a difference is that comes from rounding and means nothing.</summary>
internal static class Rounding
{
    /// <summary>A correction of a stock, or a lack of a buyer with stock on hand, below this share of normal flow is not worth an order.</summary>
    public const double WorthAnOrder = 1e-4;

    /// <summary>
    /// Relative to the flows involved. Far below the mass balance that every run must keep (1e-9), far above the error of a sum of a thousand doubles.
    /// </summary>
    public const double Relative = 1e-12;

    /// <summary>A change of an order or a need below this share of it is not passed on.</summary>
    public const double OrderChange = 1e-9;

    /// <summary>The difference of two flows, or zero where it is rounding.</summary>
    public static double Net(double inflow, double outflow)
    {
        var net = inflow - outflow;
        return Math.Abs(net) <= Relative * Math.Max(inflow, outflow) ? 0 : net;
    }

    /// <summary>Whether two non-negative orders or needs differ by more than is worth passing on.</summary>
    public static bool Differ(double a, double b) => Math.Abs(a - b) > OrderChange * Math.Max(a, b);
}
