using SupplyShockSim.Model.Flow;

namespace SupplyShockSim.Model.Recording;

/// <summary>What must hold in every run (model: section 2): bounds whenever something moves, and all of it with the mass accounts at the end. A breach is our fault and stops the run with words, not with wrong numbers.</summary>
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

        foreach (var stock in model.Moved.Stocks)
        {
            CheckSite(model, model.Stocks[stock].Site);
        }

        foreach (var lane in model.Moved.Lanes)
        {
            CheckLane(model, lane);
        }
    }

    /// <summary>No activity above capacity; looked at whenever an instant has touched the site.</summary>
    public static void CheckSite(SupplyModel model, int site)
    {
        if (model.Sites[site].Activity > model.Sites[site].Capacity * (1 + Slack) || model.Sites[site].Activity < 0)
        {
            throw Breach($"'{model.Network.Sites.Id[site]}' runs at {model.Sites[site].Activity} t/d of {model.Sites[site].Capacity}");
        }
    }

    /// <summary>No dispatch above a lane's limit or over a closed border; looked at whenever a lane has taken a new rate.</summary>
    public static void CheckLane(SupplyModel model, int lane)
    {
        if (model.Lanes[lane].Dispatch > model.Lanes[lane].Limit * (1 + Slack) || model.Lanes[lane].Dispatch < 0)
        {
            throw Breach($"lane {lane} carries {model.Lanes[lane].Dispatch} t/d of {model.Lanes[lane].Limit}");
        }
    }

    private static InvalidOperationException Breach(FormattableString what) => new("an invariant does not hold: " + FormattableString.Invariant(what));
}
