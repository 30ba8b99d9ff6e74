using SupplyShockSim.Scenarios.Tables;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Where the values of a network stand that has files of its own.</summary>
/// <param name="Root">What network.yaml holds.</param>
/// <param name="Tables">The tables, by the key they stand for: sites and lanes.</param>
internal sealed record NetworkFiles(MapNode Root, IReadOnlyDictionary<string, Table> Tables);
