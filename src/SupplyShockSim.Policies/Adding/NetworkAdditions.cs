using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies.Adding;

/// <summary>
/// What the policies of a run add to its network: sites and lanes that are known from the start and carry nothing until a policy opens or feeds them.
/// So the simulation learns no names of policies.
/// </summary>
public sealed class NetworkAdditions
{
    private readonly List<SiteSpec> _sites = [];
    private readonly List<LaneSpec> _lanes = [];

    private NetworkAdditions(NetworkSpec spec, SupplyNetwork network)
    {
        Network = network;
        Selectors = new Selectors(new SelectorNames(spec, network), network, "", []);
    }

    /// <summary>When a site opens that only a policy opens.</summary>
    public static When Never { get; } = When.After(LongestTimes.Horizon + LongestTimes.Horizon);

    /// <summary>The network without additions.</summary>
    public SupplyNetwork Network { get; }

    /// <summary>Finds what keys name in it. What is wrong with them is reported when the policy is looked up.</summary>
    public Selectors Selectors { get; }

    /// <summary>Whether a name is that of a site already.</summary>
    public bool IsTaken(string id) => Array.BinarySearch(Network.Rows.Id, id, StringComparer.Ordinal) >= 0 || _sites.Exists(s => s.Id == id);

    public void Add(SiteSpec site) => _sites.Add(site);

    public void Add(LaneSpec lane) => _lanes.Add(lane);

    /// <summary>The rows of some sites by id, each once.</summary>
    public IEnumerable<string> RowsOf(IEnumerable<int> sites) => sites.Select(s => Network.Sites.Row[s]).Distinct().Select(r => Network.Rows.Id[r]);

    /// <summary>The network with what all policies of a run add; the same where they add nothing.</summary>
    internal static NetworkSpec Grow(RunSpec run, SupplyNetwork network)
    {
        NetworkAdditions? additions = null;
        Collect(run.Shocks);
        Collect(run.Responses);
        return additions is null || additions._sites.Count + additions._lanes.Count == 0
            ? run.Network
            : run.Network with { Sites = [.. run.Network.Sites, .. additions._sites], Lanes = [.. run.Network.Lanes, .. additions._lanes] };

        void Collect(IReadOnlyList<PolicySpec> policies)
        {
            for (var i = 0; i < policies.Count; i++)
            {
                if (policies[i].GrowsNetwork)
                {
                    additions ??= new NetworkAdditions(run.Network, network);
                    policies[i].AddTo(additions, policies[i].Name ?? PolicySpec.DefaultName(policies[i].Type, i));
                }
            }
        }
    }
}
