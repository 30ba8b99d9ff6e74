using System.Runtime.InteropServices;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Markets.Rationing;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>
/// Clears the commodities (model: section 5), the most downstream one with something to do first. Only what changed is
/// looked at: buyers with a new need or a new limit, sellers with new orders or new output, and buyers that are short.
/// </summary>
/// <remarks>
/// <b>Rounds in one instant.</b> A seller whose orders changed reviews at once and, without a ramp limit, answers at once, whereupon the
/// market clears again. A commodity goes at most <see cref="MaxRounds"/> such rounds in one instant; what is still open then waits
/// for the next review.
/// <para><b>Between decisions</b> (a stock runs dry at 10:37) contracts follow at once: a seller without stock rations its contract orders, then
/// its spot sales. Who lost supply looks for other sellers when decisions are next due, at the latest one review period later,
/// as all buyers do. So a clearing of all who are short does not follow every stock that runs dry.</para>
/// </remarks>
internal sealed class Market
{
    public const int MaxRounds = 16;

    /// <summary>More lanes of one buyer are not fetched ahead.</summary>
    private const int ManyLanes = 16;

    private readonly SupplyModel _model;
    private readonly ContractBook _contracts;
    private readonly SpotMarket _spot;
    private readonly List<int>[] _buyers;
    private readonly List<int>[] _sellers;
    private readonly int[] _order;
    private readonly int[] _rounds;
    private readonly bool[] _waiting;
    private long _instant = -1;
    private bool _scheduled;

    /// <summary>Second of a clearing that is scheduled for the next decisions, or -1.</summary>
    private long _nextAt = -1;

    public Market(SupplyModel model, IRationingRule rationing)
    {
        _model = model;
        var commodities = model.Network.Commodities.Count;
        var seller = new Seller(model, rationing);
        Buyers = new Rows<BuyerNow>(model.Stocks.Count);
        Sellers = new Rows<SellerNow>(model.Stocks.Count);
        RationCause = new int[model.Stocks.Count];
        _contracts = new ContractBook(model, this, seller);
        _spot = new SpotMarket(model, this, seller);
        _buyers = Lists(commodities);
        _sellers = Lists(commodities);
        _rounds = new int[commodities];
        _waiting = new bool[commodities];
        _order = [.. Enumerable.Range(0, commodities).OrderBy(c => model.Network.Commodities.Rank[c]).ThenBy(c => c)];
        for (var s = 0; s < model.Stocks.Count; s++)
        {
            // In the baseline, contracts carry all that is needed and ordered.
            ref var stock = ref model.Stocks[s];
            if (stock.IsInput)
            {
                var lanes = model.Network.Stocks.Lanes(s);
                ref var buyer = ref Buyers[s];
                buyer.Contracted = stock.Demand;
                buyer.KeptAt = -1;
                (buyer.FirstLane, buyer.EndLane) = lanes.IsEmpty ? (0, 0) : (lanes[0], lanes[^1] + 1);
                continue;
            }

            ref var book = ref Sellers[s];
            book.Orders = book.Granted = book.Told = stock.Demand;
            book.First = -1;
        }
    }

    private Market(SupplyModel model, Market from)
        : this(model, from._spot.Rationing)
    {
        if (from._scheduled)
        {
            throw new InvalidOperationException("a run can be forked between instants only");
        }

        for (var c = 0; c < _waiting.Length; c++)
        {
            _waiting[c] = from._waiting[c];
            _buyers[c].AddRange(from._buyers[c]);
        }

        _nextAt = from._nextAt;
        Buyers = from.Buyers.Clone();
        Sellers = from.Sellers.Clone();
        from.RationCause.CopyTo(RationCause, 0);
        _spot.CopyFrom(from._spot);
    }

    /// <summary>By input stock.</summary>
    public Rows<BuyerNow> Buyers { get; }

    /// <summary>By output stock.</summary>
    public Rows<SellerNow> Sellers { get; }

    /// <summary>By output stock: the log entry that says why the seller rations.</summary>
    public int[] RationCause { get; }

    public Market CloneFor(SupplyModel model) => new(model, this);

    public void SetNeed(int index, double need, long now)
    {
        ref var stock = ref _model.Stocks[index];
        if (Rounding.Differ(need, stock.Demand))
        {
            stock.Demand = need;
            BuyerChanged(index, now);
        }
    }

    /// <summary>Contracts or spot sellers give a buyer another amount: the clearing under way, or the next one, looks at it.</summary>
    public void SupplyChanged(int stock)
    {
        ref var book = ref Buyers[stock];
        if (!book.Listed)
        {
            book.Listed = true;
            _buyers[_model.Stocks[stock].Commodity].Add(stock);
        }
    }

    /// <summary>A buyer's need, or a limit, cost or qualification of one of its lanes, changed.</summary>
    public void BuyerChanged(int stock, long now) => List(_buyers, ref Buyers[stock].Listed, stock, now);

    /// <summary>The landed cost of one of a buyer's lanes changed.</summary>
    public void CostChanged(int stock) => Buyers[stock].IsSorted = false;

    /// <summary>A seller's output, stock or orders changed.</summary>
    public void SellerChanged(int stock, long now) => List(_sellers, ref Sellers[stock].Listed, stock, now);

    /// <summary>A seller holds more than its target while somebody is short: it offers the surplus anew.</summary>
    public void OfferSurplus(int index, long now)
    {
        ref var stock = ref _model.Stocks[index];
        if (stock.Level > stock.Target * (1 + 1e-6) && _spot.AnyoneShort(_model.Stocks[index].Commodity))
        {
            SellerChanged(index, now);
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

        if (_nextAt == now)
        {
            _nextAt = -1;
        }

        if (!_model.IsDecisionInstant(now))
        {
            Follow(now);
            return;
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
    public int CauseOfDispatch(in LaneNow lane, bool fell)
    {
        var buyer = CauseOfBuyer(lane.ToStock);
        if (!fell)
        {
            return Math.Max(buyer, Math.Max(lane.LimitCause, _model.Sites[_model.Stocks[lane.FromStock].Site].Cause));
        }

        if (lane.Contract + lane.Spot >= lane.Limit * (1 - Rounding.OrderChange))
        {
            return lane.LimitCause;
        }

        ref var book = ref Sellers[lane.FromStock];
        return book.Rationed ? RationCause[lane.FromStock] : buyer;
    }

    internal static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++)
        {
            lists[i] = [];
        }

        return lists;
    }

    /// <summary>A seller's orders changed: it reviews at once while rounds are left, else when its next review is due.</summary>
    internal void WakeSeller(int index, int cause, long now)
    {
        ref var stock = ref _model.Stocks[index];
        if (_rounds[_model.Stocks[index].Commodity] < MaxRounds && _model.IsDecisionInstant(now))
        {
            _model.Reviews.Wake(stock.Site, now, cause);
        }
        else
        {
            _model.Reviews.WakeNext(stock.Site, now);
        }
    }

    /// <summary>The log entry that last changed what a buyer decides on.</summary>
    internal int CauseOfBuyer(int stock) => _model.Sites[_model.Stocks[stock].Site].Cause;

    private void List(List<int>[] lists, ref bool listed, int stock, long now)
    {
        var commodity = _model.Stocks[stock].Commodity;
        if (!listed)
        {
            listed = true;
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

    /// <summary>Between decisions: contracts follow what sellers have, and who lost supply is listed for the next clearing.</summary>
    private void Follow(long now)
    {
        var anyoneWaits = false;
        for (var c = 0; c < _waiting.Length; c++)
        {
            foreach (var seller in _sellers[c])
            {
                Sellers[seller].Listed = false;
                _contracts.Fill(seller, now);
                _spot.Cut(seller, now);
            }

            _sellers[c].Clear();
            _waiting[c] &= _buyers[c].Count > 0 || _spot.AnyoneShort(c);
            anyoneWaits |= _waiting[c];
        }

        var next = ((now / _model.ReviewSeconds) + 1) * _model.ReviewSeconds;
        if (anyoneWaits && _nextAt != next && next <= _model.End)
        {
            _nextAt = next;
            _model.Calendar.Schedule(SimTime.FromSeconds(next), Phases.Clearing, new SupplyEvent(EventKind.Clear, 0));
        }
    }

    private void Clear(int commodity, long now)
    {
        _rounds[commodity]++;
        _waiting[commodity] = false;
        if (_model.IsThorough)
        {
            ListAll(commodity);
        }

        _spot.Begin(commodity, now);
        var buyers = _buyers[commodity];
        for (var i = 0; i < buyers.Count; i++)
        {
            FetchBuyers(CollectionsMarshal.AsSpan(buyers), i);
            _contracts.Order(buyers[i], _sellers[commodity]);
        }

        var sellers = _sellers[commodity];
        for (var i = 0; i < sellers.Count; i++)
        {
            FetchSellers(CollectionsMarshal.AsSpan(sellers), i);
            Sellers[sellers[i]].Listed = false;
            _contracts.Fill(sellers[i], now);
            _spot.ConsiderSeller(sellers[i]);
        }

        _sellers[commodity].Clear();

        // With all that have got another grant.
        foreach (var buyer in buyers)
        {
            Buyers[buyer].Listed = false;
        }

        _spot.Clear(buyers, now);
        buyers.Clear();
    }

    private void ListAll(int commodity)
    {
        for (var s = 0; s < _model.Stocks.Count; s++)
        {
            if (_model.Network.Stocks.Commodity[s] != commodity)
            {
                continue;
            }

            if (_model.Stocks[s].IsInput)
            {
                SupplyChanged(s);
            }
            else if (!Sellers[s].Listed)
            {
                Sellers[s].Listed = true;
                _sellers[commodity].Add(s);
            }
        }
    }

    /// <summary>Fetches ahead of a walk over buyers what those some places on are going to need: first their rows, then their lanes, then the sellers there.</summary>
    internal void FetchBuyers(ReadOnlySpan<int> buyers, int at)
    {
        const int Far = 12;
        const int Middle = 8;
        const int Near = 4;
        if (at + Far < buyers.Length)
        {
            Buyers.Fetch(buyers[at + Far]);
            _model.Stocks.Fetch(buyers[at + Far]);
        }

        if (at + Middle < buyers.Length)
        {
            ref var book = ref Buyers[buyers[at + Middle]];
            _model.Sites.Fetch(_model.Stocks[buyers[at + Middle]].Site);
            for (var lane = book.FirstLane; lane < Math.Min(book.EndLane, book.FirstLane + ManyLanes); lane++)
            {
                _model.Lanes.Fetch(lane);
            }
        }

        if (at + Near < buyers.Length)
        {
            ref var book = ref Buyers[buyers[at + Near]];
            for (var lane = book.FirstLane; lane < Math.Min(book.EndLane, book.FirstLane + ManyLanes); lane++)
            {
                var seller = _model.Lanes[lane].FromStock;
                Sellers.Fetch(seller);
                _model.Stocks.Fetch(seller);
            }
        }
    }

    /// <summary>The same for sellers.</summary>
    internal void FetchSellers(ReadOnlySpan<int> sellers, int at)
    {
        const int Far = 8;
        if (at + Far < sellers.Length)
        {
            Sellers.Fetch(sellers[at + Far]);
            _model.Stocks.Fetch(sellers[at + Far]);
        }
    }
}
