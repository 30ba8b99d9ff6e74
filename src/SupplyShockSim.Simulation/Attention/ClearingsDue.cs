using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>Which commodities are to clear, and which of their buyers and sellers are to be looked at then.</summary>
/// <remarks>
/// <b>Rounds in one instant.</b> A seller whose orders changed reviews at once and, without a ramp limit, answers at once, whereupon the
/// market clears again. A commodity goes at most <see cref="MaxRounds"/> such rounds in one instant; what is still open then waits
/// for the next review. A clearing that tells no seller of other orders is no round: what an instant comes to does not hang on who looked twice.
/// </remarks>
internal sealed class ClearingsDue(RunState state, Clock clock, Parts parts)
{
    public const int MaxRounds = 16;

    private readonly ListsByCommodity _buyers = parts.Add(() => new ListsByCommodity(state.Network.Commodities.Count));
    private readonly ListsByCommodity _sellers = parts.Add(() => new ListsByCommodity(state.Network.Commodities.Count));
    /// <summary>The stocks whose buyer or seller is looked at when decisions are next due.</summary>
    private readonly ListsByCommodity _again = parts.Add(() => new ListsByCommodity(state.Network.Commodities.Count));
    private readonly Rows<bool> _waiting = parts.Add(() => new Rows<bool>(state.Network.Commodities.Count));
    private readonly Rows<int> _rounds = parts.Add(() => new Rows<int>(state.Network.Commodities.Count));
    private readonly OncePerInstant _event = parts.Add(() => new OncePerInstant(EventKind.Clear, Phases.Clearing));

    /// <summary>The instant whose rounds are counted.</summary>
    private readonly Cell<long> _instant = parts.Add(() => new Cell<long>(-1));

    /// <summary>Second of a clearing that is scheduled for the next decisions, or -1.</summary>
    private readonly Cell<long> _nextAt = parts.Add(() => new Cell<long>(-1));

    /// <summary>The buyers to look at, in the order in which they were marked.</summary>
    public ListsByCommodity Buyers => _buyers;

    /// <summary>The sellers to look at, in the order in which they were marked.</summary>
    public ListsByCommodity Sellers => _sellers;

    /// <summary>Contracts or spot sellers give a buyer another amount: the clearing under way, or the next one, looks at it.</summary>
    public void SupplyChanged(int stock)
    {
        ref var book = ref state.Buyers[stock];
        if (!book.Listed)
        {
            book.Listed = true;
            _buyers[state.Stocks[stock].Commodity].Add(stock);
        }
    }

    /// <summary>A buyer's need, or a limit, cost or qualification of one of its lanes, changed.</summary>
    public void BuyerChanged(int stock, long now) => List(_buyers, ref state.Buyers[stock].Listed, stock, now);

    /// <summary>The landed cost of one of a buyer's lanes changed.</summary>
    public void CostChanged(int stock) => state.Buyers[stock].IsSorted = false;

    /// <summary>A seller's output, stock or orders changed.</summary>
    public void SellerChanged(int stock, long now) => List(_sellers, ref state.Sellers[stock].Listed, stock, now);

    /// <summary>The clearing under way looks at the seller; it schedules none.</summary>
    public void AlsoSeller(int stock)
    {
        ref var book = ref state.Sellers[stock];
        if (!book.Listed)
        {
            book.Listed = true;
            _sellers[state.Stocks[stock].Commodity].Add(stock);
        }
    }

    /// <summary>The seller is looked at again at the next point of the review grid.</summary>
    public void SellerAgain(int stock, long now) => Again(stock, ref state.Sellers[stock].Again, now);

    /// <summary>The same for a buyer.</summary>
    public void BuyerAgain(int stock, long now) => Again(stock, ref state.Buyers[stock].Again, now);

    /// <summary>The commodity may clear again in this instant.</summary>
    public bool HasRoundsLeft(int commodity) => _rounds[commodity] < MaxRounds;

    /// <summary>An event of clearing is being handled.</summary>
    public void Begin(long now)
    {
        _event.Begin();
        if (_instant.Value != now)
        {
            _instant.Value = now;
            _rounds.Clear();
        }

        if (_nextAt.Value == now)
        {
            _nextAt.Value = -1;
            ListAgain();
        }
    }

    public bool IsWaiting(int commodity) => _waiting[commodity];

    /// <summary>The commodity clears.</summary>
    public void BeginClearing(int commodity) => _waiting[commodity] = false;

    /// <summary>A clearing told sellers of other orders: a round in this instant.</summary>
    public void CountRound(int commodity) => _rounds[commodity]++;

    /// <summary>Clears again in this instant.</summary>
    public void GoOn(long now) => _event.Schedule(clock, now);

    /// <summary>The commodity need not clear when decisions are next due.</summary>
    public void Settled(int commodity) => _waiting[commodity] = false;

    /// <summary>What waits clears when decisions are next due.</summary>
    public void ClearNext(long now)
    {
        var next = state.NextReviewPoint(now);
        if (_nextAt.Value != next && next <= state.End)
        {
            _nextAt.Value = next;
            clock.Scheduler.Schedule(SimTime.FromSeconds(next), Phases.Clearing, new SupplyEvent(EventKind.Clear, 0));
        }
    }

    private void Again(int stock, ref bool again, long now)
    {
        if (!again)
        {
            again = true;
            _again[state.Stocks[stock].Commodity].Add(stock);
        }

        ClearNext(now);
    }

    private void ListAgain()
    {
        for (var c = 0; c < _waiting.Count; c++)
        {
            foreach (var stock in _again[c])
            {
                (state.Sellers[stock].Again, state.Buyers[stock].Again) = (false, false);
                if (state.Stocks[stock].IsInput)
                {
                    SupplyChanged(stock);
                }
                else
                {
                    AlsoSeller(stock);
                }

                _waiting[c] = true;
            }

            _again[c].Clear();
        }
    }

    private void List(ListsByCommodity lists, ref bool listed, int stock, long now)
    {
        var commodity = state.Stocks[stock].Commodity;
        if (!listed)
        {
            listed = true;
            lists[commodity].Add(stock);
        }

        _waiting[commodity] = true;
        _event.Schedule(clock, now);
    }
}
