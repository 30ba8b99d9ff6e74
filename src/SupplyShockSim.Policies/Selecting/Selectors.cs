using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Policies.Selecting;

/// <summary>Finds what the selectors of one policy name; reports, at the key where it stands, each name that fits nothing.</summary>
public sealed partial class Selectors
{
    private readonly SelectorNames _names;
    private readonly string _path;
    private readonly ICollection<Problem> _problems;

    internal Selectors(SelectorNames names, SupplyNetwork network, string name, string path, ICollection<Problem> problems) =>
        (_names, Network, Name, _path, _problems) = (names, network, name, path, problems);

    /// <summary>What the policy is called.</summary>
    public string Name { get; }

    public SupplyNetwork Network { get; }

    /// <summary>The lanes of a kind that fit all criteria, rising; warns of each name that fits none of them.</summary>
    public int[] Lanes(Predicate<int> isMeant, params IReadOnlyList<Criterion> criteria) => Rising(Network.Lanes.Count, isMeant, criteria);

    /// <summary>The sites in some places that make (or, for consumers, use) some commodities, rising. An empty list selects all.</summary>
    /// <param name="at">The key <c>at</c>.</param>
    /// <param name="of">The key <c>of</c>.</param>
    /// <param name="consumers">Whether consumers are meant, or those who make something.</param>
    /// <param name="endUse">The key <c>endUse</c>.</param>
    public int[] Sites(IReadOnlyList<string> at, IReadOnlyList<string> of, bool consumers, IReadOnlyList<string> endUse)
    {
        Criterion[] criteria =
        [
            Places("at", at, (place, site) => place.Has(site)),
            Commodities("of", of, (commodity, site) => Handles(site, commodity)),
            EndUses("endUse", endUse, site => site),
        ];
        return Rising(Network.Sites.Count, i => Network.Sites.IsConsumer[i] == consumers, criteria);
    }

    /// <summary>The sites of a kind that fit all criteria, rising; warns of each name that fits none of them.</summary>
    public int[] Sites(Predicate<int> isMeant, params IReadOnlyList<Criterion> criteria) => Rising(Network.Sites.Count, isMeant, criteria);

    /// <summary>Lanes that a key names by their id or their ends.</summary>
    public Criterion NamedLanes(string key, IReadOnlyList<string> written)
    {
        var named = new Criterion(key);
        for (var i = 0; i < written.Count; i++)
        {
            var lanes = _names.LanesCalled(written[i]).ToHashSet();
            if (lanes.Count > 0)
            {
                named.Add(i, written[i], isEmpty: false, lanes.Contains);
            }
            else if (!_names.IsWritten(written[i]))
            {
                Add(key, i, "SS403", $"there is no lane '{written[i]}'", Suggestion.For(written[i], _names.LaneNames) ?? "write its id, or from>to:commodity");
            }
        }

        return named;
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

    /// <summary>Countries, blocs and sites that a key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="written">The names.</param>
    /// <param name="fits">Whether a lane or site fits a place.</param>
    public Criterion Places(string key, IReadOnlyList<string> written, Func<Place, int, bool> fits)
    {
        var places = new Criterion(key);
        for (var i = 0; i < written.Count; i++)
        {
            if (_names.TryPlace(written[i]) is { } place)
            {
                places.Add(i, written[i], place.IsEmpty, subject => fits(place, subject));
            }
            else
            {
                Add(key, i, "SS404", $"there is no country, bloc or site '{written[i]}'", _names.SuggestPlace(written[i]));
            }
        }

        return places;
    }

    /// <summary>Commodities, and groups of them, that a key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="written">The names.</param>
    /// <param name="fits">Whether a lane or site fits a commodity.</param>
    public Criterion Commodities(string key, IReadOnlyList<string> written, Func<int, int, bool> fits)
    {
        var commodities = new Criterion(key);
        for (var i = 0; i < written.Count; i++)
        {
            var called = Network.Commodities.Called(written[i]);
            if (called.Length > 0)
            {
                commodities.Add(i, written[i], isEmpty: false, subject => Array.Exists(called, commodity => fits(commodity, subject)));
            }
            else
            {
                Add(key, i, "SS405", $"there is no commodity '{written[i]}'",
                    Suggestion.For(written[i], Network.Commodities.Id.Concat(Network.Commodities.Group)));
            }
        }

        return commodities;
    }

    /// <summary>End uses that a key names.</summary>
    /// <param name="key">The key.</param>
    /// <param name="written">The names.</param>
    /// <param name="userOf">The consumer that a lane or site supplies or is.</param>
    public Criterion EndUses(string key, IReadOnlyList<string> written, Func<int, int> userOf)
    {
        var uses = new Criterion(key);
        for (var i = 0; i < written.Count; i++)
        {
            var name = written[i];
            if (!_names.EndUses.Contains(name))
            {
                Add(key, i, "SS406", $"no consumer has the end use '{name}'", Suggestion.For(name, _names.EndUses));
            }

            uses.Add(i, name, isEmpty: false, subject => Network.Sites.EndUse[userOf(subject)] == name);
        }

        return uses;
    }

    private int[] Rising(int count, Predicate<int> isMeant, IReadOnlyList<Criterion> criteria)
    {
        var written = criteria.Where(c => c.Names.Count > 0).ToArray();
        var (wanted, exempt) = (Array.FindAll(written, c => !c.IsExemption), Array.FindAll(written, c => c.IsExemption));
        var found = new List<int>();
        var candidates = 0;
        for (var i = 0; i < count; i++)
        {
            if (!isMeant(i) || !Array.TrueForAll(wanted, c => c.Names.Any(name => name.Fits(i))))
            {
                continue;
            }

            candidates++;
            Array.ForEach(wanted, c => c.FitsOne(i));
            if (!Array.Exists(exempt, c => c.FitsOne(i)))
            {
                found.Add(i);
            }
        }

        WarnOfIdle(written, candidates == 0);
        return [.. found];
    }

    /// <summary>Warns of names that fit nothing; where nothing at all is selected, of those that cannot fit anything.</summary>
    private void WarnOfIdle(IReadOnlyList<Criterion> criteria, bool isNothing)
    {
        foreach (var criterion in criteria)
        {
            foreach (var name in criterion.Names.Where(n => !n.DidFit && (n.IsEmpty || !isNothing)))
            {
                var message = name.IsEmpty ? $"no site of the network lies in '{name.Name}'"
                    : criterion.IsExemption ? $"'{name.Name}' exempts nothing: no lane that the other selectors fit"
                    : $"'{name.Name}' adds nothing: no lane or site fits it and the other selectors";
                var hint = name.IsEmpty ? "sites lie in " + _names.CountriesWithSites : "take it out, or check the other selectors";
                Add(criterion.Key, name.Position, "SS408", message, hint, ProblemSeverity.Warning);
            }
        }
    }

    private bool Handles(int site, int commodity)
    {
        var sites = Network.Sites;
        var first = sites.IsConsumer[site] ? sites.FirstStock[site] : sites.FirstOutput[site];
        return Array.IndexOf(Network.Stocks.Commodity, commodity, first, sites.FirstStock[site + 1] - first) >= 0;
    }

    private void Add(string key, int position, string code, string message, string? hint, ProblemSeverity severity = ProblemSeverity.Error) =>
        _problems.Add(new Problem(FormattableString.Invariant($"{_path}.{key}[{position}]"), code, message, hint, severity));
}
