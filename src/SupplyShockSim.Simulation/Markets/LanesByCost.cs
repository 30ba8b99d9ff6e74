using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>The lanes of buyers in order of landed cost, sorted when a buyer first looks for spot supply, and again after a cost has changed.</summary>
internal sealed class LanesByCost(SupplyModel model, Market market)
{
    /// <summary>Each buyer's lanes, in the places that they have in the table of lanes; empty until a buyer is short.</summary>
    private int[] _lanes = [];

    public void CopyFrom(LanesByCost other) => _lanes = [.. other._lanes];

    /// <summary>A hint that a buyer's lanes are going to be asked for.</summary>
    public unsafe void Fetch(int buyer)
    {
        var first = market.Buyers[buyer].FirstLane;
        if (Sse.IsSupported && first < _lanes.Length)
        {
            // The address is only a hint: it does not matter when the collector moves the array in between.
            Sse.Prefetch0(Unsafe.AsPointer(ref _lanes[first]));
        }
    }

    public ReadOnlySpan<int> Of(int buyer)
    {
        if (_lanes.Length == 0)
        {
            _lanes = new int[model.Lanes.Count];
        }

        ref var book = ref market.Buyers[buyer];
        var lanes = _lanes.AsSpan(book.FirstLane, book.EndLane - book.FirstLane);
        if (!book.IsSorted)
        {
            book.IsSorted = true;
            model.Network.Stocks.Lanes(buyer).CopyTo(lanes);
            lanes.Sort((a, b) => model.Lanes[a].Cost.CompareTo(model.Lanes[b].Cost) is var byCost && byCost != 0 ? byCost : a.CompareTo(b));
        }

        return lanes;
    }
}
