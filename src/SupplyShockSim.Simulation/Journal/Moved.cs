using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// Which stocks and lanes a run has touched, in the order in which it came to them: the reach of its disturbance. All others are as they were
/// opened, so that accounts and checks at the end need not visit them.
/// </summary>
internal sealed class Moved : IForkable
{
    private readonly List<int> _stocks = [];
    private readonly List<int> _lanes = [];

    public IReadOnlyList<int> Stocks => _stocks;

    public IReadOnlyList<int> Lanes => _lanes;

    /// <summary>The stock is going to change for the first time; it tells by <see cref="StockNow.Since"/>.</summary>
    public void AddStock(int stock) => _stocks.Add(stock);

    public void AddLane(int index, ref LaneNow lane)
    {
        if (!lane.HasMoved)
        {
            lane.HasMoved = true;
            _lanes.Add(index);
        }
    }

    public IForkable Fork()
    {
        var copy = new Moved();
        copy._stocks.AddRange(_stocks);
        copy._lanes.AddRange(_lanes);
        return copy;
    }
}
