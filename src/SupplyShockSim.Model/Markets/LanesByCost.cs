using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Markets;

/// <summary>The lanes of buyers in order of landed cost, sorted when a buyer first looks for spot supply, and again after a cost has changed.</summary>
internal sealed class LanesByCost(SupplyModel model, Market market)
{
    /// <summary>Lanes by stock, at the places that <see cref="Network.StockTable.LaneOf"/> has for them; empty until a buyer is short.</summary>
    private int[] _lanes = [];

    public void CopyFrom(LanesByCost other) => _lanes = [.. other._lanes];

    public ReadOnlySpan<int> Of(int buyer)
    {
        if (_lanes.Length == 0)
        {
            _lanes = new int[model.Network.Stocks.LaneOf.Length];
        }

        var stocks = model.Network.Stocks;
        var lanes = _lanes.AsSpan(stocks.FirstLane[buyer], stocks.FirstLane[buyer + 1] - stocks.FirstLane[buyer]);
        ref var book = ref market.Buyers[buyer];
        if (!book.IsSorted)
        {
            book.IsSorted = true;
            stocks.Lanes(buyer).CopyTo(lanes);
            lanes.Sort((a, b) => model.Lanes[a].Cost.CompareTo(model.Lanes[b].Cost) is var byCost && byCost != 0 ? byCost : a.CompareTo(b));
        }

        return lanes;
    }
}
