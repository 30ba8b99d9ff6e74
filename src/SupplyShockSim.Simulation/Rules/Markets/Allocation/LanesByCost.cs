using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Allocation;

/// <summary>The lanes of buyers in order of landed cost, sorted when a buyer first looks for spot supply, and again after a cost has changed.</summary>
internal sealed class LanesByCost(RunState state)
{
    public ReadOnlySpan<int> Of(int buyer)
    {
        ref var book = ref state.Buyers[buyer];
        var lanes = state.LanesByCost.Make(book.FirstLane, book.EndLane - book.FirstLane);
        if (!book.IsSorted)
        {
            book.IsSorted = true;
            state.Network.Stocks.Lanes(buyer).CopyTo(lanes);
            lanes.Sort((a, b) => state.Lanes[a].Cost.CompareTo(state.Lanes[b].Cost) is var byCost && byCost != 0 ? byCost : a.CompareTo(b));
        }

        return lanes;
    }
}
