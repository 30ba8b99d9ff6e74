using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies;

/// <summary>
/// What the policies of a run add to its network: sites and lanes that are known from the start and carry nothing until a policy opens or feeds them.
/// So the simulation learns no names of policies.
/// </summary>
public sealed class NetworkAdditions
{
    private readonly NetworkSpec _spec;
    private readonly NetworkNames _names;
    private readonly List<SiteSpec> _sites = [];
    private readonly List<LaneSpec> _lanes = [];

    private NetworkAdditions(NetworkSpec spec, SupplyNetwork network)
    {
        (_spec, _names, Network) = (spec, new NetworkNames(spec), network);
        Selectors = new Selectors(new SelectorNames(spec, network), network, "", "", []);
    }

    /// <summary>When a site opens that only a policy opens.</summary>
    public static When Never { get; } = When.After(LongestTimes.Horizon + LongestTimes.Horizon);

    /// <summary>The network without additions.</summary>
    public SupplyNetwork Network { get; }

    /// <summary>Finds what keys name in it. What is wrong with them is reported when the policy is looked up.</summary>
    public Selectors Selectors { get; }

    /// <summary>Whether a name is that of a site already.</summary>
    public bool IsTaken(string id) => Array.BinarySearch(Network.Rows.Id, id, StringComparer.Ordinal) >= 0 || _sites.Exists(s => s.Id == id);

    /// <summary>Whether there is a country of that code or name.</summary>
    public bool IsCountry(string country) => _names.TryCountry(country, out _);

    /// <summary>A recipe, written in place or named; null where there is none that makes something.</summary>
    public TechnologySpec? Technology(TechnologyRef technology) =>
        (technology.Inline ?? _spec.Technologies.FirstOrDefault(t => t.Id == technology.Id)) is { Outputs.Count: > 0 } recipe
        && recipe.Inputs.Keys.Concat(recipe.Outputs.Keys).All(c => Network.IndexOf(c) >= 0)
            ? recipe
            : null;

    /// <summary>A lane from each row that makes a commodity, to whom is left open, over the shortest and cheapest of its ways to anybody.</summary>
    /// <param name="key">The key that names the makers.</param>
    /// <param name="places">Where they lie; an empty list selects all.</param>
    /// <param name="of">The commodity.</param>
    public IEnumerable<LaneSpec> LanesFromMakers(string key, IReadOnlyList<string> places, string of)
    {
        var (lanes, commodity) = (Network.Lanes, Network.IndexOf(of));
        var makers = Selectors.Sites(
            s => Network.Sites.Kind[s] != SiteKind.Stockpile && Network.OutputOf(s, commodity) >= 0,
            Selectors.Places(key, places, (place, site) => place.Has(site)));
        foreach (var row in makers.GroupBy(s => Network.Sites.Row[s]))
        {
            var ways = row.SelectMany(s => Network.Stocks.Lanes(Network.OutputOf(s, commodity)).ToArray()).ToArray();
            yield return new LaneSpec
            {
                From = Network.Rows.Id[row.Key],
                Of = of,
                Transit = SimDuration.FromSeconds(ways.Length == 0 ? 0 : ways.Min(l => lanes.TransitSeconds[l])),
                Cost = new UsdPerTonne(ways.Length == 0 ? 0 : ways.Min(l => lanes.CostUsdPerTonne[l])),
            };
        }
    }

    public void Add(SiteSpec site) => _sites.Add(site);

    public void Add(LaneSpec lane) => _lanes.Add(lane);

    /// <summary>The rows of some sites by id, each once.</summary>
    public IEnumerable<string> RowsOf(IEnumerable<int> sites) => sites.Select(s => Network.Sites.Row[s]).Distinct().Select(r => Network.Rows.Id[r]);

    /// <summary>The network with what all policies of a run add; the same where they add nothing.</summary>
    /// <param name="spec">The network as written.</param>
    /// <param name="network">The same, built.</param>
    /// <param name="lists">The policies, list by list, each in its order.</param>
    internal static NetworkSpec Grow(NetworkSpec spec, SupplyNetwork network, params IReadOnlyList<PolicySpec>[] lists)
    {
        NetworkAdditions? additions = null;
        Array.ForEach(lists, Collect);
        return additions is null || additions._sites.Count + additions._lanes.Count == 0
            ? spec
            : spec with { Sites = [.. spec.Sites, .. additions._sites], Lanes = [.. spec.Lanes, .. additions._lanes] };

        void Collect(IReadOnlyList<PolicySpec> policies)
        {
            for (var i = 0; i < policies.Count; i++)
            {
                if (policies[i].GrowsNetwork)
                {
                    additions ??= new NetworkAdditions(spec, network);
                    policies[i].AddTo(additions, policies[i].Name ?? PolicySpec.DefaultName(policies[i].Type, i));
                }
            }
        }
    }
}
