using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Markets;

/// <summary>What sellers offer on the spot in the clearing under way, what they sell, what is requested of them, and the orders they hold after it.</summary>
internal sealed class SpotSellers
{
    private readonly SupplyModel _model;
    private readonly Market _market;
    private readonly Seller _seller;
    private readonly ContractBook _contracts;
    private readonly List<int>[] _courted;
    private readonly List<int> _considered = [];
    private readonly long[] _stamp;
    private readonly double[] _sold;
    private readonly double[] _requested;
    private readonly double _tolerance;

    /// <summary>The orders with which each seller was last woken.</summary>
    private readonly double[] _told;
    private long _clearing;
    private long _now;
    private int _commodity;

    public SpotSellers(SupplyModel model, Market market, Seller seller, ContractBook contracts)
    {
        (_model, _market, _seller, _contracts, _tolerance) = (model, market, seller, contracts, model.Tolerance);
        var stocks = model.Network.Stocks.Count;
        _courted = new List<int>[model.Network.Commodities.Count];
        for (var c = 0; c < _courted.Length; c++)
        {
            _courted[c] = [];
        }

        _stamp = new long[stocks];
        _sold = new double[stocks];
        _requested = new double[stocks];
        Offer = new double[stocks];
        OrdersHeld = new double[stocks];
        _told = new double[stocks];
        for (var s = 0; s < stocks; s++)
        {
            OrdersHeld[s] = _told[s] = contracts.OrdersAt(s);
        }
    }

    /// <summary>t/d still on offer, of the sellers considered in this clearing.</summary>
    public double[] Offer { get; }

    /// <summary>t/d of orders each seller holds: contracts, spot sales, and unmet orders that reached its idle capacity.</summary>
    public double[] OrdersHeld { get; }

    public void CopyFrom(SpotSellers other)
    {
        for (var c = 0; c < _courted.Length; c++)
        {
            _courted[c].AddRange(other._courted[c]);
        }

        other.OrdersHeld.CopyTo(OrdersHeld, 0);
        other._told.CopyTo(_told, 0);
    }

    /// <summary>Starts a clearing.</summary>
    public void Begin(int commodity, long now)
    {
        _now = now;
        _commodity = commodity;
        _clearing++;
        _considered.Clear();
    }

    /// <summary>Those that had spot orders or requests after the last clearing: the orders they hold may change.</summary>
    public void ConsiderCourted()
    {
        foreach (var seller in _courted[_commodity])
        {
            Consider(seller);
        }
    }

    /// <summary>Looks at the seller in this clearing: reads its offer, and later tells it its orders.</summary>
    public void Consider(int seller)
    {
        if (_stamp[seller] == _clearing)
        {
            return;
        }

        _stamp[seller] = _clearing;
        _model.StockKeeper.Advance(seller, _now);
        Offer[seller] = _seller.Offer(seller, _contracts.OrdersAt(seller), _contracts.GrantedBy(seller));
        _sold[seller] = 0;
        _requested[seller] = 0;
        _considered.Add(seller);
    }

    public bool HasOffer(int seller)
    {
        Consider(seller);
        return Offer[seller] > 0;
    }

    public void Sell(int seller, double amount, int cause)
    {
        _sold[seller] += amount;
        _market.NoteCause(seller, cause);
    }

    public void Request(int seller, double amount, int cause)
    {
        Consider(seller);
        _requested[seller] += amount;
        _market.NoteCause(seller, cause);
    }

    /// <summary>Ends the clearing: wakes every seller whose orders changed.</summary>
    public void Tell(long now)
    {
        var courted = _courted[_commodity];
        courted.Clear();
        foreach (var seller in _considered)
        {
            if (_sold[seller] > 0 || _requested[seller] > 0)
            {
                courted.Add(seller);
            }

            var held = _contracts.OrdersAt(seller) + _sold[seller] + _requested[seller];
            OrdersHeld[seller] = held;
            if (Rounding.Differ(held, _told[seller]) && Math.Abs(held - _told[seller]) > _tolerance * held)
            {
                _told[seller] = held;
                _market.WakeSeller(seller, now);
            }
        }
    }
}
