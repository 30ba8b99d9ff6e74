using System.Runtime.CompilerServices;
using SupplyShockSim.Analysis;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests.Words;

/// <summary>The causes in the logs of all scenarios of this repository are causes.</summary>
public sealed class ShippedCausesTests
{
    public static TheoryData<string> Scenarios() =>
    [
        .. Directory.EnumerateFiles(Folder(), "*.yaml").Concat(Directory.EnumerateFiles(Path.Combine(Folder(), "backtests"), "*.yaml"))
            .Where(f => File.ReadAllText(f).Contains("schema: supplyshock/scenario/", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Folder(), f)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void What_got_better_is_not_caused_by_a_loss(string scenario)
    {
        var record = Run(scenario);
        var wrong = record.Log.Where(e => e.Cause >= 0 && e.Kind is (LogKind.SellerRecovered or LogKind.ShortfallEnded) && IsLoss(record.Log[e.Cause].Kind))
            .Select(e => $"{e.Kind} because {record.Log[e.Cause].Kind}").CountBy(x => x);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_cause_is_near_its_effect(string scenario)
    {
        var record = Run(scenario);
        var network = record.Network;
        var joined = Enumerable.Range(0, network.Lanes.Count).Select(l => (network.Lanes.From[l], network.Lanes.To[l])).ToHashSet();
        var wrong = record.Log.Where(e => e.Cause >= 0 && !AreNear(SitesOf(network, record.Log[e.Cause]), SitesOf(network, e), joined))
            .Select(e => $"{e.Kind} because {record.Log[e.Cause].Kind}").CountBy(x => x);
        Assert.Empty(wrong);
    }

    private static bool IsLoss(LogKind kind) =>
        kind is LogKind.StockRanDry or LogKind.ActivityFell or LogKind.ArrivalsFell or LogKind.ShortfallStarted or LogKind.SellerRationed;

    /// <summary>Two things are near each other when they share a site, or a lane joins a site of one to a site of the other; a control is near
    /// everything.</summary>
    private static bool AreNear(int[] a, int[] b, HashSet<(int, int)> joined) =>
        a.Length == 0 || b.Length == 0 || a.Any(x => b.Any(y => x == y || joined.Contains((x, y)) || joined.Contains((y, x))));

    private static int[] SitesOf(SupplyNetwork network, LogEntry entry) => entry.SubjectKind switch
    {
        SubjectKind.Site => [entry.Subject],
        SubjectKind.Stock => [network.Stocks.Site[entry.Subject]],
        SubjectKind.Lane => [network.Lanes.From[entry.Subject], network.Lanes.To[entry.Subject]],
        _ => [],
    };

    private static RunRecord Run(string scenario)
    {
        var result = ScenarioLoader.Load(Path.Combine(Folder(), scenario), new LoadOptions { Measures = MeasureCatalog.Checked });
        Assert.True(result.Scenario is not null, string.Join('\n', result.Diagnostics));
        return result.Scenario.Prepared.Run();
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../scenarios"));
}
