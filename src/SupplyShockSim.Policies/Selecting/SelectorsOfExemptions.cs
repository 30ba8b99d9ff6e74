namespace SupplyShockSim.Policies.Selecting;

/// <content>Whom a control leaves out, for good or for a time.</content>
public sealed partial class Selectors
{
    /// <summary>
    /// Destinations, end uses and commodities (or groups of them) of lanes that a key names to leave them out for good; those that are left out
    /// for a time are selected with the others.
    /// </summary>
    public Criterion Exemptions(string key, IReadOnlyList<Exemption> written)
    {
        var exempt = new Criterion(key, isExemption: true);
        var (lanes, sites) = (Network.Lanes, Network.Sites);
        foreach (var (i, exemption) in written.Index().Where(e => !e.Item.IsDated))
        {
            if (exemption.Name is not { } name)
            {
                var parts = Parts(key, i, exemption);
                exempt.Add(i, exemption.Who, isEmpty: false, l => Array.TrueForAll(parts, p => p.Names.Count == 0 || p.FitsOne(l)));
                continue;
            }

            var called = Network.Commodities.Called(name);
            if (_names.EndUses.Contains(name))
            {
                exempt.Add(i, name, isEmpty: false, l => sites.EndUse[lanes.To[l]] == name);
            }
            else if (called.Length > 0)
            {
                exempt.Add(i, name, isEmpty: false, l => Array.IndexOf(called, lanes.Commodity[l]) >= 0);
            }
            else if (_names.TryPlace(name) is { } place)
            {
                exempt.Add(i, name, place.IsEmpty, l => place.Has(lanes.To[l]));
            }
            else
            {
                Add(key, i, "SS407", $"there is no destination, end use or commodity '{name}'", _names.SuggestPlace(name));
            }
        }

        return exempt;
    }

    /// <summary>Those among some lanes that an entry of a list of exemptions is about, rising; warns of each name that fits none.</summary>
    public int[] Exempted(string key, int position, Exemption exemption, int[] subjects) =>
        Rising(Network.Lanes.Count, l => Array.BinarySearch(subjects, l) >= 0, Parts(key, position, exemption));

    private Criterion[] Parts(string key, int position, Exemption exemption)
    {
        var path = FormattableString.Invariant($"{key}[{position}]");
        return
        [
            Places(path + ".to", exemption.To, (place, l) => place.Has(Network.Lanes.To[l])),
            Commodities(path + ".of", exemption.Of, (commodity, l) => Network.Lanes.Commodity[l] == commodity),
            EndUses(path + ".endUse", exemption.EndUse, l => Network.Lanes.To[l]),
        ];
    }
}
