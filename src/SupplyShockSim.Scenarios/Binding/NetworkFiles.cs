using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Where the values of a network stand that has files of its own.</summary>
/// <param name="Root">What network.yaml holds.</param>
/// <param name="Tables">The tables, by the key they stand for: sites and lanes.</param>
/// <param name="Rows">What the files hold, without the rows that a scenario adds.</param>
internal sealed record NetworkFiles(MapNode Root, IReadOnlyDictionary<string, Table> Tables, NetworkSpec Rows)
{
    /// <summary>How many rows of a list the files hold; those added by the scenario follow.</summary>
    public int CountOf(string key) => key switch
    {
        "commodities" => Rows.Commodities.Count,
        "technologies" => Rows.Technologies.Count,
        "sites" => Rows.Sites.Count,
        "lanes" => Rows.Lanes.Count,
        _ => int.MaxValue,
    };
}
