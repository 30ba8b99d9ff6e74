using System.Runtime.InteropServices;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>Between clearings a seller without stock ships on the spot no more than what contracts leave of what it makes.</summary>
internal sealed class SpotCut(RunState state, RunAttention attention, Rationer rationer)
{
    private readonly List<LaneOrder> _sales = [];

    public void Cut(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        ref var book = ref state.Sellers[index];
        if (!(stock.Dry || book.Rationed) || book.Beyond == 0)
        {
            return;
        }

        var sold = 0.0;
        _sales.Clear();
        foreach (var lane in state.Network.Stocks.Lanes(index))
        {
            var spot = state.Lanes[lane].Spot;
            if (spot > 0)
            {
                sold += spot;
                _sales.Add(new LaneOrder(lane, spot));
            }
        }

        var available = Math.Max(0, stock.Inflow - book.Granted);
        if (Rounding.Net(sold, available) <= 0)
        {
            return;
        }

        var granted = rationer.Divide(CollectionsMarshal.AsSpan(_sales), available);
        for (var i = 0; i < granted.Length; i++)
        {
            ref var lane = ref state.Lanes[_sales[i].Lane];
            state.Must(granted[i] >= 0 && granted[i] <= _sales[i].Order * (1 + Rounding.OrderChange), "a cut that gives more");
            lane.Spot = granted[i];
            attention.Settling.TouchLane(_sales[i].Lane, now);
            attention.Clearings.SupplyChanged(lane.ToStock);
        }
    }
}
