using SupplyShockSim.Engine;
using SupplyShockSim.Model.Flow;
using SupplyShockSim.Model.Markets.Rationing;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Markets;

/// <summary>
/// Rerouting (model: section 5.2): each buyer with an unmet need turns to the best lane that is open, qualified and below its limit, by
/// landed cost; an oversubscribed seller rations; who is left short turns to the next best, until nothing moves. What is still
/// unmet then reaches sellers with idle capacity, in proportion to that headroom.
/// </summary>
/// <remarks>
/// Lanes of equal landed cost are one choice: the buyer's order is split among them in proportion to what their sellers still offer.
/// Each clearing starts the spot purchases of all short buyers anew.
/// </remarks>
internal sealed class SpotMarket
{
    /// <summary>Unmet share of need from which a buyer counts as lacking supply and starts to qualify suppliers.</summary>
    public const double LackingShare = 1e-3;

    /// <summary>Turns of asking and selling in one clearing. Each turn fills a buyer, a lane or empties a seller; this only bounds rounding.</summary>
    private const int MaxTurns = 100_000;

    private readonly SupplyModel _model;
    private readonly Market _market;
    private readonly Seller _seller;
    private readonly ContractBook _contracts;

    private readonly List<int>[] _short;
    private readonly bool[] _isShort;
    private readonly List<int> _considered = [];
    private readonly bool[] _isConsidered;

    /// <summary>Sellers that had spot orders or requests after the last clearing, by commodity.</summary>
    private readonly List<int>[] _courted;
    private readonly List<int> _sellers = [];
    private readonly long[] _stamp;
    private readonly double[] _offer;
    private readonly double[] _sold;
    private readonly double[] _requested;
    private readonly double[] _left;
    private readonly double[] _open;
    private readonly double[] _kept;
    private readonly long[] _keptAt;
    private readonly List<int> _seeking = [];
    private readonly List<int> _asked = [];
    private readonly int[] _firstAsk;
    private readonly int[] _nextAsk;
    private readonly double[] _ask;
    private long _clearing;
    private int _commodity;
    private readonly List<int> _cleared = [];

    public SpotMarket(SupplyModel model, Market market, Seller seller, ContractBook contracts)
    {
        (_model, _market, _seller, _contracts) = (model, market, seller, contracts);
        var (stocks, lanes) = (model.Network.Stocks.Count, model.Network.Lanes.Count);
        _short = Lists(model.Network.Commodities.Count);
        _courted = Lists(model.Network.Commodities.Count);
        _isShort = new bool[stocks];
        _isConsidered = new bool[stocks];
        _stamp = new long[stocks];
        _offer = new double[stocks];
        _sold = new double[stocks];
        _requested = new double[stocks];
        _left = new double[stocks];
        _open = new double[stocks];
        _kept = new double[stocks];
        _keptAt = new long[stocks];
        _keptAt.AsSpan().Fill(-1);
        _firstAsk = new int[stocks];
        _firstAsk.AsSpan().Fill(-1);
        _nextAsk = new int[lanes];
        _ask = new double[lanes];
        Unmet = new double[stocks];
        OrdersHeld = new double[stocks];
        for (var s = 0; s < stocks; s++)
        {
            OrdersHeld[s] = contracts.OrdersAt(s);
        }
    }

    public IRationingRule Rationing => _seller.Rule;

    public double[] Unmet { get; }

    public double[] OrdersHeld { get; }

    public bool AnyoneShort(int commodity) => _short[commodity].Count > 0;

    public void CopyFrom(SpotMarket other)
    {
        for (var c = 0; c < _short.Length; c++)
        {
            _short[c].AddRange(other._short[c]);
            _courted[c].AddRange(other._courted[c]);
        }

        other._isShort.CopyTo(_isShort, 0);
        other._sold.CopyTo(_sold, 0);
        other._requested.CopyTo(_requested, 0);
        other.Unmet.CopyTo(Unmet, 0);
        other.OrdersHeld.CopyTo(OrdersHeld, 0);
    }

    public void Begin(int commodity)
    {
        _commodity = commodity;
        _clearing++;
        _sellers.Clear();
        if (!_cleared.Contains(commodity))
        {
            _cleared.Add(commodity);
        }
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

    /// <summary>Looks at the seller in this clearing: the orders it holds may change.</summary>
    public void ConsiderSeller(int seller)
    {
        if (_stamp[seller] == _clearing)
        {
            return;
        }

        _stamp[seller] = _clearing;
        _offer[seller] = _seller.Offer(seller, _contracts.OrdersAt(seller), _contracts.GrantedBy(seller));
        _sold[seller] = 0;
        _requested[seller] = 0;
        _sellers.Add(seller);
    }

    public void Clear(long now)
    {
        foreach (var seller in _courted[_commodity])
        {
            ConsiderSeller(seller);
        }

        FindShortBuyers(now);
        KeepPurchases();
        Buy();
        Request();
        TellSellers(now);
    }

    /// <summary>Starts the clock of every supplier that a lacking buyer has not accepted yet.</summary>
    public void StartQualifications(long now)
    {
        foreach (var commodity in _cleared)
        {
            foreach (var buyer in _short[commodity])
            {
                if (_left[buyer] > LackingShare * _contracts.Need[buyer])
                {
                    QualifySuppliers(buyer, now);
                }
            }
        }

        _cleared.Clear();
    }

    private static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    private void QualifySuppliers(int buyer, long now)
    {
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            if (_model.Lanes.Qualified[lane] || _model.Lanes.Qualifying[lane])
            {
                continue;
            }

            _model.Lanes.Qualifying[lane] = true;
            var days = _model.Network.Lanes.QualificationSeconds[lane] / (double)SimDuration.SecondsPerDay;
            var cause = _model.Log.Add(now, LogKind.QualificationStarted, SubjectKind.Lane, lane, _model.Sites.Cause[_model.Network.Stocks.Site[buyer]], after: days);
            _model.Calendar.Schedule(
                SimTime.FromSeconds(now + _model.Network.Lanes.QualificationSeconds[lane]), Phases.World, new SupplyEvent(EventKind.Qualified, lane, 0, cause));
        }
    }

    /// <summary>Updates who is short; drops the spot purchases of all who were, and so gives every seller its full offer back.</summary>
    private void FindShortBuyers(long now)
    {
        foreach (var buyer in _considered)
        {
            _isConsidered[buyer] = false;
            var unmet = UnmetBy(buyer, now);
            Unmet[buyer] = unmet > Rounding.OrderChange * _contracts.Need[buyer] ? unmet : 0;
            if (Unmet[buyer] > 0 && !_isShort[buyer])
            {
                _isShort[buyer] = true;
                _short[_commodity].Add(buyer);
            }
        }

        _considered.Clear();
        var kept = 0;
        var list = _short[_commodity];
        for (var i = 0; i < list.Count; i++)
        {
            var buyer = list[i];
            DropSpot(buyer, now);
            _left[buyer] = Unmet[buyer];
            if (Unmet[buyer] > 0)
            {
                list[kept++] = buyer;
            }
            else
            {
                _isShort[buyer] = false;
            }
        }

        list.RemoveRange(kept, list.Count - kept);
    }

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

    private void DropSpot(int buyer, long now)
    {
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            // Touched even where nothing is bought yet: what it gets below is dispatched when the instant ends.
            _model.Lanes.Spot[lane] = 0;
            _model.Instant.TouchLane(lane, now);
        }
    }

    private double Room(int lane)
    {
        var lanes = _model.Lanes;
        if (!lanes.Qualified[lane])
        {
            return 0;
        }

        var room = lanes.Limit[lane] - lanes.Contract[lane] - lanes.Spot[lane];
        return room > Rounding.OrderChange * lanes.Limit[lane] || (double.IsPositiveInfinity(lanes.Limit[lane]) && room > 0) ? room : 0;
    }

    /// <summary>Empty buyers take first what they keep, from those they have it from.</summary>
    private void KeepPurchases()
    {
        _asked.Clear();
        foreach (var buyer in _short[_commodity])
        {
            if (!Keeps(buyer))
            {
                continue;
            }

            var bought = SpotBought(buyer);
            foreach (var lane in _model.Network.Stocks.Lanes(buyer))
            {
                var keeps = Math.Min(Room(lane), _model.Lanes.SpotDispatch[lane] * _kept[buyer] / bought);
                if (keeps > 0 && Offers(_model.Network.Lanes.FromStock[lane]))
                {
                    AskFor(lane, keeps);
                }
            }
        }

        foreach (var seller in _asked)
        {
            Sell(seller);
        }

        // What it did not get of that it looks for elsewhere only as far as contracts leave it short.
        foreach (var buyer in _short[_commodity])
        {
            if (Keeps(buyer))
            {
                _left[buyer] = Math.Max(0, _open[buyer] - (Unmet[buyer] - _left[buyer]));
            }
        }
    }

    /// <summary>Contracts carry so much again that the buyer would give up spot purchases that it keeps for now.</summary>
    private bool Keeps(int buyer) => _kept[buyer] > 0 && _kept[buyer] > _open[buyer];

    private double SpotBought(int buyer)
    {
        var bought = 0.0;
        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            bought += _model.Lanes.SpotDispatch[lane];
        }

        return bought;
    }

    private void AskFor(int lane, double amount)
    {
        var seller = _model.Network.Lanes.FromStock[lane];
        if (_firstAsk[seller] < 0)
        {
            _asked.Add(seller);
        }

        _ask[lane] = amount;
        _nextAsk[lane] = _firstAsk[seller];
        _firstAsk[seller] = lane;
    }

    private void Buy()
    {
        _seeking.Clear();
        _seeking.AddRange(_short[_commodity]);
        for (var round = 0; _seeking.Count > 0 && round < MaxTurns; round++)
        {
            _asked.Clear();
            var kept = 0;
            for (var i = 0; i < _seeking.Count; i++)
            {
                if (Ask(_seeking[i]))
                {
                    _seeking[kept++] = _seeking[i];
                }
            }

            _seeking.RemoveRange(kept, _seeking.Count - kept);
            foreach (var seller in _asked)
            {
                Sell(seller);
            }
        }
    }

    /// <summary>The buyer asks the sellers of its best lanes; false when it has what it needs or none is left.</summary>
    private bool Ask(int buyer)
    {
        if (_left[buyer] <= Rounding.OrderChange * _contracts.Need[buyer])
        {
            return false;
        }

        var best = double.PositiveInfinity;
        var offered = 0.0;
        var lanes = _model.Network.Stocks.Lanes(buyer);
        foreach (var lane in lanes)
        {
            var seller = _model.Network.Lanes.FromStock[lane];
            if (_model.Lanes.Cost[lane] > best || Room(lane) <= 0 || !Offers(seller))
            {
                continue;
            }

            offered = _model.Lanes.Cost[lane] < best ? _offer[seller] : offered + _offer[seller];
            best = _model.Lanes.Cost[lane];
        }

        if (double.IsPositiveInfinity(best))
        {
            return false;
        }

        foreach (var lane in lanes)
        {
            var seller = _model.Network.Lanes.FromStock[lane];
            if (_model.Lanes.Cost[lane] != best || Room(lane) <= 0 || !Offers(seller))
            {
                continue;
            }

            AskFor(lane, Math.Min(Room(lane), _left[buyer] * _offer[seller] / offered));
        }

        return true;
    }

    private bool Offers(int seller)
    {
        ConsiderSeller(seller);
        return _offer[seller] > 0;
    }

    private void Sell(int seller)
    {
        var total = 0.0;
        _seller.BeginRation();
        for (var lane = _firstAsk[seller]; lane >= 0; lane = _nextAsk[lane])
        {
            total += _ask[lane];
            _seller.AddClaim(lane, _ask[lane]);
        }

        _firstAsk[seller] = -1;
        if (total <= _offer[seller])
        {
            foreach (var lane in _seller.ClaimLanes)
            {
                Deliver(lane, _ask[lane]);
            }

            _offer[seller] = Rounding.Net(_offer[seller], total);
        }
        else
        {
            _seller.Ration(_offer[seller]);
            for (var i = 0; i < _seller.ClaimLanes.Length; i++)
            {
                Deliver(_seller.ClaimLanes[i], _seller.Granted[i]);
            }

            _offer[seller] = 0;
        }
    }

    private void Deliver(int lane, double amount)
    {
        _model.Lanes.Spot[lane] += amount;
        _sold[_model.Network.Lanes.FromStock[lane]] += amount;
        _market.NoteCause(_model.Network.Lanes.FromStock[lane], _market.CauseOfBuyer(_model.Network.Lanes.ToStock[lane]));
        _left[_model.Network.Lanes.ToStock[lane]] -= amount;
    }

    /// <summary>What is still unmet reaches sellers with idle capacity, in proportion to that headroom.</summary>
    private void Request()
    {
        foreach (var buyer in _short[_commodity])
        {
            if (_left[buyer] <= Rounding.OrderChange * _contracts.Need[buyer])
            {
                _left[buyer] = 0;
                continue;
            }

            var headroom = 0.0;
            foreach (var lane in _model.Network.Stocks.Lanes(buyer))
            {
                headroom += HeadroomFor(lane);
            }

            foreach (var lane in _model.Network.Stocks.Lanes(buyer))
            {
                var own = HeadroomFor(lane);
                if (own > 0)
                {
                    var seller = _model.Network.Lanes.FromStock[lane];
                    ConsiderSeller(seller);
                    _requested[seller] += Math.Min(Room(lane), _left[buyer] * own / headroom);
                    _market.NoteCause(seller, _market.CauseOfBuyer(buyer));
                }
            }
        }
    }

    /// <summary>Idle capacity that an unmet order can reach over a lane. A seller that rations the buyer's contract order holds that order already.</summary>
    private double HeadroomFor(int lane) =>
        Room(lane) > 0 && Rounding.Net(_model.Lanes.Order[lane], _model.Lanes.Contract[lane]) <= 0
            ? _seller.Headroom(_model.Network.Lanes.FromStock[lane])
            : 0;

    private void TellSellers(long now)
    {
        var courted = _courted[_commodity];
        courted.Clear();
        foreach (var seller in _sellers)
        {
            if (_sold[seller] > 0 || _requested[seller] > 0)
            {
                courted.Add(seller);
            }

            var held = _contracts.OrdersAt(seller) + _sold[seller] + _requested[seller];
            if (Rounding.Differ(held, OrdersHeld[seller]))
            {
                OrdersHeld[seller] = held;
                _market.WakeSeller(seller, now);
            }
        }
    }
}
