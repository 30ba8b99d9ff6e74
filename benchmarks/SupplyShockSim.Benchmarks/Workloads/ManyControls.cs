using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>Many controls at once, and one control on many lanes: their cost should grow as they do, and no faster.</summary>
internal static class ManyControls
{
    /// <summary>Bans of 10 % to 100 % on all Chinese magnets, one after another a day apart, each for a year.</summary>
    public static PreparedRun Bans(int count) => OnFlagship(count, i => new ExportBan { Share = new Share(0.1 + (0.9 * (i % 10) / 9)) });

    /// <summary>Licences on all Chinese magnets, decided after 45 days and valid for 90.</summary>
    public static PreparedRun Licences(int count) => OnFlagship(count, _ => new ExportLicence
    {
        Review = DurationDistribution.FixedDays(45),
        Validity = SimDuration.FromDays(90),
    });

    /// <summary>An outage among firms, with or without a quota on all that crosses a border, so large that it never binds.</summary>
    public static PreparedRun Quota(int sites, bool quota)
    {
        var prepared = Firms.Write(sites, 5 * sites, 365, 30, "1 %")();
        return quota ? With(prepared, [.. prepared.Spec.Shocks, new ExportQuota { Amount = new Tonnes(1e15) }]) : prepared;
    }

    private static PreparedRun OnFlagship(int count, Func<int, LaneControlSpec> control) => With(Flagship.Load(),
    [
        .. Enumerable.Range(0, count).Select(i => control(i) with
        {
            By = ["China"],
            Of = ["ndfeb-magnet"],
            From = When.After(SimDuration.FromDays(i % 365)),
            For = SimDuration.FromDays(365),
        }),
    ]);

    private static PreparedRun With(PreparedRun prepared, IReadOnlyList<ControlSpec> shocks)
    {
        var problems = new List<Problem>();
        return prepared.WithShocks(shocks, problems) ?? throw new InvalidOperationException(string.Join('\n', problems));
    }
}
