using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Network;

/// <summary>What must hold for what sites and lanes refer to: commodities, technologies and blocs.</summary>
internal sealed class DefinitionChecks(NetworkSpec spec, NetworkNames names, NetworkFindings found)
{
    /// <summary>What a run's state has room for.</summary>
    private const int MostCommodities = ushort.MaxValue;

    public void All()
    {
        CommoditiesAreUnique();
        GroupsAreKnown();
        TechnologiesAreSound();
        BlocsAreKnown();
    }

    private void CommoditiesAreUnique()
    {
        Unique(spec.Commodities.Select(c => c.Id), "commodities", "commodity");
        for (var c = 0; c < spec.Commodities.Count; c++)
        {
            found.WarnOfMissing($"commodities[{c}].id", "commodity", spec.Commodities[c].Id);
        }

        if (spec.Commodities.Count > MostCommodities)
        {
            found.Add("commodities", NetworkCodes.TooManyCommodities, FormattableString.Invariant($"{spec.Commodities.Count} commodities"),
                FormattableString.Invariant($"a network has at most {MostCommodities}"));
        }
    }

    /// <summary>A group holds commodities that there are, and has a name of its own: a selector could mean either otherwise.</summary>
    private void GroupsAreKnown()
    {
        foreach (var (group, members) in spec.Groups)
        {
            if (names.Commodities.ContainsKey(group))
            {
                found.Add($"groups.{group}", NetworkCodes.DefinedTwice, $"'{group}' is both a commodity and a group", "give the group another name");
            }

            if (members.Count == 0)
            {
                found.Add($"groups.{group}", NetworkCodes.UnknownCommodity, $"the group '{group}' holds no commodity", "list some, or take it out");
            }

            for (var i = 0; i < members.Count; i++)
            {
                if (!names.Commodities.ContainsKey(members[i]))
                {
                    found.Add($"groups.{group}[{i}]", NetworkCodes.UnknownCommodity, $"there is no commodity '{members[i]}'",
                        spec.Groups.ContainsKey(members[i]) ? "a group holds commodities, not groups" : found.Suggest(members[i], names.Commodities.Keys));
                }
            }
        }
    }

    private void Unique(IEnumerable<string> ids, string list, string what)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var i = 0;
        foreach (var id in ids)
        {
            if (string.IsNullOrWhiteSpace(id))
            {
                found.Add($"{list}[{i}]", NetworkCodes.NoId, $"a {what} needs an id", "add `id: some-name`");
            }
            else if (!seen.TryAdd(id, i))
            {
                found.Add($"{list}[{i}].id", NetworkCodes.DefinedTwice, $"the {what} '{id}' is defined twice", "give each its own id");
            }

            i++;
        }
    }

    private void TechnologiesAreSound()
    {
        Unique(spec.Technologies.Select(t => t.Id), "technologies", "technology");
        for (var i = 0; i < spec.Technologies.Count; i++)
        {
            CheckTechnology(spec.Technologies[i], $"technologies[{i}]");
        }
    }

    public void CheckTechnology(TechnologySpec technology, string where)
    {
        CheckAmounts(technology.Inputs, where + ".inputs");
        CheckAmounts(technology.Outputs, where + ".outputs");
        CheckSpeeds(technology, where);
        if (technology.Outputs.Count == 0)
        {
            found.Add(where, NetworkCodes.MakesNothing, "the technology makes nothing", "add `outputs: {commodity: 1}`");
        }
    }

    public void CheckSpeeds(ISpeeds speeds, string where)
    {
        if (speeds.Storage?.Seconds < 0 || speeds.Memory?.Seconds < 0)
        {
            found.Add(where, NetworkCodes.TimeOfSpeedBelowZero, "a `storage` or `memory` below zero", "write 0 d or more");
        }
    }

    public void CheckAmounts(IReadOnlyDictionary<string, double> amounts, string where)
    {
        foreach (var (commodity, amount) in amounts)
        {
            if (!names.Commodities.ContainsKey(commodity))
            {
                found.Add($"{where}.{commodity}", NetworkCodes.UnknownCommodity, $"there is no commodity '{commodity}'",
                    found.Suggest(commodity, names.Commodities.Keys));
            }

            if (!(amount > 0) || !double.IsFinite(amount))
            {
                found.Add($"{where}.{commodity}", NetworkCodes.NoAmount,
                    "tonnes per unit of activity must be above zero",
                    "write a positive number, or leave the commodity out");
            }
        }
    }

    private void BlocsAreKnown()
    {
        foreach (var (bloc, members) in spec.Blocs)
        {
            for (var i = 0; i < members.Count; i++)
            {
                if (!names.TryCountry(members[i], out _))
                {
                    found.Add($"blocs.{bloc}[{i}]", NetworkCodes.UnknownCountry, $"there is no country '{members[i]}'", names.SuggestCountry(members[i]));
                }
            }
        }
    }
}
