using SupplyShockSim.Engine;
using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Levers;

/// <summary>What a policy may see of stocks and of the sites that hold them; and how much a stock that it brings holds at the start.</summary>
/// <remarks>Levels in t, rates in t/d; a stock is an index into the network's stocks.</remarks>
public sealed class StockView
{
    private readonly Workshop _workshop;

    internal StockView(Workshop workshop) => _workshop = workshop;

    /// <summary>On hand at a second.</summary>
    public double Level(int stock, long now)
    {
        ref var row = ref _workshop.Stocks[stock];
        return Math.Max(0, row.Level + (row.Rate * row.DaysSince(now)));
    }

    /// <summary>What a level changes by, t/d.</summary>
    public double Rate(int stock) => _workshop.Stocks[stock].Rate;

    /// <summary>Nothing is on hand, to within one second of a flow (t/d).</summary>
    public bool IsEmpty(int stock, double perDay, long now) =>
        _workshop.Stocks[stock].Dry || Level(stock, now) * SimDuration.SecondsPerDay < perDay;

    /// <summary>What lands (of an input) or is made (of an output).</summary>
    public double Inflow(int stock) => _workshop.Stocks[stock].Inflow;

    /// <summary>
    /// What lands at an input but for one lane. What other policies have sent in this instant over lanes without transit time counts as landed, else two that
    /// serve one buyer would each step in for the other, and back, for ever.
    /// </summary>
    public double LandingBeside(int stock, int lane)
    {
        var landing = _workshop.Stocks[stock].Inflow - _workshop.Lanes[lane].Arriving;
        foreach (var other in _workshop.Network.Stocks.Lanes(stock))
        {
            ref var row = ref _workshop.Lanes[other];
            landing += other != lane && row.Transit == 0 && _workshop.Network.Lanes.IsOnCall[other] && row.Flow == 0 ? row.Sent - row.Arriving : 0;
        }

        return Math.Max(0, landing);
    }

    /// <summary>What reaches the far end of a lane.</summary>
    public double Arriving(int lane) => _workshop.Lanes[lane].Arriving;

    /// <summary>How long what leaves now over a lane is under way, s.</summary>
    public long TransitSeconds(int lane) => _workshop.Lanes[lane].Transit;

    /// <summary>What a site would use of an input with all inputs at hand.</summary>
    public double WantedUse(int stock)
    {
        ref var row = ref _workshop.Stocks[stock];
        return row.Coefficient * _workshop.Sites[row.Site].Wanted;
    }

    /// <summary>What a site wants to do and does not, t/d: the shortfall of a consumer.</summary>
    public double Lack(int site) => Math.Max(0, Rounding.Net(_workshop.Sites[site].Wanted, _workshop.Sites[site].Activity));

    /// <summary>What a site wants to do, t/d: the demand of a consumer.</summary>
    public double Wanted(int site) => _workshop.Sites[site].Wanted;

    /// <summary>What a stock aims at.</summary>
    public double Target(int stock) => _workshop.Stocks[stock].Target;

    /// <summary>Tonnes used (of an input) or made (of an output) since the start.</summary>
    public double Moved(int stock, long now)
    {
        ref var row = ref _workshop.Stocks[stock];
        return row.Total + ((row.IsInput ? row.Outflow : row.Inflow) * row.DaysSince(now));
    }

    /// <summary>The first point after a second at which sites decide.</summary>
    public long NextReview(long now) => _workshop.NextReviewPoint(now);

    /// <summary>A stock holds so much from the start, and aims at so much. While the policy is put to work only.</summary>
    public void Lay(int stock, double level, double target)
    {
        ref var row = ref _workshop.Stocks[stock];
        _workshop.Laid.Make(stock) = level - row.Level;
        (row.Level, row.Target, row.Dry) = (level, target, level <= 0);
    }

    /// <summary>A stock aims at so much from now on; its site looks at it.</summary>
    public void Aim(int stock, double target, long now, int cause)
    {
        ref var row = ref _workshop.Stocks[stock];
        row.Target = target;
        _workshop.Reviews.Wake(row.Site, now, cause);
    }
}
