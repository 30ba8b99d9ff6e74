using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Flow;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Markets;

/// <summary>A buyer that lacks supply starts to qualify every supplier it has a lane from; each becomes usable after its qualification time.</summary>
internal sealed class Qualifications(SupplyModel model, Market market, ShortBuyers buyers)
{
    /// <summary>Unmet share of need, after spot purchases, from which a buyer counts as lacking supply.</summary>
    public const double LackingShare = 1e-3;

    private readonly List<int> _cleared = [];

    /// <summary>The commodity cleared in this instant: its short buyers are looked at when the instant ends.</summary>
    public void Note(int commodity)
    {
        if (!_cleared.Contains(commodity))
        {
            _cleared.Add(commodity);
        }
    }

    public void Start(long now)
    {
        foreach (var commodity in _cleared)
        {
            foreach (var buyer in buyers.Of(commodity))
            {
                if (market.Buyers[buyer].Left > LackingShare * model.Stocks[buyer].Demand)
                {
                    Start(buyer, now);
                }
            }
        }

        _cleared.Clear();
    }

    private void Start(int buyer, long now)
    {
        foreach (var index in model.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref model.Lanes[index];
            if (lane.Qualified || lane.Qualifying)
            {
                continue;
            }

            lane.Qualifying = true;
            var span = SimDuration.FromSeconds(model.Network.Lanes.QualificationSeconds[index]);
            var cause = model.Log.Add(now, LogKind.QualificationStarted, SubjectKind.Lane, index, market.CauseOfBuyer(buyer), after: span.Days);
            model.Calendar.Schedule(SimTime.FromSeconds(now) + span, Phases.World, new SupplyEvent(EventKind.Qualified, index, 0, cause));
        }
    }
}
