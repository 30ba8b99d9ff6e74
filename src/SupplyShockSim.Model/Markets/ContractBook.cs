using SupplyShockSim.Model.Flow;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Markets;

/// <summary>
/// Contracts (model: section 5.1): each buyer orders its need over its contract lanes in proportion to their baseline flow; a seller with
/// stock on hand ships what is ordered, one without ships what it makes and rations.
/// </summary>
internal sealed class ContractBook
{
    private readonly SupplyModel _model;
    private readonly Market _market;
    private readonly Seller _seller;
    private readonly double[] _baseline;
    private readonly double[] _orders;
    private readonly double[] _granted;
    private readonly bool[] _rationed;
    private readonly int[] _rationCause;

    public ContractBook(SupplyModel model, Market market, Seller seller)
    {
        (_model, _market, _seller) = (model, market, seller);
        var stocks = model.Network.Stocks;
        Need = new double[stocks.Count];
        _baseline = new double[stocks.Count];
        _orders = new double[stocks.Count];
        _granted = new double[stocks.Count];
        _rationed = new bool[stocks.Count];
        _rationCause = new int[stocks.Count];
        for (var s = 0; s < stocks.Count; s++)
        {
            foreach (var lane in stocks.Lanes(s))
            {
                _baseline[s] += model.Network.Lanes.FlowPerDay[lane];
            }

            _orders[s] = _granted[s] = stocks.IsInput[s] ? 0 : _baseline[s];
            Need[s] = stocks.IsInput[s] ? _baseline[s] : 0;
        }
    }

    /// <summary>Needs of buyers, t/d, by input stock.</summary>
    public double[] Need { get; }

    /// <summary>Contract orders at a seller, t/d.</summary>
    public double OrdersAt(int stock) => _orders[stock];

    /// <summary>What the seller ships under contract, t/d.</summary>
    public double GrantedBy(int stock) => _granted[stock];

    public bool IsRationed(int stock) => _rationed[stock];

    /// <summary>The log entry that says why the seller rations.</summary>
    public int RationCause(int stock) => _rationCause[stock];

    public void CopyFrom(ContractBook other)
    {
        other.Need.CopyTo(Need, 0);
        other._orders.CopyTo(_orders, 0);
        other._granted.CopyTo(_granted, 0);
        other._rationed.CopyTo(_rationed, 0);
        other._rationCause.CopyTo(_rationCause, 0);
    }

    /// <summary>Spreads a buyer's need over its contract lanes; lists the sellers whose orders change.</summary>
    public void Order(int buyer, List<int> sellers, bool[] listed)
    {
        if (_baseline[buyer] <= 0)
        {
            return;
        }

        foreach (var lane in _model.Network.Stocks.Lanes(buyer))
        {
            var share = _model.Network.Lanes.FlowPerDay[lane] / _baseline[buyer];
            var order = Math.Min(Need[buyer] * share, _model.Lanes.Limit[lane]);
            if (share == 0 || order == _model.Lanes.Order[lane])
            {
                continue;
            }

            _model.Lanes.Order[lane] = order;
            var seller = _model.Network.Lanes.FromStock[lane];
            var limited = order >= _model.Lanes.Limit[lane];
            _market.NoteCause(seller, limited ? _model.Lanes.LimitCause[lane] : _market.CauseOfBuyer(buyer));
            if (!listed[seller])
            {
                listed[seller] = true;
                sellers.Add(seller);
            }
        }
    }

    /// <summary>Ships what a seller can of its contract orders; tells the spot market which buyers to look at.</summary>
    public void Fill(int seller, long now, SpotMarket spot)
    {
        var lanes = _model.Network.Stocks.Lanes(seller);
        var orders = 0.0;
        foreach (var lane in lanes)
        {
            orders += _model.Lanes.Order[lane];
        }

        _orders[seller] = orders;
        var makes = _seller.Makes(seller);
        var isShort = _model.Stocks.Dry[seller] && Rounding.Net(orders, makes) > 0;
        if (isShort)
        {
            Ration(seller, lanes, makes, now, spot);
        }
        else
        {
            _granted[seller] = orders;
            foreach (var lane in lanes)
            {
                Grant(lane, _model.Lanes.Order[lane], now, spot);
            }
        }

        NoteRationing(seller, isShort, orders, makes, now);
        spot.ConsiderSeller(seller);
    }

    private void Ration(int seller, ReadOnlySpan<int> lanes, double makes, long now, SpotMarket spot)
    {
        _seller.BeginRation();
        foreach (var lane in lanes)
        {
            if (_model.Lanes.Order[lane] > 0)
            {
                _seller.AddClaim(lane, _model.Lanes.Order[lane]);
            }
            else
            {
                Grant(lane, 0, now, spot);
            }
        }

        _seller.Ration(makes);
        _granted[seller] = 0;
        for (var i = 0; i < _seller.Granted.Length; i++)
        {
            _granted[seller] += _seller.Granted[i];
            Grant(_seller.ClaimLanes[i], _seller.Granted[i], now, spot);
        }
    }

    private void Grant(int lane, double granted, long now, SpotMarket spot)
    {
        if (granted != _model.Lanes.Contract[lane])
        {
            _model.Lanes.Contract[lane] = granted;
            _model.Instant.TouchLane(lane, now);
            spot.Consider(_model.Network.Lanes.ToStock[lane]);
        }
    }

    private void NoteRationing(int seller, bool isShort, double orders, double makes, long now)
    {
        if (isShort == _rationed[seller])
        {
            return;
        }

        _rationed[seller] = isShort;
        var kind = isShort ? LogKind.SellerRationed : LogKind.SellerRecovered;
        _rationCause[seller] = _model.Log.Add(now, kind, SubjectKind.Stock, seller, _model.Stocks.Cause[seller], before: orders, after: makes);
    }
}
