using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.Rules.Stocks;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>
/// Rerouting (model: section 5.2): who is short after the contracts, what sellers offer, and the allocation between them; what is still
/// unmet then reaches sellers with idle capacity. Each clearing starts the spot purchases of all short buyers anew.
/// </summary>
internal sealed class Rerouting
{
    private readonly RunAttention _attention;
    private readonly Needs _needs;
    private readonly Offers _offers;
    private readonly Clearing _clearing;
    private readonly IAllocation _allocation;
    private readonly IdleCapacity _idle;
    private readonly SpotCut _cut;

    public Rerouting(RunState state, RunAttention attention, StockKeeper stocks, Rationer rationer, IAllocation allocation)
    {
        (_attention, _allocation) = (attention, allocation);
        _needs = new Needs(state, attention);
        _offers = new Offers(state, attention, stocks);
        _clearing = new Clearing(state, attention, _needs, _offers);
        _idle = new IdleCapacity(state, _needs, _offers);
        _cut = new SpotCut(state, attention, rationer);
    }

    public void Begin(int commodity, long now)
    {
        _clearing.Begin(commodity, now);
        _offers.Begin(commodity, now);
        _attention.Settling.HasCleared(commodity);
    }

    /// <inheritdoc cref="Offers.Consider"/>
    public void ConsiderSeller(int seller) => _offers.Consider(seller);

    /// <inheritdoc cref="SpotCut"/>
    public void Cut(int seller, long now) => _cut.Cut(seller, now);

    /// <param name="considered">Buyers whose need or contract supply changed.</param>
    public void Clear(List<int> considered)
    {
        _offers.ConsiderCourted();
        _needs.Find(_clearing.Commodity, considered, _clearing.Now);
        _allocation.Allocate(_clearing);
        _allocation.Request(_clearing, _idle);
        _offers.Tell(_clearing.Now);
    }
}
