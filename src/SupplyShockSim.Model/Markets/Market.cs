using SupplyShockSim.Engine;
using SupplyShockSim.Model.Flow;
using SupplyShockSim.Model.Markets.Rationing;

namespace SupplyShockSim.Model.Markets;

/// <summary>
/// Clears the commodities (model: section 5), the most downstream one with something to do first. Only what changed is
/// looked at: buyers with a new need or a new limit, sellers with new orders or new output, and buyers that are short.
/// </summary>
/// <remarks>
/// <b>Rounds in one instant.</b> A seller whose orders changed reviews at once and, without a ramp limit, answers at once, whereupon the
/// market clears again. A commodity goes at most <see cref="MaxRounds"/> such rounds in one instant; what is still open then waits
/// for the next review.
/// </remarks>
internal sealed class Market
{
    public const int MaxRounds = 16;

    private readonly SupplyModel _model;
    private readonly ContractBook _contracts;
    private readonly SpotMarket _spot;
    private readonly List<int>[] _buyers;
    private readonly List<int>[] _sellers;
    private readonly bool[] _listed;
    private readonly int[] _order;
    private readonly int[] _rounds;
    private readonly bool[] _waiting;
    private readonly int[] _sellerCause;
    private long _instant = -1;
    private bool _scheduled;

    public Market(SupplyModel model, IRationingRule rationing)
    {
        _model = model;
        var commodities = model.Network.Commodities.Count;
        var seller = new Seller(model, rationing);
        _contracts = new ContractBook(model, this, seller);
        _spot = new SpotMarket(model, this, seller, _contracts);
        _buyers = Lists(commodities);
        _sellers = Lists(commodities);
        _listed = new bool[model.Network.Stocks.Count];
        _rounds = new int[commodities];
        _waiting = new bool[commodities];
        _sellerCause = new int[model.Network.Stocks.Count];
        _order = [.. Enumerable.Range(0, commodities).OrderBy(c => model.Network.Commodities.Rank[c]).ThenBy(c => c)];
    }

    private Market(SupplyModel model, Market from)
        : this(model, from._spot.Rationing)
    {
        if (from._scheduled)
        {
            throw new InvalidOperationException("a run can be forked between instants only");
        }

        from._sellerCause.CopyTo(_sellerCause, 0);
        _contracts.CopyFrom(from._contracts);
        _spot.CopyFrom(from._spot);
    }

    public Market CloneFor(SupplyModel model) => new(model, this);

    /// <summary>Orders that reach a seller's output stock: contracts, spot purchases, and unmet orders that look for idle capacity; t/d.</summary>
    public double OrdersHeld(int stock) => _spot.OrdersHeld(stock);

    /// <summary>What a buyer needs of the market, t/d.</summary>
    public double NeedOf(int stock) => _contracts.Need[stock];

    public void SetNeed(int stock, double need, long now)
    {
        if (Rounding.Differ(need, _contracts.Need[stock]))
        {
            _contracts.Need[stock] = need;
            BuyerChanged(stock, now);
        }
    }

    /// <summary>A buyer's need, or a limit, cost or qualification of one of its lanes, changed.</summary>
    public void BuyerChanged(int stock, long now) => List(_buyers, stock, now);

    /// <summary>A seller's output, stock or orders changed.</summary>
    public void SellerChanged(int stock, long now) => List(_sellers, stock, now);

    /// <summary>A seller holds more than its target while somebody is short: it offers the surplus anew.</summary>
    public void OfferSurplus(int stock, long now)
    {
        if (_spot.AnyoneShort(_model.Network.Stocks.Commodity[stock]) && _model.Stocks.Level[stock] > _model.Stocks.Target[stock] * (1 + 1e-6))
        {
            SellerChanged(stock, now);
        }
    }

    public void OnClear(long now)
    {
        _scheduled = false;
        if (_instant != now)
        {
            _instant = now;
            _rounds.AsSpan().Clear();
        }

        foreach (var commodity in _order)
        {
            if (_waiting[commodity])
            {
                Clear(commodity, now);
                break;
            }
        }

        if (Array.IndexOf(_waiting, true) >= 0)
        {
            Schedule(now);
        }
    }

    /// <summary>Buyers that lack supply start to qualify every supplier they have a lane from.</summary>
    public void StartQualifications(long now) => _spot.StartQualifications(now);

    /// <summary>The log entry behind a lane's new dispatch.</summary>
    public int CauseOfDispatch(int lane, bool fell)
    {
        var lanes = _model.Lanes;
        var from = _model.Network.Lanes.FromStock[lane];
        var buyer = _model.Sites.Cause[_model.Network.Lanes.To[lane]];
        if (!fell)
        {
            return Math.Max(buyer, Math.Max(lanes.LimitCause[lane], _model.Sites.Cause[_model.Network.Lanes.From[lane]]));
        }

        if (lanes.Contract[lane] + lanes.Spot[lane] >= lanes.Limit[lane] * (1 - Rounding.OrderChange))
        {
            return lanes.LimitCause[lane];
        }

        return _contracts.IsRationed(from) ? _contracts.RationCause(from) : buyer;
    }

    /// <summary>A seller's orders changed: it reviews at once while rounds are left, else when its next review is due.</summary>
    internal void WakeSeller(int stock, long now)
    {
        var cause = _sellerCause[stock];
        var site = _model.Network.Stocks.Site[stock];
        if (_rounds[_model.Network.Stocks.Commodity[stock]] < MaxRounds && _model.IsDecisionInstant(now))
        {
            _model.Reviews.Wake(site, now, cause);
        }
        else
        {
            _model.Reviews.WakeNext(site, now);
        }
    }

    /// <summary>The log entry behind a change of a seller's orders.</summary>
    internal void NoteCause(int seller, int cause) => _sellerCause[seller] = cause;

    /// <summary>The log entry that last changed what a buyer decides on.</summary>
    internal int CauseOfBuyer(int stock) => _model.Sites.Cause[_model.Network.Stocks.Site[stock]];

    private static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    private void List(List<int>[] lists, int stock, long now)
    {
        var commodity = _model.Network.Stocks.Commodity[stock];
        if (!_listed[stock])
        {
            _listed[stock] = true;
            lists[commodity].Add(stock);
        }

        _waiting[commodity] = true;
        Schedule(now);
    }

    private void Schedule(long now)
    {
        if (!_scheduled)
        {
            _scheduled = true;
            _model.Calendar.Schedule(SimTime.FromSeconds(now), Phases.Clearing, new SupplyEvent(EventKind.Clear, 0));
        }
    }

    private void Clear(int commodity, long now)
    {
        _rounds[commodity]++;
        _waiting[commodity] = false;
        _spot.Begin(commodity, now);
        foreach (var buyer in _buyers[commodity])
        {
            _listed[buyer] = false;
            _contracts.Order(buyer, _sellers[commodity], _listed);
            _spot.Consider(buyer);
        }

        _buyers[commodity].Clear();
        foreach (var seller in _sellers[commodity])
        {
            _listed[seller] = false;
            _contracts.Fill(seller, now, _spot);
        }

        _sellers[commodity].Clear();
        _spot.Clear(now);
    }
}
