using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>Reads sites, stocks and lanes of a run by name; days and tonnes.</summary>
internal static class Look
{
    public static int Site(this SupplyNetwork network, string id) => Array.IndexOf(network.Sites.Id, id);

    /// <summary>The lane of that name (its id, or from&gt;to:commodity).</summary>
    public static int Lane(this SupplyNetwork network, string name)
    {
        for (var l = 0; l < network.Lanes.Count; l++)
        {
            if (network.LaneName(l) == name)
            {
                return l;
            }
        }

        throw new ArgumentException("there is no lane " + name, nameof(name));
    }

    /// <summary>The stock of that name (site:commodity:in or :out).</summary>
    public static int Stock(this SupplyNetwork network, string name)
    {
        for (var s = 0; s < network.Stocks.Count; s++)
        {
            if (network.StockName(s) == name)
            {
                return s;
            }
        }

        throw new ArgumentException("there is no stock " + name, nameof(name));
    }

    public static double StockAt(this RunRecord run, string stock, double day) => run.Stock[run.Network.Stock(stock)]!.ValueAt(SimTime.FromDays(day));

    public static double DispatchAt(this RunRecord run, string lane, double day) => run.Dispatch[run.Network.Lane(lane)]!.ValueAt(SimTime.FromDays(day));

    public static double ArrivalsAt(this RunRecord run, string lane, double day) => run.Arrivals[run.Network.Lane(lane)]!.ValueAt(SimTime.FromDays(day));

    public static double ActivityAt(this RunRecord run, string site, double day) => run.Activity[run.Network.Site(site)]!.ValueAt(SimTime.FromDays(day));

    public static double CapacityAt(this RunRecord run, string site, double day) => run.Capacity[run.Network.Site(site)]!.ValueAt(SimTime.FromDays(day));

    /// <summary>Tonnes that left over a lane between two days.</summary>
    public static double Dispatched(this RunRecord run, string lane, double from, double to) =>
        run.Dispatch[run.Network.Lane(lane)]!.Integral(SimTime.FromDays(from), SimTime.FromDays(to));

    /// <summary>Tonnes that landed from a lane between two days, lumps apart.</summary>
    public static double Landed(this RunRecord run, string lane, double from, double to) =>
        run.Arrivals[run.Network.Lane(lane)]!.Integral(SimTime.FromDays(from), SimTime.FromDays(to));

    public static double Made(this RunRecord run, string site, double from, double to) =>
        run.Activity[run.Network.Site(site)]!.Integral(SimTime.FromDays(from), SimTime.FromDays(to));

    public static double ShortfallAt(this RunRecord run, string row, double day) => run.Shortfall(row).ValueAt(SimTime.FromDays(day));

    /// <summary>The first entry of a kind about a site, stock, lane or control of that index.</summary>
    public static LogEntry First(this RunRecord run, LogKind kind, int subject) => run.Log.First(e => e.Kind == kind && e.Subject == subject);

    /// <summary>The kinds from an entry back along its causes.</summary>
    public static IReadOnlyList<LogKind> ChainOf(this RunRecord run, LogEntry entry)
    {
        var kinds = new List<LogKind> { entry.Kind };
        while (entry.Cause >= 0)
        {
            Assert.True(entry.Cause < entry.Id, "a cause comes before what it causes");
            entry = run.Log[entry.Cause];
            kinds.Add(entry.Kind);
        }

        return kinds;
    }
}
