namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>
/// All for all (model: section 5.3): once buyers have what they keep of their purchases, as on the spot market, everything offered is matched with
/// everything lacked. So it never serves less than the spot market would in the same state.
/// </summary>
internal sealed class CoordinatedMarket(SpotMarket spot, Matcher matcher) : IAllocation
{
    public void Allocate(Clearing clearing)
    {
        spot.KeepPurchases(clearing);
        matcher.Match(clearing);
    }

    public void Request(Clearing clearing, IdleCapacity idle)
    {
        matcher.Request(clearing);
        idle.CloseServed(clearing.Commodity);
    }
}
