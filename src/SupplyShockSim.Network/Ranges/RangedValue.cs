namespace SupplyShockSim.Network.Ranges;

/// <summary>A value of a network beside which its range is written.</summary>
/// <param name="Path">Where it stands, from the network on: <c>lanes.cn-metal-to-jp-alloy.flow</c>.</param>
/// <param name="Base">The value itself: t/d, or tonnes per unit of activity.</param>
/// <param name="Least">The least it may be.</param>
/// <param name="Most">The most it may be.</param>
/// <param name="IsFlow">Whether it is in t/d.</param>
/// <param name="Row">The row, which says where the figures come from.</param>
public sealed record RangedValue(string Path, double Base, double Least, double Most, bool IsFlow, ISourced Row)
{
    /// <summary>All such values: of sites, of lanes, then of recipes, each in the order of the files.</summary>
    public static IReadOnlyList<RangedValue> In(NetworkSpec spec)
    {
        var values = new List<RangedValue>();
        foreach (var site in spec.Sites)
        {
            var (key, value) = site.Kind == SiteKind.Consumer ? ("demand", site.Demand) : ("capacity", site.Capacity);
            if (site.Range is { } range && value is { } given)
            {
                values.Add(new RangedValue($"sites.{site.Id}.{key}", given.Value, range.Least.Value, range.Most.Value, IsFlow: true, site));
            }
        }

        foreach (var lane in spec.Lanes)
        {
            if (lane.Range is { } range)
            {
                values.Add(new RangedValue($"lanes.{LaneNaming.Of(lane)}.flow", lane.Flow.Value, range.Least.Value, range.Most.Value, IsFlow: true, lane));
            }
        }

        foreach (var recipe in spec.Technologies)
        {
            foreach (var (commodity, range) in recipe.Range.Where(r => r.Value.Count == 2))
            {
                var side = recipe.Inputs.ContainsKey(commodity) ? "inputs" : "outputs";
                var amounts = side == "inputs" ? recipe.Inputs : recipe.Outputs;
                if (amounts.TryGetValue(commodity, out var amount))
                {
                    values.Add(new RangedValue($"technologies.{recipe.Id}.{side}.{commodity}", amount, range[0], range[1], IsFlow: false, recipe));
                }
            }
        }

        return values;
    }
}
