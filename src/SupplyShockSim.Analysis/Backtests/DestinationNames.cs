using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>Which destination of the network each destination of an observed file is: the one of the same code or name, or of another name people write.</summary>
internal sealed class DestinationNames
{
    private readonly Dictionary<string, string> _observedByCode = new(StringComparer.Ordinal);

    public DestinationNames(ExportLanes lanes, NetworkSpec network, ObservedFile observed)
    {
        var unmatched = new List<string>();
        var own = network.Countries.SelectMany(c => (KeyValuePair<string, string>[])[new(c.Id, c.Id), new(c.Name, c.Id)])
            .DistinctBy(c => c.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(StringComparer.OrdinalIgnoreCase);
        var codes = lanes.Destinations.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var name in observed.Rows.Select(r => r.Destination).Distinct().Where(n => n != ObservedFile.World))
        {
            var known = own.TryGetValue(name, out var code) || Iso3166.TryFind(name, out code);
            if (!known || !codes.Contains(code!) || !_observedByCode.TryAdd(code!, name))
            {
                unmatched.Add(name);
            }
        }

        unmatched.Sort(StringComparer.Ordinal);
        Unmatched = unmatched;
    }

    /// <summary>Destinations of the file that the network does not have, or that name one a second time.</summary>
    public IReadOnlyList<string> Unmatched { get; }

    /// <summary>What the observed file calls a destination, or null.</summary>
    public string? ObservedAs(ExportLanes.Destination destination) => _observedByCode.GetValueOrDefault(destination.Code);

    /// <summary>The name to print.</summary>
    public string NameOf(ExportLanes.Destination destination) => ObservedAs(destination) ?? destination.Name;
}
