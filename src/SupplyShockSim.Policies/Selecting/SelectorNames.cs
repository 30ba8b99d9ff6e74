using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Policies.Selecting;

/// <summary>The names that selectors may use, looked up in this order: site, bloc, country.</summary>
internal sealed class SelectorNames
{
    private readonly NetworkSpec _spec;
    private readonly SupplyNetwork _network;
    private readonly NetworkNames _names;
    private readonly Dictionary<string, Place?> _places = new(StringComparer.Ordinal);
    private Dictionary<string, List<int>>? _lanes;

    public SelectorNames(NetworkSpec spec, SupplyNetwork network)
    {
        (_spec, _network) = (spec, network);
        _names = new NetworkNames(spec);
        EndUses = [.. spec.Sites.Select(s => s.EndUse).OfType<string>()];
    }

    public HashSet<string> EndUses { get; }

    public IEnumerable<string> LaneNames => Lanes.Keys;

    private Dictionary<string, List<int>> Lanes => _lanes ??= ListLanes();

    /// <summary>The lanes of that id, or of that from&gt;to:commodity (of all cohorts).</summary>
    public IReadOnlyList<int> LanesCalled(string name) => Lanes.TryGetValue(name, out var lanes) ? lanes : [];

    /// <summary>Whether the files have a lane of that name, be it one that was left out of the network because of its own faults or its sites'.</summary>
    public bool IsWritten(string lane) => _spec.Lanes.Any(l => l.Id == lane || LaneNaming.ByEnds(l.From, l.To, l.Of) == lane);

    /// <summary>The place of that name; null where there is none. Many policies name the same few.</summary>
    public Place? TryPlace(string name)
    {
        if (!_places.TryGetValue(name, out var place))
        {
            _places.Add(name, place = Find(name));
        }

        return place;
    }

    /// <summary>The countries in which something lies, in words.</summary>
    public string CountriesWithSites
    {
        get
        {
            const int Most = 15;
            var names = _network.Sites.Country.Distinct().Order().Select(c => _network.Countries.Name[c]).ToArray();
            var rest = names.Length > Most ? FormattableString.Invariant($" and {names.Length - Most} more countries") : "";
            return string.Join(", ", names.Take(Most)) + rest;
        }
    }

    public string? SuggestPlace(string written)
    {
        var known = _network.Rows.Id.Concat(_network.Countries.Bloc).Concat(_network.Countries.Name).Concat(Iso3166.All.Select(c => c.Name));
        var near = Suggestion.Nearest(written, known);
        return near is null ? "write a country (ISO 3166 code or English name), a bloc or a site of the network" : $"did you mean '{near}'?";
    }

    private Place? Find(string name)
    {
        var row = Array.BinarySearch(_network.Rows.Id, name, StringComparer.Ordinal);
        if (row >= 0)
        {
            return new Place(Mask(i => _network.Sites.Row[i] == row), isBloc: false);
        }

        if (_names.Sites.ContainsKey(name))
        {
            // A row that was left out of the network because of its own faults.
            return new Place(new bool[_network.Sites.Count], isBloc: false);
        }

        var bloc = Array.FindIndex(_network.Countries.Bloc, b => string.Equals(b, name, StringComparison.OrdinalIgnoreCase));
        if (bloc >= 0)
        {
            return new Place(Mask(i => Array.BinarySearch(_network.Countries.BlocMembers[bloc], _network.Sites.Country[i]) >= 0), isBloc: true);
        }

        if (!_names.TryCountry(name, out var code))
        {
            return null;
        }

        var country = Array.BinarySearch(_network.Countries.Code, code, StringComparer.Ordinal);
        return new Place(Mask(i => _network.Sites.Country[i] == country), isBloc: false);
    }

    private bool[] Mask(Func<int, bool> has)
    {
        var mask = new bool[_network.Sites.Count];
        for (var i = 0; i < mask.Length; i++)
        {
            mask[i] = has(i);
        }

        return mask;
    }

    private Dictionary<string, List<int>> ListLanes()
    {
        var lanes = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var l = 0; l < _network.Lanes.Count; l++)
        {
            if (_network.Lanes.GivenId[l] is { } id)
            {
                Add(id, l);
            }

            var (from, to) = (_network.Sites.Row[_network.Lanes.From[l]], _network.Sites.Row[_network.Lanes.To[l]]);
            Add(LaneNaming.ByEnds(_network.Rows.Id[from], _network.Rows.Id[to], _network.Commodities.Id[_network.Lanes.Commodity[l]]), l);
        }

        return lanes;

        void Add(string name, int lane)
        {
            if (!lanes.TryGetValue(name, out var list))
            {
                lanes.Add(name, list = []);
            }

            list.Add(lane);
        }
    }
}
