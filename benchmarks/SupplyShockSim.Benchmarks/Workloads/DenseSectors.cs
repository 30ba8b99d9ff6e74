using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>
/// An economy as an input-output table has it: every sector buys from every other and sells to its consumers; 20 days of cover, 10 % of
/// headroom. One sector in a hundred makes half of it for 30 days.
/// </summary>
internal static class DenseSectors
{
    private const double Output = 100;

    /// <summary>Tonnes of all inputs per tonne made.</summary>
    private const double InputShare = 0.5;

    public static PreparedRun Prepare(int sectors, double days, double tolerance)
    {
        var coefficient = InputShare / (sectors - 1);
        var ids = Enumerable.Range(0, sectors).Select(i => "s" + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var network = new NetworkSpec
        {
            Rates = "t/d",
            Commodities = [.. ids.Select(i => new CommoditySpec { Id = i })],
            Sites =
            [
                .. ids.Select(i => new SiteSpec
                {
                    Id = "make-" + i,
                    Kind = SiteKind.Refinery,
                    Country = "JP",
                    Technology = new TechnologyRef(null, new TechnologySpec
                    {
                        Inputs = ids.Where(j => j != i).ToDictionary(j => j, _ => coefficient, StringComparer.Ordinal),
                        Outputs = new Dictionary<string, double>(StringComparer.Ordinal) { [i] = 1 },
                    }),
                    Capacity = new TonnesPerDay(1.1 * Output),
                    Cover = Cover.None with { Everywhere = SimDuration.FromDays(20) },
                }),
                .. ids.Select(i => new SiteSpec
                {
                    Id = "use-" + i,
                    Kind = SiteKind.Consumer,
                    Country = "JP",
                    Uses = new Dictionary<string, double>(StringComparer.Ordinal) { [i] = 1 },
                    Demand = new TonnesPerDay(Output * (1 - InputShare)),
                    Cover = Cover.None with { Everywhere = SimDuration.FromDays(20) },
                }),
            ],
            Lanes =
            [
                .. ids.Select(i => Lane(i, "use-" + i, Output * (1 - InputShare))),
                .. ids.SelectMany(i => ids.Where(j => j != i).Select(j => Lane(i, "make-" + j, coefficient * Output))),
            ],
        };
        var spec = new RunSpec
        {
            Network = network,
            Start = new DateTime(2026, 1, 1),
            Horizon = SimDuration.FromDays(days),
            Market = new MarketSpec { Tolerance = new Share(tolerance) },
            Shocks = [new Outage { At = [.. ids.Take(sectors / 100).Select(i => "make-" + i)], Share = new Share(0.5), From = When.After(SimDuration.FromDays(10)), For = SimDuration.FromDays(30) }],
            Record = RecordScope.Totals,
        };
        var problems = new List<Problem>();
        return PreparedRun.Prepare(spec, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static LaneSpec Lane(string sector, string to, double flow) =>
        new() { From = "make-" + sector, To = to, Of = sector, Flow = new TonnesPerDay(flow), Transit = SimDuration.FromDays(5) };
}
