using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Markets.Contracts;

/// <summary>
/// Contracts that end and are made anew (model: section 5.4), an equal part of them at each point of a grid of about a month. At its renewal a buyer
/// asks each open, qualified supplier for what it bought there over the last term, plus what it lacks of its normal use spread over them by headroom;
/// a supplier grants in proportion to what is asked, up to its capacity. So trade that a shock has made stays for a while when the shock ends, and
/// a buyer who is shut out displaces, in time, buyers who can go elsewhere.
/// </summary>
/// <remarks>
/// The part that ends at a point is what was granted there one term ago; before the start, an equal part of the baseline flow. What a buyer
/// bought counts all that a lane carried, under contract and on the spot. Contracts are renewed from the first change of the world on: in a
/// network that nothing has touched each buyer would be granted what it had.
/// </remarks>
internal sealed class Renewals
{
    private readonly RunState _state;
    private readonly RunAttention _attention;
    private readonly RenewalBook _book;

    /// <summary>Asked in this renewal, by lane, t/d; what sellers have to grant and are asked for, by output stock.</summary>
    private readonly double[] _asked;
    private readonly double[] _free;
    private readonly double[] _claimed;

    public Renewals(RunState state, RunAttention attention, RenewalBook book)
    {
        (_state, _attention, _book) = (state, attention, book);
        _asked = new double[state.Lanes.Count];
        (_free, _claimed) = (new double[state.Stocks.Count], new double[state.Stocks.Count]);
    }

    /// <summary>The world has changed: from the next point of the grid on contracts are renewed.</summary>
    public void Begin(long now)
    {
        if (!_book.IsBegun)
        {
            _book.Begin(now);
            _attention.Expected.Renewal(_book.NextPoint(now));
        }
    }

    public void OnRenewal(long now)
    {
        var part = _book.PartAt(now);
        for (var l = 0; l < _state.Lanes.Count; l++)
        {
            _book.Count(l, _state.Lanes[l].Dispatch, now);
        }

        OpenBooks(part);
        for (var stock = 0; stock < _state.Stocks.Count; stock++)
        {
            if (_state.Stocks[stock].IsInput)
            {
                Ask(stock, part);
            }
        }

        for (var stock = 0; stock < _state.Stocks.Count; stock++)
        {
            if (_state.Stocks[stock].IsInput)
            {
                Sign(stock, part, now);
            }
        }

        _book.Close(part);
        _attention.Expected.Renewal(_book.NextPoint(now));
    }

    /// <summary>What each seller can grant: its capacity less the contracts that go on.</summary>
    private void OpenBooks(int part)
    {
        for (var stock = 0; stock < _state.Stocks.Count; stock++)
        {
            ref var row = ref _state.Stocks[stock];
            if (row.IsInput)
            {
                continue;
            }

            var free = row.IsByProduct ? _state.StockNotes[stock].Normal : _state.Sites[row.Site].CeilingTonnesPerDay * row.Coefficient;
            foreach (var lane in _state.Network.Stocks.Lanes(stock))
            {
                free -= GoesOn(lane, part);
            }

            (_free[stock], _claimed[stock]) = (Math.Max(0, free), 0);
        }
    }

    private void Ask(int buyer, int part)
    {
        ref var book = ref _state.Buyers[buyer];
        var (headroom, has) = (0.0, 0.0);
        for (var lane = book.FirstLane; lane < book.EndLane; lane++)
        {
            headroom += Room(lane, part);
            has += IsOpen(lane) ? GoesOn(lane, part) + _book.Bought(part, lane) : 0;
        }

        // Contracts are made for what is used, not for what rebuilds a stock.
        var lacks = book.IsShort ? Math.Clamp(_state.StockNotes[buyer].Normal - has, 0, book.Left) : 0;
        for (var lane = book.FirstLane; lane < book.EndLane; lane++)
        {
            var room = Room(lane, part);
            var more = headroom > 0 ? lacks * room / headroom : 0;
            _asked[lane] = IsOpen(lane) ? Math.Min(_state.Lanes[lane].Limit - GoesOn(lane, part), _book.Bought(part, lane) + more) : 0;
            _claimed[_state.Lanes[lane].FromStock] += Math.Max(0, _asked[lane]);
        }
    }

    /// <summary>Contracts of a buyer as they are from now on.</summary>
    private void Sign(int buyer, int part, long now)
    {
        ref var book = ref _state.Buyers[buyer];
        var (contracted, changed) = (0.0, false);
        for (var index = book.FirstLane; index < book.EndLane; index++)
        {
            ref var lane = ref _state.Lanes[index];
            var granted = Math.Max(0, _asked[index]) * Math.Min(1, _claimed[lane.FromStock] > 0 ? _free[lane.FromStock] / _claimed[lane.FromStock] : 0);
            var flow = GoesOn(index, part) + granted;
            _book.Ending(part, index) = granted;
            if (Rounding.Differ(flow, lane.Flow))
            {
                lane.Flow = flow;
                changed = true;
            }

            contracted += lane.Flow;
        }

        if (changed)
        {
            book.Contracted = contracted;
            _attention.Clearings.BuyerChanged(buyer, now);
        }
    }

    private bool IsOpen(int lane) => _state.Lanes[lane].Qualified && _state.Lanes[lane].Limit > 0;

    private double GoesOn(int lane, int part) => Math.Max(0, _state.Lanes[lane].Flow - _book.Ending(part, lane));

    /// <summary>What a seller could grant a buyer over a lane, t/d.</summary>
    private double Room(int lane, int part) =>
        IsOpen(lane) ? Math.Max(0, Math.Min(_state.Lanes[lane].Limit - GoesOn(lane, part), _free[_state.Lanes[lane].FromStock])) : 0;
}
