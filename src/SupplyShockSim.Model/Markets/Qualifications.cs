using SupplyShockSim.Engine;
using SupplyShockSim.Model.Flow;
using SupplyShockSim.Model.Recording;

namespace SupplyShockSim.Model.Markets;

/// <summary>A buyer that lacks supply starts to qualify every supplier it has a lane from; each becomes usable after its qualification time.</summary>
internal sealed class Qualifications(SupplyModel model, ContractBook contracts, ShortBuyers buyers)
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
                if (buyers.Left[buyer] > LackingShare * contracts.Need[buyer])
                {
                    Start(buyer, now);
                }
            }
        }

        _cleared.Clear();
    }

    private void Start(int buyer, long now)
    {
        foreach (var lane in model.Network.Stocks.Lanes(buyer))
        {
            if (model.Lanes.Qualified[lane] || model.Lanes.Qualifying[lane])
            {
                continue;
            }

            model.Lanes.Qualifying[lane] = true;
            var span = SimDuration.FromSeconds(model.Network.Lanes.QualificationSeconds[lane]);
            var cause = model.Log.Add(now, LogKind.QualificationStarted, SubjectKind.Lane, lane, model.Sites.Cause[model.Network.Stocks.Site[buyer]], after: span.Days);
            model.Calendar.Schedule(SimTime.FromSeconds(now) + span, Phases.World, new SupplyEvent(EventKind.Qualified, lane, 0, cause));
        }
    }
}
