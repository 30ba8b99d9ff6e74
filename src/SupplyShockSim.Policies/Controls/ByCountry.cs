using SupplyShockSim.Network;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies.Controls;

/// <summary>A value for each destination: one for some places by name (countries, blocs or sites), another for all others.</summary>
/// <param name="Else">The value for destinations that are not named.</param>
/// <param name="Places">Values by name, in the order in which they were written; no destination lies in two of them.</param>
public sealed record ByCountry<T>(T Else, IReadOnlyDictionary<string, T> Places)
{
    /// <summary>Every value that holds somewhere.</summary>
    public IEnumerable<T> Values => Places.Values.Prepend(Else);

    /// <summary>One value for every destination.</summary>
    public static ByCountry<T> Everywhere(T value) => new(value, new Dictionary<string, T>());

    public static implicit operator ByCountry<T>(T value) => Everywhere(value);

    /// <summary>The names, each with the key under which it stands.</summary>
    public IEnumerable<(string Key, string Name)> Names(string key) => Places.Keys.Select(name => ($"{key}.byCountry.{name}", name));

    /// <summary>By lane, the value of its destination.</summary>
    public T[] ForLanes(int[] lanes, LaneTable table, IReadOnlyDictionary<string, Place> known)
    {
        var named = Places.Select(p => (Place: known[p.Key], p.Value)).ToArray();
        return [.. lanes.Select(lane =>
        {
            var entry = Array.FindIndex(named, n => n.Place.Has(table.To[lane]));
            return entry < 0 ? Else : named[entry].Value;
        })];
    }

    /// <summary>Reports destinations with two values, and names that no selected lane leads to.</summary>
    public void Check(PolicyCheck check, string key)
    {
        var to = check.Subjects.Select(lane => check.Network.Lanes.To[lane]).Distinct().ToArray();
        var named = Names(key).Where(n => check.Places.ContainsKey(n.Name)).ToArray();
        for (var i = 0; i < named.Length; i++)
        {
            var mine = Array.FindAll(to, check.Places[named[i].Name].Has);
            if (mine.Length == 0)
            {
                check.Warn(named[i].Key, "SS431", $"no lane of this shock leads to '{named[i].Name}'", "check the name, and the selectors of the shock");
            }

            if (named[..i].FirstOrDefault(n => Array.Exists(mine, check.Places[n.Name].Has)).Name is { } other)
            {
                check.Fault(named[i].Key, "SS430", $"'{named[i].Name}' and '{other}' give two values for the same destination", "keep one of them");
            }
        }
    }

    /// <summary>In words: what holds elsewhere first, then place by place in brackets.</summary>
    public string Words(Func<T, string> words) => Places.Count == 0
        ? words(Else)
        : $"{words(Else)} ({string.Join("; ", Places.Select(p => $"{p.Key}: {words(p.Value)}"))})";
}
