using SupplyShockSim.Analysis;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Network;

namespace SupplyShockSim.Cli.Running;

/// <summary>What of a network was asked for: its stages, its rows, and the users among these.</summary>
internal sealed class NetworkSelection
{
    /// <summary>Cuts and routes are worked out for so many users; the others are counted.</summary>
    public const int MostUsers = 40;

    private readonly NetworkSpec _spec;
    private readonly Dictionary<string, SiteSpec> _sites;

    /// <param name="network">The network.</param>
    /// <param name="spec">The same as written.</param>
    /// <param name="find">Words that must all stand in a row's id, name, country, kind or end use; empty for all rows.</param>
    /// <param name="stage">A commodity by id or name, of which only makers and users are wanted; null for all.</param>
    /// <exception cref="CliException">There is no such commodity, or no row with these words.</exception>
    public NetworkSelection(SupplyNetwork network, NetworkSpec spec, string find, string? stage)
    {
        (Network, _spec, Graph) = (network, spec, new NetworkGraph(network));
        _sites = spec.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var words = find.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var commodity = stage is null ? -1 : Commodity(stage);
        Rows = [.. Enumerable.Range(0, network.Rows.Count).Where(r => (commodity < 0 || Handles(r, commodity)) && Array.TrueForAll(words, w => Has(r, w)))];
        if (Rows.Count == 0)
        {
            var which = stage is null ? "" : $"that makes or uses {network.Commodities.Id[commodity]} ";
            throw new CliException(ExitCode.WrongUse, $"no site {which}has '{find}' in its id, name, country, kind or end use");
        }

        IsNarrowed = words.Length > 0;
        Stages = [.. StageProfile.Of(network).Where(s => commodity < 0 ? !IsNarrowed || Rows.Any(r => Handles(r, s.Commodity)) : s.Commodity == commodity)];
        Users = [.. Graph.Users.Intersect(Rows)];
    }

    public SupplyNetwork Network { get; }

    public NetworkGraph Graph { get; }

    public IReadOnlyList<StageProfile> Stages { get; }

    /// <summary>Rows of the network, rising.</summary>
    public IReadOnlyList<int> Rows { get; }

    public IReadOnlyList<int> Users { get; }

    /// <summary>Whether words were given, so that users found are told of in full.</summary>
    public bool IsNarrowed { get; }

    /// <summary>A row as it was written.</summary>
    public SiteSpec Written(int row) => _sites[Network.Rows.Id[row]];

    public string CountryOf(int row) => Network.Countries.Name[Network.Sites.Country[Network.Rows.FirstSite[row]]];

    public string KindOf(int row) => Written(row).Kind == SiteKind.MagnetPlant ? "magnet-plant" : Written(row).Kind.ToString().ToLowerInvariant();

    /// <summary>Tonnes a day of a row's activity, over all its firms.</summary>
    public double BaselineOf(int row) => Sum(row, Network.Sites.BaselinePerDay);

    /// <summary>The most of it.</summary>
    public double CapacityOf(int row) => Sum(row, Network.Sites.CapacityPerDay);

    /// <summary>The commodities that a row uses, by index.</summary>
    public IEnumerable<int> UsesOf(int row) => Network.Stocks.Commodity[FirstStock(row)..FirstOutput(row)];

    /// <summary>How many of the network's sites and lanes have each confidence, the most first.</summary>
    public IReadOnlyList<(string Confidence, int Rows)> Confidences =>
    [
        .. _spec.Sites.Cast<ISourced>().Concat(_spec.Lanes).GroupBy(r => r.Confidence ?? "not stated").Select(g => (g.Key, g.Count()))
            .OrderByDescending(c => c.Item2).ThenBy(c => c.Key, StringComparer.Ordinal),
    ];

    /// <summary>What a user needs of a commodity, t/d.</summary>
    public double NeedOf(int row, int commodity)
    {
        var stock = Enumerable.Range(FirstStock(row), FirstOutput(row) - FirstStock(row)).First(s => Network.Stocks.Commodity[s] == commodity);
        return BaselineOf(row) * Network.Stocks.Coefficient[stock];
    }

    private int FirstStock(int row) => Network.Sites.FirstStock[Network.Rows.FirstSite[row]];

    private int FirstOutput(int row) => Network.Sites.FirstOutput[Network.Rows.FirstSite[row]];

    private bool Handles(int row, int commodity) =>
        Array.IndexOf(Network.Stocks.Commodity, commodity, FirstStock(row), Network.Sites.FirstStock[Network.Rows.FirstSite[row] + 1] - FirstStock(row)) >= 0;

    private bool Has(int row, string word) => new[] { Network.Rows.Id[row], Network.Rows.Name[row], CountryOf(row), KindOf(row), Written(row).EndUse ?? "" }
        .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private double Sum(int row, double[] values) => values.AsSpan(Network.Rows.FirstSite[row], Network.Rows.SiteCount[row]).ToArray().Sum();

    private int Commodity(string named)
    {
        var found = Array.FindIndex(Network.Commodities.Id, id => id == named);
        found = found >= 0 ? found : Array.FindIndex(Network.Commodities.Name, name => name.Equals(named, StringComparison.OrdinalIgnoreCase));
        return found >= 0
            ? found
            : throw new CliException(ExitCode.WrongUse, $"there is no stage '{named}'{Meant.Hint(named, Network.Commodities.Id)}; there are {string.Join(", ", Network.Commodities.Id)}");
    }
}
