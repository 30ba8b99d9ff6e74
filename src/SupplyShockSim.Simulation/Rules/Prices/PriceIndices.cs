using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Prices;

/// <summary>
/// The index of each commodity and buying country (see <see cref="PriceSpec"/>), moved at points of the review grid. It goes towards
/// min(cap, (1 - s)^(-1/scarcity)), where s is the share of the orders of the country's buyers (needs, stock rebuilding included) that no supplier has
/// promised, and is never below what the cost of inputs makes of it (<see cref="CostPassed"/>). A commodity of which nothing has changed since all its indices
/// came to where they go is not looked at.
/// </summary>
internal sealed class PriceIndices
{
    /// <summary>An index that is no farther from where it goes has come there.</summary>
    private const double Settled = 1e-6;

    private readonly RunState _state;
    private readonly RunJournal _journal;
    private readonly PriceSpec _spec;
    private readonly double _left;

    /// <summary>The commodities, inputs before what is made of them.</summary>
    private readonly int[] _order;

    /// <summary>By commodity: the stocks of those who buy it, and the commodities that are made of it.</summary>
    private readonly int[][] _buyers;
    private readonly int[][] _makes;
    private readonly CostPassed _cost;

    /// <summary>By country, of the commodity that is looked at, t/d.</summary>
    private readonly double[] _ordered;
    private readonly double[] _unmet;

    public PriceIndices(RunState state, RunJournal journal, PriceSpec spec)
    {
        (_state, _journal, _spec) = (state, journal, spec);
        var (network, commodities) = (state.Network, state.Network.Commodities);
        _left = Math.Exp(-state.ReviewDays / spec.Adjustment.Days);
        _order = [.. Enumerable.Range(0, commodities.Count).OrderByDescending(c => commodities.Rank[c]).ThenBy(c => c)];
        var inputs = Enumerable.Range(0, network.Stocks.Count).Where(s => network.Stocks.IsInput[s]).ToLookup(s => network.Stocks.Commodity[s]);
        _buyers = [.. Enumerable.Range(0, commodities.Count).Select(c => inputs[c].ToArray())];
        _makes = [.. _buyers.Select(stocks => stocks.SelectMany(s => Outputs(network, network.Stocks.Site[s])).Distinct().Order().ToArray())];
        (_ordered, _unmet) = (new double[network.Countries.Count], new double[network.Countries.Count]);
        _cost = new CostPassed(state, spec.Cap);
    }

    /// <summary>Moves what is not where it goes by one review period; true when something moved.</summary>
    public bool Move(long now)
    {
        var moved = false;
        foreach (var commodity in _order)
        {
            if (_state.Prices.IsMarked[commodity] || _state.Prices.IsMoving[commodity])
            {
                moved |= Move(commodity, now);
            }
        }

        return moved;
    }

    /// <summary>Some index may still move.</summary>
    public bool IsAwake() => Array.Exists(_state.Prices.IsMarked, m => m) || Array.Exists(_state.Prices.IsMoving, m => m);

    private static IEnumerable<int> Outputs(SupplyNetwork network, int site) =>
        Enumerable.Range(network.Sites.FirstOutput[site], network.Sites.FirstStock[site + 1] - network.Sites.FirstOutput[site])
            .Select(s => network.Stocks.Commodity[s]);

    private bool Move(int commodity, long now)
    {
        var book = _state.Prices;
        book.IsMarked[commodity] = book.IsMoving[commodity] = false;
        SumOrders(commodity);
        _cost.Look(_buyers[commodity]);
        var any = false;
        for (var country = 0; country < _ordered.Length; country++)
        {
            var cell = book.Cell(commodity, country);
            var (before, least) = (book.Index(cell), _cost.Least(country));
            var target = Math.Max(least, Scarcity(country));
            var index = Math.Max(least, target + ((before - target) * _left));
            index = Math.Abs(index - target) <= Settled ? target : index;
            book.IsMoving[commodity] |= index != target;
            if (index != before)
            {
                any = true;
                book.SetIndex(cell, index);
                _journal.Digest.Add(EventKind.Prices, cell, index);
                _journal.Recorder.PriceChanged(cell, now);
            }
        }

        foreach (var made in any ? _makes[commodity] : [])
        {
            book.IsMarked[made] = true;
        }

        return any;
    }

    /// <summary>The index that would clear the market of a country.</summary>
    private double Scarcity(int country)
    {
        var missing = _ordered[country] > 0 ? _unmet[country] / _ordered[country] : 0;
        return missing <= 0 ? 1 : Math.Min(_spec.Cap, Math.Pow(1 - missing, -1 / _spec.Scarcity));
    }

    private void SumOrders(int commodity)
    {
        Array.Clear(_ordered);
        Array.Clear(_unmet);
        foreach (var buyer in _buyers[commodity])
        {
            ref var stock = ref _state.Stocks[buyer];
            var (need, promised) = (stock.NeedTonnesPerDay, 0.0);
            foreach (var lane in _state.Network.Stocks.Lanes(buyer))
            {
                promised += _state.Lanes[lane].Contract + _state.Lanes[lane].Spot;
            }

            var country = _state.Network.Sites.Country[stock.Site];
            _ordered[country] += need;
            _unmet[country] += Math.Max(0, Rounding.Net(need, promised));
        }
    }
}
