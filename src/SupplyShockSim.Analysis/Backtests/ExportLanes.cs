using SupplyShockSim.Network;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Analysis.Backtests;

/// <summary>
/// The lanes whose dispatch is the exports that a back-test looks at: from the countries whose export controls are in the scenario,
/// of the commodities these controls touch, to any other country, controlled or not.
/// </summary>
public sealed class ExportLanes
{
    private ExportLanes(IReadOnlyList<Destination> destinations) => Destinations = destinations;

    /// <summary>Every country such a lane leads to and that has a baseline flow, by name, with its lanes rising.</summary>
    public IReadOnlyList<Destination> Destinations { get; }

    /// <summary>A country and the lanes that lead there.</summary>
    /// <param name="Code">Its code in the network.</param>
    /// <param name="Name">Its name in the network.</param>
    /// <param name="Lanes">The lanes, rising.</param>
    public sealed record Destination(string Code, string Name, int[] Lanes);

    /// <summary>The lanes of a run; without destinations where it has no export control.</summary>
    public static ExportLanes Of(PreparedRun run)
    {
        var (network, lanes) = (run.Network, run.Network.Lanes);
        var controlled = run.ExportControls.SelectMany(c => c.Subjects).ToArray();
        var pairs = controlled.Select(l => (From(network, l), lanes.Commodity[l])).ToHashSet();
        var exported = Enumerable.Range(0, lanes.Count)
            .Where(l => pairs.Contains((From(network, l), lanes.Commodity[l])) && From(network, l) != To(network, l));
        return new ExportLanes(
        [
            .. exported.GroupBy(l => To(network, l))
                .Where(g => g.Any(l => lanes.FlowPerDay[l] > 0))
                .Select(g => new Destination(network.Countries.Code[g.Key], network.Countries.Name[g.Key], [.. g]))
                .OrderBy(d => d.Name, StringComparer.Ordinal),
        ]);
    }

    private static int From(SupplyNetwork network, int lane) => network.Sites.Country[network.Lanes.From[lane]];

    private static int To(SupplyNetwork network, int lane) => network.Sites.Country[network.Lanes.To[lane]];
}
