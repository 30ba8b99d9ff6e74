using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Markets;

/// <summary>
/// Turns of asking and selling: every buyer that still lacks asks the sellers of its best lanes; a seller that is asked for more than it
/// offers rations. Lanes of equal landed cost are one choice: the buyer's order is split among them in proportion to what their
/// sellers still offer.
/// </summary>
internal sealed class SpotTrade
{
    /// <summary>Each turn fills a buyer or a lane, or empties a seller; this only bounds rounding.</summary>
    private const int MaxTurns = 100_000;

    private readonly SupplyModel _model;
    private readonly Market _market;
    private readonly Seller _seller;
    private readonly ShortBuyers _buyers;
    private readonly SpotSellers _sellers;
    private readonly List<int> _seeking = [];
    private readonly List<int> _asked = [];
    private readonly int[] _firstAsk;
    private readonly int[] _nextAsk;
    private readonly double[] _ask;

    public SpotTrade(SupplyModel model, Market market, Seller seller, ShortBuyers buyers, SpotSellers sellers)
    {
        (_model, _market, _seller, _buyers, _sellers) = (model, market, seller, buyers, sellers);
        _firstAsk = new int[model.Network.Stocks.Count];
        _firstAsk.AsSpan().Fill(-1);
        _nextAsk = new int[model.Network.Lanes.Count];
        _ask = new double[model.Network.Lanes.Count];
    }

    /// <summary>Empty buyers take first what they keep, from those they have it from.</summary>
    public void KeepPurchases(int commodity)
    {
        _asked.Clear();
        foreach (var buyer in _buyers.Of(commodity))
        {
            if (!_buyers.Keeps(buyer))
            {
                continue;
            }

            foreach (var lane in _model.Network.Stocks.Lanes(buyer))
            {
                var keeps = Math.Min(_model.Lanes.Room(lane), _buyers.KeptOf(buyer, lane));
                if (keeps > 0 && _sellers.HasOffer(_model.Network.Lanes.FromStock[lane]))
                {
                    Ask(lane, keeps);
                }
            }
        }

        SellAll();
        foreach (var buyer in _buyers.Of(commodity))
        {
            if (_buyers.Keeps(buyer))
            {
                _buyers.CloseKeeping(buyer);
            }
        }
    }

    /// <summary>Goes on until nothing moves.</summary>
    public void Buy(int commodity)
    {
        _seeking.Clear();
        _seeking.AddRange(_buyers.Of(commodity));
        for (var turn = 0; _seeking.Count > 0 && turn < MaxTurns; turn++)
        {
            _asked.Clear();
            var kept = 0;
            for (var i = 0; i < _seeking.Count; i++)
            {
                if (AskBest(_seeking[i]))
                {
                    _seeking[kept++] = _seeking[i];
                }
            }

            _seeking.RemoveRange(kept, _seeking.Count - kept);
            SellAll();
        }
    }

    /// <summary>The buyer asks the sellers of its best lanes; false when it has what it needs or none is left.</summary>
    private bool AskBest(int buyer)
    {
        if (_buyers.IsServed(buyer))
        {
            return false;
        }

        var best = double.PositiveInfinity;
        var offered = 0.0;
        var lanes = _model.Network.Stocks.Lanes(buyer);
        foreach (var lane in lanes)
        {
            var cost = _model.Lanes.Cost[lane];
            if (cost <= best && CanBuy(lane))
            {
                var offer = _sellers.Offer[_model.Network.Lanes.FromStock[lane]];
                offered = cost < best ? offer : offered + offer;
                best = cost;
            }
        }

        if (double.IsPositiveInfinity(best))
        {
            return false;
        }

        foreach (var lane in lanes)
        {
            if (_model.Lanes.Cost[lane] == best && CanBuy(lane))
            {
                var part = _sellers.Offer[_model.Network.Lanes.FromStock[lane]] / offered;
                Ask(lane, Math.Min(_model.Lanes.Room(lane), _buyers.Left[buyer] * part));
            }
        }

        return true;
    }

    private bool CanBuy(int lane) => _model.Lanes.Room(lane) > 0 && _sellers.HasOffer(_model.Network.Lanes.FromStock[lane]);

    private void Ask(int lane, double amount)
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

    private void SellAll()
    {
        foreach (var seller in _asked)
        {
            Sell(seller);
        }
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
        if (total <= _sellers.Offer[seller])
        {
            foreach (var lane in _seller.ClaimLanes)
            {
                Deliver(lane, _ask[lane]);
            }

            _sellers.Offer[seller] = Rounding.Net(_sellers.Offer[seller], total);
        }
        else
        {
            _seller.Ration(_sellers.Offer[seller]);
            for (var i = 0; i < _seller.ClaimLanes.Length; i++)
            {
                Deliver(_seller.ClaimLanes[i], _seller.Granted[i]);
            }

            _sellers.Offer[seller] = 0;
        }
    }

    private void Deliver(int lane, double amount)
    {
        var buyer = _model.Network.Lanes.ToStock[lane];
        _model.Lanes.Spot[lane] += amount;
        _buyers.Left[buyer] -= amount;
        _sellers.Sell(_model.Network.Lanes.FromStock[lane], amount, _market.CauseOfBuyer(buyer));
    }
}
