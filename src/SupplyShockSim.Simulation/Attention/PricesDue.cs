using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>When prices are looked at: one event for all of them, which is there while something may move.</summary>
internal sealed class PricesDue(RunState state, Clock clock)
{
    /// <summary>Terms of money or reference prices have changed: prices are looked at in this instant, before anybody decides.</summary>
    public void Wake(long now) => Book(now);

    /// <summary>Prices are looked at at the first point of the review grid after a second.</summary>
    public void WakeNext(long now) => Book(state.NextReviewPoint(now));

    /// <summary>Prices are looked at at the first point of the review grid at or after a second.</summary>
    public void WakeAt(long second) => Book((second + state.ReviewSeconds - 1) / state.ReviewSeconds * state.ReviewSeconds);

    private void Book(long second)
    {
        var book = state.Prices;
        if (second <= state.End && (book.LookAt < 0 || second < book.LookAt))
        {
            book.LookAt = second;
            clock.Scheduler.Schedule(SimTime.FromSeconds(second), Phases.World, new SupplyEvent(EventKind.Prices, 0));
        }
    }
}
