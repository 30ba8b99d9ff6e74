using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>Which sites, lanes and stocks are to be looked at when the instant ends.</summary>
internal sealed class SettlingDue(RunState state, Clock clock, Parts parts)
{
    private readonly InstantMarks _sites = parts.Add(() => new InstantMarks());
    private readonly InstantMarks _lanes = parts.Add(() => new InstantMarks());
    private readonly InstantMarks _stocks = parts.Add(() => new InstantMarks());
    private readonly InstantMarks _cleared = parts.Add(() => new InstantMarks());
    private readonly OncePerInstant _event = parts.Add(() => new OncePerInstant(EventKind.Settle, Phases.Settle));
    private readonly Cell<long> _dispatchedAt = parts.Add(() => new Cell<long>(-1));

    public List<int> Sites => _sites.List;

    public List<int> Lanes => _lanes.List;

    /// <summary>The stocks of which lanes take new rates.</summary>
    public List<int> Stocks => _stocks.List;

    /// <summary>The commodities that have cleared: their short buyers start to qualify suppliers.</summary>
    public List<int> Cleared => _cleared.List;

    /// <summary>Looks at the site when the instant ends.</summary>
    public void Touch(int index, long now)
    {
        ref var site = ref state.Sites[index];
        if (!site.Touched)
        {
            site.Touched = true;
            Sites.Add(index);
        }

        _event.Schedule(clock, now);
    }

    /// <summary>The market may have changed what the lane should carry.</summary>
    public void TouchLane(int index, long now)
    {
        ref var lane = ref state.Lanes[index];
        if (!lane.Listed)
        {
            lane.Listed = true;
            Lanes.Add(index);
        }

        _event.Schedule(clock, now);
    }

    /// <summary>A lane of the stock takes a new rate in the settling under way.</summary>
    public void TouchStock(int index, ref StockNow stock)
    {
        if (!stock.Listed)
        {
            stock.Listed = true;
            Stocks.Add(index);
        }
    }

    /// <summary>The commodity has cleared in this instant.</summary>
    public void HasCleared(int commodity)
    {
        if (!Cleared.Contains(commodity))
        {
            Cleared.Add(commodity);
        }
    }

    /// <summary>The settling is being handled.</summary>
    public void Begin() => _event.Begin();

    /// <summary>A lane takes a new rate.</summary>
    public void HasDispatched(long now) => _dispatchedAt.Value = now;

    /// <summary>Lanes have taken new rates in this instant already.</summary>
    public bool IsDispatched(long now) => _dispatchedAt.Value == now;
}
