using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Recording;

/// <summary>What must hold at the end of every run (model: section 2). A breach is our fault and stops the run with words, not with wrong numbers.</summary>
internal static class Invariants
{
    /// <summary>Largest mass error accepted, relative to a commodity's throughput.</summary>
    public const double MassTolerance = 1e-9;

    private const double Slack = 1e-9;

    public static void Check(SupplyModel model, IReadOnlyList<MassAccount> mass)
    {
        foreach (var account in mass)
        {
            if (!(account.RelativeError <= MassTolerance))
            {
                throw Breach($"mass of '{model.Network.Commodities.Id[account.Commodity]}' is off by {account.RelativeError:0.###e0} of its throughput ({account})");
            }
        }

        for (var i = 0; i < model.Network.Sites.Count; i++)
        {
            if (model.Sites.Activity[i] > model.Sites.Capacity[i] * (1 + Slack) || model.Sites.Activity[i] < 0)
            {
                throw Breach($"'{model.Network.Sites.Id[i]}' runs at {model.Sites.Activity[i]} t/d of {model.Sites.Capacity[i]}");
            }
        }

        for (var l = 0; l < model.Network.Lanes.Count; l++)
        {
            if (model.Lanes.Dispatch[l] > model.Lanes.Limit[l] * (1 + Slack) || model.Lanes.Dispatch[l] < 0)
            {
                throw Breach($"lane {l} carries {model.Lanes.Dispatch[l]} t/d of {model.Lanes.Limit[l]}");
            }
        }
    }

    private static InvalidOperationException Breach(FormattableString what) => new("an invariant does not hold: " + FormattableString.Invariant(what));
}
