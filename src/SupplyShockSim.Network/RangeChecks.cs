using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>What must hold of ranges: they hold the value they stand beside, and what takes up a draw can.</summary>
internal sealed class RangeChecks(NetworkSpec spec, NetworkNames names, NetworkFindings found)
{
    public void All()
    {
        for (var i = 0; i < spec.Sites.Count; i++)
        {
            var site = spec.Sites[i];
            if (site.Range is null && site.Against is null && site.Residual is null)
            {
                continue;
            }

            found.Row = new NetworkRow(NetworkList.Sites, i);
            CheckSite(site, $"sites[{i}]");
        }

        for (var l = 0; l < spec.Lanes.Count; l++)
        {
            if (spec.Lanes[l].Range is { } range)
            {
                found.Row = new NetworkRow(NetworkList.Lanes, l);
                Holds(spec.Lanes[l].Flow, range, $"lanes[{l}].range", "the flow");
            }
        }

        found.Row = null;
        for (var t = 0; t < spec.Technologies.Count; t++)
        {
            CheckRecipe(spec.Technologies[t], $"technologies[{t}].range");
        }
    }

    private void CheckSite(SiteSpec site, string where)
    {
        var isConsumer = site.Kind == SiteKind.Consumer;
        if (site.Range is { } range)
        {
            Holds(isConsumer ? site.Demand : site.Capacity, range, where + ".range", isConsumer ? "the demand" : "the capacity");
        }

        if (site.Residual == true && (!isConsumer || site.Range is not null))
        {
            found.Add(where + ".residual", NetworkCodes.BadRange, isConsumer ? $"'{site.Id}' is residual and has a range" : $"'{site.Id}' is no consumer",
                "a residual is the demand of a consumer that gives way to what is drawn elsewhere");
        }

        if (site.Against is { } other)
        {
            CheckAgainst(site, other, where + ".against");
        }
    }

    private void CheckAgainst(SiteSpec site, string other, string where)
    {
        var taker = names.Sites.TryGetValue(other, out var row) ? spec.Sites[row] : null;
        if (taker is null)
        {
            found.Add(where, NetworkCodes.UnknownSite, $"there is no site '{other}'", found.Suggest(other, names.Sites.Keys));
        }
        else if (site.Range is not { } range || site.Demand is not { } demand || taker.Demand is not { } left || taker.Range is not null)
        {
            found.Add(where, NetworkCodes.BadRange, $"'{other}' cannot take up what '{site.Id}' draws",
                "write `against` beside the `range` of a consumer, and name a consumer without one");
        }
        else if (spec.Sites.Where(s => s.Against == other).Sum(s => (s.Range?.Most.Value ?? 0) - (s.Demand?.Value ?? 0)) >= left.Value)
        {
            found.Add(where, NetworkCodes.BadRange, $"'{other}' has less than draws against it may take", "lower the most of their ranges");
        }
    }

    private void Holds(TonnesPerDay? value, FlowRange range, string where, string what)
    {
        if (value is not { Value: > 0 } given || !(range.Least.Value <= given.Value && given.Value <= range.Most.Value))
        {
            found.Add(where, NetworkCodes.BadRange, $"the range does not hold {what}", $"write [least, most], with {what} above zero and between them");
        }
    }

    private void CheckRecipe(TechnologySpec recipe, string where)
    {
        foreach (var (commodity, range) in recipe.Range)
        {
            var isKnown = recipe.Inputs.TryGetValue(commodity, out var amount) || recipe.Outputs.TryGetValue(commodity, out amount);
            if (!isKnown || range.Count != 2 || !(0 < range[0] && range[0] <= amount && amount <= range[1]))
            {
                found.Add($"{where}.{commodity}", NetworkCodes.BadRange, isKnown ? "the range does not hold the amount" : $"the recipe has no '{commodity}'",
                    "write [least, most] for something that the recipe uses or makes, with its amount between them");
            }
        }
    }
}
