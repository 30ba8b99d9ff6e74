using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>Idle capacity of sellers.</summary>
internal static class Headroom
{
    /// <summary>
    /// t/d that the seller could make on top of what it makes and of its contract orders; none for a by-product. What it wants to make does
    /// not count: while a ramp or an empty input keeps it from answering an unmet order, the order stays with it, and so travels upstream.
    /// </summary>
    public static double Of(RunState state, in StockNow stock, double contractOrders) => stock.IsByProduct
        ? 0
        : Math.Max(0, Rounding.Net(state.Sites[stock.Site].CeilingTonnesPerDay * stock.Coefficient, Math.Max(stock.Inflow, contractOrders)));
}
