using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Simulation.Tests.Support;

/// <summary>Runs a network for a test, and reads the shortfall of a row.</summary>
internal static class Runs
{
    public static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static PreparedRun Prepare(
        NetworkSpec network, double days, IReadOnlyList<ControlSpec>? shocks = null, MarketSpec? market = null, ulong seed = 1,
        IReadOnlyList<AnswerSpec>? answers = null)
    {
        var problems = new List<Problem>();
        var spec = new RunSpec
        {
            Network = network,
            Start = Start,
            Horizon = Nets.Days(days),
            Shocks = shocks ?? [],
            Responses = answers ?? [],
            Market = market
            ?? new MarketSpec(),
            Seed = seed
        };
        var prepared = PreparedRun.Prepare(spec, problems);
        Assert.True(prepared is not null, string.Join('\n', problems));
        return prepared;
    }

    /// <summary>A run with answers.</summary>
    public static RunRecord Answered(NetworkSpec network, double days, IReadOnlyList<ControlSpec> shocks, params IReadOnlyList<AnswerSpec> answers) =>
        Prepare(network, days, shocks, answers: answers).Run();

    public static RunRecord Run(NetworkSpec network, double days, IReadOnlyList<ControlSpec>? shocks = null, MarketSpec? market = null, ulong seed = 1) =>
        Prepare(network, days, shocks, market, seed).Run();

    /// <summary>Shortfall of a row over its cohorts, t/d.</summary>
    public static RateSeries Shortfall(this RunRecord run, string row)
    {
        var r = Array.IndexOf(run.Network.Rows.Id, row);
        var sites = Enumerable.Range(run.Network.Rows.FirstSite[r], run.Network.Rows.SiteCount[r]);
        return RateSeries.Sum(sites.Select(i => RateSeries.Difference(run.Demand[i]!, run.Activity[i]!)));
    }

    /// <summary>Total shortfall (t), its first and its last day; null days when there was none.</summary>
    public static (double Total, double? First, double? Last) ShortfallOf(this RunRecord run, string row)
    {
        var series = run.Shortfall(row);
        return (series.Integral(SimTime.Zero, run.End), series.FirstAbove(1e-9, SimTime.Zero, run.End)?.Days,
            series.LastAbove(1e-9, SimTime.Zero, run.End)?.Days);
    }

    /// <summary>Asserts total (1e-6 relative) and days (to a second).</summary>
    public static void Expect(this RunRecord run, string row, double total, double? first, double? last)
    {
        var (t, f, l) = run.ShortfallOf(row);
        Assert.True(Math.Abs(t - total) <= Math.Max(1e-9, 1e-6 * total) && Same(f, first)
            && Same(l, last), $"{row}: {t} t, day {f} to {l}; expected {total} t, day {first} to {last}");

        static bool Same(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) <= 1.0 / 86400;
    }

    public static SimTime AtDay(double day) => SimTime.FromDays(day);
}
