using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.Attention;
using SupplyShockSim.Simulation.Journal;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Rules.Settling;

/// <summary>A buyer that lacks supply starts to qualify every supplier it has a lane from; each becomes usable after its qualification time.</summary>
internal sealed class Qualifications(RunState state, RunAttention attention, RunJournal journal)
{
    /// <summary>Unmet share of need, after spot purchases, from which a buyer counts as lacking supply.</summary>
    public const double LackingShare = 1e-3;

    public void Start(long now)
    {
        var cleared = attention.Settling.Cleared;
        foreach (var commodity in cleared)
        {
            foreach (var buyer in state.ShortBuyers.Of(commodity))
            {
                if (state.Buyers[buyer].Left > LackingShare * state.Stocks[buyer].NeedTonnesPerDay)
                {
                    Start(buyer, now);
                }
            }
        }

        cleared.Clear();
    }

    private void Start(int buyer, long now)
    {
        foreach (var index in state.Network.Stocks.Lanes(buyer))
        {
            ref var lane = ref state.Lanes[index];
            if (lane.Qualified || lane.Qualifying || state.Network.Lanes.IsOnCall[index])
            {
                continue;
            }

            state.Must(lane.ToStock == buyer, "a lane of another buyer");
            lane.Qualifying = true;
            var span = SimDuration.FromSeconds((long)(state.Network.Lanes.QualificationSeconds[index] * (1 + state.QualificationChange[index])));
            var cause = journal.Log.Add(now, LogKind.QualificationStarted, SubjectKind.Lane, index, state.CauseOfBuyer(buyer), after: span.Days);
            attention.Expected.Qualified(index, now + span.Seconds, cause);
        }
    }
}
