using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Policies.Selecting;

/// <summary>Finds what the selectors of one policy name; reports, at the key where it stands, each name that fits nothing.</summary>
public sealed class Selectors
{
    private readonly SelectorNames _names;
    private readonly string _path;
    private readonly ICollection<Problem> _problems;

    internal Selectors(SelectorNames names, SupplyNetwork network, string path, ICollection<Problem> problems) =>
        (_names, Network, _path, _problems) = (names, network, path, problems);

    public SupplyNetwork Network { get; }

    /// <summary>The lanes for which a condition holds, rising.</summary>
    public int[] Lanes(Predicate<int> fits) => Rising(Network.Lanes.Count, fits);

    /// <summary>The sites in some places that make (or, for consumers, use) some commodities, rising. An empty list selects all.</summary>
    /// <param name="at">The key <c>at</c>.</param>
    /// <param name="of">The key <c>of</c>.</param>
    /// <param name="consumers">Whether consumers are meant, or those who make something.</param>
    /// <param name="endUse">The key <c>endUse</c>.</param>
    public int[] Sites(IReadOnlyList<string> at, IReadOnlyList<string> of, bool consumers, IReadOnlyList<string> endUse)
    {
        var places = Places("at", at);
        var commodities = Commodities("of", of);
        var endUses = EndUses("endUse", endUse);
        var sites = Network.Sites;
        return Rising(sites.Count, i =>
            sites.IsConsumer[i] == consumers
            && (places.Count == 0 || places.Exists(p => p.Has(i)))
            && (commodities.Count == 0 || Handles(i, commodities))
            && (endUses.Count == 0 || endUses.Contains(sites.EndUse[i] ?? "")));
    }

    /// <summary>The lanes that a key names by their id or their ends.</summary>
    public IReadOnlySet<int> NamedLanes(string key, IReadOnlyList<string> written)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < written.Count; i++)
        {
            var lanes = _names.LanesCalled(written[i]);
            found.UnionWith(lanes);
            if (lanes.Count == 0)
            {
                Add(key, i, "SS403", $"there is no lane '{written[i]}'", Suggestion.For(written[i], _names.LaneNames) ?? "write its id, or from>to:commodity");
            }
        }

        return found;
    }

    /// <summary>The country, bloc or site of that name, which stands at a key; reports where there is none, and returns null.</summary>
    public Place? Place(string key, string name)
    {
        var place = _names.TryPlace(name);
        if (place is null)
        {
            _problems.Add(new Problem($"{_path}.{key}", "SS404", $"there is no country, bloc or site '{name}'", _names.SuggestPlace(name)));
        }

        return place;
    }

    /// <summary>The countries, blocs and sites that a key names.</summary>
    public List<Place> Places(string key, IReadOnlyList<string> written)
    {
        var places = new List<Place>();
        for (var i = 0; i < written.Count; i++)
        {
            if (_names.TryPlace(written[i]) is { } place)
            {
                places.Add(place);
            }
            else
            {
                Add(key, i, "SS404", $"there is no country, bloc or site '{written[i]}'", _names.SuggestPlace(written[i]));
            }
        }

        return places;
    }

    /// <summary>The commodities that a key names.</summary>
    public IReadOnlySet<int> Commodities(string key, IReadOnlyList<string> written)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < written.Count; i++)
        {
            var index = Array.BinarySearch(Network.Commodities.Id, written[i], StringComparer.Ordinal);
            if (index >= 0)
            {
                found.Add(index);
            }
            else
            {
                Add(key, i, "SS405", $"there is no commodity '{written[i]}'", Suggestion.For(written[i], Network.Commodities.Id));
            }
        }

        return found;
    }

    /// <summary>The end uses that a key names.</summary>
    public IReadOnlySet<string> EndUses(string key, IReadOnlyList<string> written)
    {
        for (var i = 0; i < written.Count; i++)
        {
            if (!_names.EndUses.Contains(written[i]))
            {
                Add(key, i, "SS406", $"no consumer has the end use '{written[i]}'", Suggestion.For(written[i], _names.EndUses));
            }
        }

        return written.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What is left out by the destinations, end uses and commodities that a key names: conditions on lanes.</summary>
    public List<Predicate<int>> Exemptions(string key, IReadOnlyList<string> written)
    {
        var exempt = new List<Predicate<int>>();
        for (var i = 0; i < written.Count; i++)
        {
            var name = written[i];
            var commodity = Array.BinarySearch(Network.Commodities.Id, name, StringComparer.Ordinal);
            if (_names.EndUses.Contains(name))
            {
                exempt.Add(l => Network.Sites.EndUse[Network.Lanes.To[l]] == name);
            }
            else if (commodity >= 0)
            {
                exempt.Add(l => Network.Lanes.Commodity[l] == commodity);
            }
            else if (_names.TryPlace(name) is { } place)
            {
                exempt.Add(l => place.Has(Network.Lanes.To[l]));
            }
            else
            {
                Add(key, i, "SS407", $"there is no destination, end use or commodity '{name}'", _names.SuggestPlace(name));
            }
        }

        return exempt;
    }

    private static int[] Rising(int count, Predicate<int> fits)
    {
        var found = new List<int>();
        for (var i = 0; i < count; i++)
        {
            if (fits(i))
            {
                found.Add(i);
            }
        }

        return [.. found];
    }

    private bool Handles(int site, IReadOnlySet<int> commodities)
    {
        var sites = Network.Sites;
        var first = sites.IsConsumer[site] ? sites.FirstStock[site] : sites.FirstOutput[site];
        for (var s = first; s < sites.FirstStock[site + 1]; s++)
        {
            if (commodities.Contains(Network.Stocks.Commodity[s]))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(string key, int position, string code, string message, string? hint) =>
        _problems.Add(new Problem(FormattableString.Invariant($"{_path}.{key}[{position}]"), code, message, hint));
}
