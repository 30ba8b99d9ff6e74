using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>What is expected of one subject at a second: a stock that runs dry, a transit time that takes hold, a supplier that is accepted.</summary>
internal sealed class Expected(RunState state, Clock clock)
{
    /// <summary>The stock runs dry, or fills, at a second, not at the one expected so far.</summary>
    public void Limit(int index, ref StockNow stock, long second)
    {
        var at = SimTime.FromSeconds(second);
        if (!clock.Scheduler.Reschedule(stock.LimitEvent, at, Phases.Stocks))
        {
            stock.LimitEvent = clock.Scheduler.Schedule(at, Phases.Stocks, new SupplyEvent(EventKind.StockLimit, index));
        }
    }

    /// <summary>The stock is not expected to run dry or to fill any more.</summary>
    public void NoLimit(ref StockNow stock)
    {
        if (stock.LimitEvent != default)
        {
            clock.Scheduler.Cancel(stock.LimitEvent);
            stock.LimitEvent = default;
        }
    }

    /// <summary>A lane's shortened transit time takes hold.</summary>
    public void CaughtUp(int lane, long second, int cause) => World(EventKind.TransitCaughtUp, lane, second, cause);

    /// <summary>The buyer accepts the supplier of a lane.</summary>
    public void Qualified(int lane, long second, int cause) => World(EventKind.Qualified, lane, second, cause);

    public void SiteOpens(int site, long second) => World(EventKind.SiteOpens, site, second, 0);

    /// <summary>
    /// A part of all contracts is made anew; none after the end of the run. After all changes of the world in that second: whether a lane is open is
    /// settled by then, whichever of the two was expected first.
    /// </summary>
    public void Renewal(long second)
    {
        if (second <= state.End)
        {
            clock.Scheduler.Schedule(SimTime.FromSeconds(second), Phases.Arrivals, new SupplyEvent(EventKind.Renewal, 0));
        }
    }

    public void RunStarts() => World(EventKind.Mark, 0, 0, 0);

    public void RunEnds(long second) => clock.Scheduler.Schedule(SimTime.FromSeconds(second), Phases.Settle, new SupplyEvent(EventKind.Mark, 1));

    private void World(EventKind kind, int subject, long second, int cause) =>
        clock.Scheduler.Schedule(SimTime.FromSeconds(second), Phases.World, new SupplyEvent(kind, subject, 0, cause));
}
