using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Simulation.Tests.Reference;

/// <summary>
/// A scenario file with keys that the loader may not know yet: speeds and throttle of sites, the term of contracts, rationing by history.
/// They are taken out of the text before the rest is loaded, and given to the reference beside it.
/// </summary>
internal sealed partial class CaseFile : IFileSource
{
    private const double DaysPerMonth = 365.0 / 12;
    private readonly string _text;

    private CaseFile(string text) => _text = text;

    public static (PreparedRun Prepared, Extras Extras) Load(string path, Rules rules = Rules.All)
    {
        var text = File.ReadAllText(path);
        var speeds = new Dictionary<string, Speeds>(StringComparer.Ordinal);
        foreach (Match site in SiteLine().Matches(text))
        {
            var restart = Value(Restart().Match(site.Value)) / 100 / DaysPerMonth;
            var throttle = Value(Throttle().Match(site.Value)) / 100;
            speeds[site.Groups["id"].Value] = new Speeds(RestartPerDay: restart ?? double.PositiveInfinity, Throttle: throttle ?? 0);
        }

        var extras = new Extras(rules)
        {
            Speeds = speeds,
            Rationing = text.Contains("rationing: by-history", StringComparison.Ordinal) ? "by-history" : null,
            TermDays = Value(Term().Match(text)) * 365.0,
        };
        var known = text.Replace("market: {rationing: by-history}\n", "", StringComparison.Ordinal);
        known = Term().Replace(Restart().Replace(Throttle().Replace(known, ""), ""), "");
        var loaded = ScenarioLoader.Load("case.yaml", new LoadOptions { Files = new CaseFile(known) });
        Assert.True(loaded.Scenario is not null, string.Join('\n', loaded.Diagnostics));
        return (loaded.Scenario.Prepared, extras);
    }

    public bool IsFile(string path) => path.EndsWith("case.yaml", StringComparison.Ordinal);

    public bool IsFolder(string path) => !IsFile(path);

    public Stream Open(string path) => new MemoryStream(Encoding.UTF8.GetBytes(_text), writable: false);

    private static double? Value(Match match) => match.Success ? double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"- \{id: (?<id>[\w-]+), kind: .*", RegexOptions.None, 1000)]
    private static partial Regex SiteLine();

    [GeneratedRegex(@", restart: (?<value>[\d.]+) %/month", RegexOptions.None, 1000)]
    private static partial Regex Restart();

    [GeneratedRegex(@", throttle: (?<value>[\d.]+) %", RegexOptions.None, 1000)]
    private static partial Regex Throttle();

    [GeneratedRegex(@"market: \{term: (?<value>[\d.]+) yr\}\n", RegexOptions.None, 1000)]
    private static partial Regex Term();
}
