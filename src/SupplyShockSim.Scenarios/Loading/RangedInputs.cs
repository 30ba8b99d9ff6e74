using SupplyShockSim.Network;
using SupplyShockSim.Network.Ranges;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>The ranges that rows of a network state, as uncertain inputs.</summary>
internal static class RangedInputs
{
    private const string Prefix = "network.";

    /// <summary>The inputs with the word for all ranges replaced by one input for each, but for those that the scenario samples itself.</summary>
    public static IReadOnlyList<UncertainSpec> SpelledOut(IReadOnlyList<UncertainSpec> inputs, NetworkSpec network)
    {
        if (!inputs.Any(u => u.IsAllRanges))
        {
            return inputs;
        }

        var own = inputs.Select(u => u.Set).ToHashSet(StringComparer.Ordinal);
        UncertainSpec[] ranges = [.. RangedValue.In(network).Select(Input).Where(u => !own.Contains(u.Set))];
        return [.. inputs.Where(u => !u.IsAllRanges), .. ranges];
    }

    /// <summary>Whether one of some paths leads to a value of a network that states a range for it.</summary>
    public static bool AnyIn(NetworkSpec network, IEnumerable<string> paths)
    {
        var ranged = RangedValue.In(network).Select(r => Prefix + r.Path).ToHashSet(StringComparer.Ordinal);
        return ranged.Count > 0 && paths.Any(ranged.Contains);
    }

    private static UncertainSpec Input(RangedValue value)
    {
        Quantity Of(double number) => new(number, value.IsFlow ? Dimension.Flow : Dimension.Number);
        return new UncertainSpec
        {
            Set = Prefix + value.Path,
            Triangular = [Of(value.Least), Of(value.Base), Of(value.Most)],
            Source = value.Row.Source,
            Note = (value.Row as SiteSpec)?.Note ?? (value.Row as LaneSpec)?.Note ?? (value.Row as TechnologySpec)?.Note,
        };
    }
}
