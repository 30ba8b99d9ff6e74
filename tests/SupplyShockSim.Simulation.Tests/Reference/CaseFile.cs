using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>
/// A scenario with keys that the loader may not know yet: speeds and throttle of sites, the term of contracts, rationing by history.
/// They are taken out of the text before the rest is loaded, and given to the reference beside it.
/// </summary>
internal sealed partial class CaseFile : IFileSource
{
    private const double DaysPerMonth = 365.0 / 12;
    private readonly string _text;

    private CaseFile(string text) => _text = text;

    public static (PreparedRun Prepared, Extras Extras) Read(string text, Rules rules = Rules.All)
    {
        var extras = new Extras(rules)
        {
            Speeds = SiteLine().Matches(text).ToDictionary(m => m.Groups["id"].Value, m => SpeedsOf(m.Value), StringComparer.Ordinal),
            Rationing = text.Contains("rationing: by-history", StringComparison.Ordinal) ? "by-history" : null,
            TermDays = Term().Match(text) is { Success: true } term ? Number(term) * 365 : null,
        };
        var known = text.Replace("market: {rationing: by-history}\n", "", StringComparison.Ordinal);
        known = Term().Replace(SpeedKey().Replace(known, ""), "");
        var loaded = ScenarioLoader.Load("case.yaml", new LoadOptions { Files = new CaseFile(known) });
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        return (loaded.Scenario.Prepared, extras);
    }

    public bool IsFile(string path) => path.EndsWith("case.yaml", StringComparison.Ordinal);

    public bool IsFolder(string path) => !IsFile(path);

    public Stream Open(string path) => new MemoryStream(Encoding.UTF8.GetBytes(_text), writable: false);

    private static Speeds SpeedsOf(string site)
    {
        var speeds = Speeds.Default;
        foreach (Match key in SpeedKey().Matches(site))
        {
            var value = Number(key);
            speeds = key.Groups["key"].Value switch
            {
                "restart" => speeds with { RestartPerDay = value / 100 / DaysPerMonth },
                "slowdown" => speeds with { SlowdownPerDay = value / 100 / DaysPerMonth },
                "storage" => speeds with { StorageDays = value },
                "memory" => speeds with { MemoryDays = value },
                _ => speeds with { Throttle = value / 100 },
            };
        }

        return speeds;
    }

    private static double Number(Match match) => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"- \{id: (?<id>[\w-]+), kind: .*", RegexOptions.None, 1000)]
    private static partial Regex SiteLine();

    [GeneratedRegex(@", (?<key>restart|slowdown|storage|memory|throttle): (?<value>[\d.]+) (?:%/month|%|d)", RegexOptions.None, 1000)]
    private static partial Regex SpeedKey();

    [GeneratedRegex(@"market: \{term: (?<value>[\d.]+) yr\}\n", RegexOptions.None, 1000)]
    private static partial Regex Term();
}
