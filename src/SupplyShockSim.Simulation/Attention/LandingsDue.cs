using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>Which fronts reach the ends of their lanes when, and which stocks take over in this instant what their lanes land.</summary>
internal sealed class LandingsDue(RunState state, Clock clock, Parts parts)
{
    private readonly Agenda _arrivals = parts.Add(() => new Agenda(EventKind.FrontsArrive, Phases.Arrivals));
    private readonly InstantMarks _stocks = parts.Add(() => new InstantMarks());

    /// <summary>The stocks of which what lands has changed in this instant, in the order in which they were marked.</summary>
    public List<int> Stocks => _stocks.List;

    /// <summary>A front of the lane arrives at a second.</summary>
    public void FrontArrives(int lane, long second)
    {
        if (second <= state.End)
        {
            _arrivals.Add(clock, second, lane);
        }
    }

    /// <summary>The lanes of which a front arrives now, once for each. Give the list back after use.</summary>
    public List<int> TakeArrivals(long now) => _arrivals.Take(now);

    public void GiveBack(List<int> list) => _arrivals.GiveBack(list);

    /// <summary>What lands at a stock has changed: it takes that over after all fronts of the instant. False when it is marked already.</summary>
    public bool StockLands(int index, long now)
    {
        ref var stock = ref state.Stocks[index];
        if (stock.Landing != Landing.None)
        {
            return false;
        }

        stock.Landing = Landing.Pending;
        if (_stocks.List.Count == 0)
        {
            clock.Scheduler.Schedule(SimTime.FromSeconds(now), Phases.Arrivals, new SupplyEvent(EventKind.Landed, 0));
        }

        _stocks.List.Add(index);
        return true;
    }
}
