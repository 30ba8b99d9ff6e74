using System.Runtime.InteropServices;
using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Markets;

/// <summary>
/// The buyers whose contracts do not carry their need, by commodity, and what each still looks for in the clearing under way.
/// </summary>
internal sealed class ShortBuyers
{
    private readonly SupplyModel _model;
    private readonly ContractBook _contracts;

    /// <summary>Share of its need from which on a buyer looks for what it lacks.</summary>
    private readonly double _worthSeeking;
    private readonly List<int>[] _short;
    private readonly bool[] _isShort;
    private readonly List<int> _considered = [];
    private readonly bool[] _isConsidered;
    private readonly double[] _open;
    private readonly double[] _kept;
    private readonly long[] _keptAt;

    public ShortBuyers(SupplyModel model, ContractBook contracts)
    {
        (_model, _contracts) = (model, contracts);
        _worthSeeking = Math.Max(Rounding.OrderChange, model.Tolerance);
        var stocks = model.Network.Stocks.Count;
        _short = new List<int>[model.Network.Commodities.Count];
        for (var c = 0; c < _short.Length; c++)
        {
            _short[c] = [];
        }

        _isShort = new bool[stocks];
        _isConsidered = new bool[stocks];
        _open = new double[stocks];
        _kept = new double[stocks];
        _keptAt = new long[stocks];
        _keptAt.AsSpan().Fill(-1);
        Unmet = new double[stocks];
        Left = new double[stocks];
    }

    /// <summary>t/d that a buyer looks for beyond its contracts.</summary>
    public double[] Unmet { get; }

    /// <summary>What of that it has not found yet in this clearing, or did not find in the last.</summary>
    public double[] Left { get; }

    public ReadOnlySpan<int> Of(int commodity) => CollectionsMarshal.AsSpan(_short[commodity]);

    public void CopyFrom(ShortBuyers other)
    {
        for (var c = 0; c < _short.Length; c++)
        {
            _short[c].AddRange(other._short[c]);
        }

        other._isShort.CopyTo(_isShort, 0);
        other.Unmet.CopyTo(Unmet, 0);
        other.Left.CopyTo(Left, 0);
    }

    /// <summary>Looks at the buyer in this clearing: its need or its contract supply changed.</summary>
    public void Consider(int buyer)
    {
        if (!_isConsidered[buyer])
        {
            _isConsidered[buyer] = true;
            _considered.Add(buyer);
        }
    }

    /// <summary>Updates who is short, and drops the spot purchases of all who were, so that every seller has its full offer again.</summary>
    public void Find(int commodity, long now)
    {
        foreach (var buyer in _considered)
        {
            _isConsidered[buyer] = false;
            var unmet = UnmetBy(buyer, now);
            Unmet[buyer] = unmet > _worthSeeking * _contracts.Need[buyer] ? unmet : 0;
            if (Unmet[buyer] > 0 && !_isShort[buyer])
            {
                _isShort[buyer] = true;
                _short[commodity].Add(buyer);
            }
        }

        _considered.Clear();
        var list = _short[commodity];
        var kept = 0;
        for (var i = 0; i < list.Count; i++)
        {
            var buyer = list[i];
            DropSpot(buyer, now);
            Left[buyer] = Unmet[buyer];
            _isShort[buyer] = Unmet[buyer] > 0;
            if (_isShort[buyer])
            {
                list[kept++] = buyer;
            }
        }

        list.RemoveRange(kept, list.Count - kept);
    }

    /// <summary>Found nothing worth more than rounding to look for.</summary>
    public bool IsServed(int buyer) => Left[buyer] <= _worthSeeking * _contracts.Need[buyer];

    /// <summary>Contracts carry so much again that the buyer would give up spot purchases that it keeps for now.</summary>
    public bool Keeps(int buyer) => _kept[buyer] > 0 && _kept[buyer] > _open[buyer];

    /// <summary>What it keeps of one lane's spot purchases, t/d.</summary>
    public double KeptOf(int buyer, int lane) => _model.Lanes.SpotDispatch[lane] * _kept[buyer] / SpotBought(buyer);

    /// <summary>What a buyer did not get of what it keeps, it looks for elsewhere only as far as contracts leave it short.</summary>
    public void CloseKeeping(int buyer) => Left[buyer] = Math.Max(0, _open[buyer] - (Unmet[buyer] - Left[buyer]));

    private double UnmetBy(int buyer, long now)
    {
        var supplied = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            supplied += _model.Lanes.Contract[lane];
        }

        if (_keptAt[buyer] != now)
        {
            _keptAt[buyer] = now;
            _kept[buyer] = Kept(buyer);
        }

        _open[buyer] = _contracts.Need[buyer] - supplied;
        return Math.Max(_open[buyer], _kept[buyer]);
    }

    /// <summary>
    /// An empty buyer keeps what it bought on the spot until goods under contract land, as far as it still needs them: else it
    /// would give up near suppliers on the day a far one ships again, and run short once more for the length of the
    /// voyage. Decided once per instant, so that it cannot go back and forth within one.
    /// </summary>
    private double Kept(int buyer)
    {
        if (!_model.Stocks.Dry[buyer])
        {
            return 0;
        }

        var lands = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            lands += _model.Lanes.Transit[lane] == 0 ? _model.Lanes.Contract[lane] : Math.Min(_model.Lanes.Arriving[lane], _model.Lanes.Contract[lane]);
        }

        var use = _model.Network.Stocks.Coefficient[buyer] * _model.Sites.Wanted[_model.Network.Stocks.Site[buyer]];
        return Math.Min(SpotBought(buyer), Math.Max(0, Rounding.Net(use, lands)));
    }

    private double SpotBought(int buyer)
    {
        var bought = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            bought += _model.Lanes.SpotDispatch[lane];
        }

        return bought;
    }

    private void DropSpot(int buyer, long now)
    {
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            // Touched even where nothing is bought yet: what it gets below is dispatched when the instant ends.
            _model.Lanes.Spot[lane] = 0;
            _model.Instant.TouchLane(lane, now);
        }
    }
}
