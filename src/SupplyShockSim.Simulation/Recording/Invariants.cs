using SupplyShockSim.Simulation.Flow;

namespace SupplyShockSim.Simulation.Recording;

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
            CheckStock(model, stock);
            CheckSite(model, model.Stocks[stock].Site);
        }

        foreach (var lane in model.Moved.Lanes)
        {
            CheckLane(model, lane);
        }
    }

    /// <summary>The same, of what has not moved too.</summary>
    public static void CheckAll(SupplyModel model, IReadOnlyList<MassAccount> mass)
    {
        Check(model, mass);
        for (var s = 0; s < model.Stocks.Count; s++)
        {
            CheckStock(model, s);
            CheckSite(model, model.Stocks[s].Site);
        }

        for (var l = 0; l < model.Lanes.Count; l++)
        {
            CheckLane(model, l);
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

    /// <summary>Nothing below zero on hand; looked at, to rounding, whenever a stock is brought forward.</summary>
    private static void CheckStock(SupplyModel model, int stock)
    {
        if (!(model.Stocks[stock].Level >= 0))
        {
            throw Breach($"stock {stock} holds {model.Stocks[stock].Level} t");
        }
    }

    private static InvalidOperationException Breach(FormattableString what) => new("an invariant does not hold: " + FormattableString.Invariant(what));
}
