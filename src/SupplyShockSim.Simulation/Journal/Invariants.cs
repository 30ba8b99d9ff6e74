using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// What must hold in every run (model: section 2): bounds whenever something moves, and all of it with the mass accounts at the end. A breach is our
/// fault and stops the run with words, not with wrong numbers.
/// </summary>
internal static class Invariants
{
    /// <summary>Largest mass error accepted, relative to a commodity's throughput.</summary>
    public const double MassTolerance = 1e-9;

    private const double Slack = 1e-9;

    public static void Check(RunState state, Moved moved, IReadOnlyList<MassAccount> mass)
    {
        foreach (var account in mass)
        {
            if (!(account.RelativeError <= MassTolerance))
            {
                throw Breach(
                    $"mass of '{state.Network.Commodities.Id[account.Commodity]}' is off by {account.RelativeError:0.###e0} of its throughput ({account})");
            }
        }

        foreach (var stock in moved.Stocks)
        {
            CheckStock(state, stock);
            CheckSite(state, state.Stocks[stock].Site);
        }

        foreach (var lane in moved.Lanes)
        {
            CheckLane(state, lane);
        }
    }

    /// <summary>The same, of what has not moved too.</summary>
    public static void CheckAll(RunState state, Moved moved, IReadOnlyList<MassAccount> mass)
    {
        Check(state, moved, mass);
        for (var s = 0; s < state.Stocks.Count; s++)
        {
            CheckStock(state, s);
            CheckSite(state, state.Stocks[s].Site);
        }

        for (var l = 0; l < state.Lanes.Count; l++)
        {
            CheckLane(state, l);
        }
    }

    /// <summary>No activity above capacity; looked at whenever an instant has touched the site.</summary>
    public static void CheckSite(RunState state, int site)
    {
        if (state.Sites[site].Activity > state.Sites[site].CeilingTonnesPerDay * (1 + Slack) || state.Sites[site].Activity < 0)
        {
            throw Breach($"'{state.Network.Sites.Id[site]}' runs at {state.Sites[site].Activity} t/d of {state.Sites[site].CeilingTonnesPerDay}");
        }
    }

    /// <summary>No dispatch above a lane's limit or over a closed border; looked at whenever a lane has taken a new rate.</summary>
    public static void CheckLane(RunState state, int lane)
    {
        if (state.Lanes[lane].Dispatch > state.Lanes[lane].Limit * (1 + Slack) || state.Lanes[lane].Dispatch < 0)
        {
            throw Breach($"lane {lane} carries {state.Lanes[lane].Dispatch} t/d of {state.Lanes[lane].Limit}");
        }
    }

    /// <summary>Nothing below zero on hand; looked at, to rounding, whenever a stock is brought forward.</summary>
    private static void CheckStock(RunState state, int stock)
    {
        if (!(state.Stocks[stock].Level >= 0))
        {
            throw Breach($"stock {stock} holds {state.Stocks[stock].Level} t");
        }
    }

    private static InvalidOperationException Breach(FormattableString what) => new("an invariant does not hold: " + FormattableString.Invariant(what));
}
