using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Policies.Triggers;

namespace SupplyShockSim.Policies;

/// <summary>Looks up what the conditions of policies hang on, and says what does not fit.</summary>
internal sealed class TriggerResolver(SupplyNetwork network, ICollection<Problem> problems)
{
    private string _path = "";

    /// <summary>A condition with its names looked up; null where it does not fit, or waits for another policy (<see cref="Link"/>).</summary>
    /// <param name="trigger">The condition, or null.</param>
    /// <param name="selectors">Those of the policy.</param>
    /// <param name="key">The key at which it stands: <c>when</c> or <c>until</c>.</param>
    /// <param name="path">The path of the policy.</param>
    public ResolvedTrigger? Resolve(TriggerSpec? trigger, Selectors selectors, string key, string path)
    {
        if (trigger is null)
        {
            return null;
        }

        if (trigger.Count != 1)
        {
            problems.Add(new Problem($"{path}.{key}", "SS471", trigger.Count == 0 ? "a condition that asks for nothing" : "several conditions in one",
                "give one of `price`, `cover`, `shortfall` and `after`"));
            return null;
        }

        _path = path;
        Condition? condition = trigger switch
        {
            { Shortfall: { } shortfall } => Shortfall(shortfall, selectors, $"{key}.shortfall"),
            { Cover: { } cover } => Cover(cover, selectors, $"{key}.cover"),
            { Price: { } price } => Price(price, selectors, $"{key}.price"),
            _ => null,
        };
        return condition is null ? null : new ResolvedTrigger(condition, trigger.For.Seconds);
    }

    /// <summary>Joins policies to those that they wait for; reports names that there are not, and circles.</summary>
    /// <param name="policies">All policies of the run, in their order.</param>
    /// <param name="paths">Where each stands.</param>
    public ResolvedPolicy[] Link(IReadOnlyList<ResolvedPolicy> policies, IReadOnlyList<string> paths)
    {
        var index = policies.Select((p, i) => (p.Name, i)).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        var linked = policies.Select((p, i) => p with
        {
            Starts = p.Starts ?? OfPolicy(p.Spec.Trigger, index, $"{paths[i]}.when"),
            Ends = p.Ends ?? OfPolicy(p.Spec.Until?.Trigger, index, $"{paths[i]}.until"),
        }).ToArray();
        FindCircles(linked, paths);
        return linked;
    }

    private ResolvedTrigger? OfPolicy(TriggerSpec? trigger, Dictionary<string, int> index, string path)
    {
        if (trigger is not { After: { } name, Count: 1 })
        {
            return null;
        }

        if (!index.TryGetValue(name, out var other))
        {
            problems.Add(new Problem($"{path}.after", "SS472", $"there is no shock or response '{name}'", Suggestion.For(name, index.Keys)));
            return null;
        }

        return new ResolvedTrigger(new Condition.OfPolicy(other, trigger.Event, trigger.By.Seconds), 0);
    }

    /// <summary>A policy that starts after another that starts after it never starts: that is an error, not a run in which nothing happens.</summary>
    private void FindCircles(ResolvedPolicy[] policies, IReadOnlyList<string> paths)
    {
        var seen = new HashSet<int>();
        for (var first = 0; first < policies.Length; first++)
        {
            var way = new List<int>();
            var at = first;
            while (at >= 0 && seen.Add(at))
            {
                way.Add(at);
                at = policies[at].Starts?.Condition is Condition.OfPolicy other ? other.Policy : -1;
            }

            if (at >= 0 && way.IndexOf(at) is var start and >= 0)
            {
                var names = way.Skip(start).Append(at).Select(i => policies[i].Name);
                problems.Add(new Problem($"{paths[at]}.when.after", "SS473", $"each of these starts only after the next: {string.Join(" > ", names)}",
                    "give one of them a date"));
            }
        }
    }

    private Condition.Shortfall? Shortfall(ShortfallTrigger trigger, Selectors selectors, string key)
    {
        var sites = selectors.Sites(
            s => network.Sites.IsConsumer[s],
            selectors.Places($"{key}.in", trigger.In, (place, site) => place.Has(site)),
            selectors.Commodities($"{key}.of", trigger.Of, (commodity, site) => network.InputOf(site, commodity) >= 0));
        var found = Found(sites, key);
        return found is null
            ? null
            : new Condition.Shortfall(found, [.. found.Select(s => trigger.Of.Count == 0 ? 1 : Uses(s, trigger.Of))], trigger.Above.Value);
    }

    private Condition.Cover? Cover(CoverTrigger trigger, Selectors selectors, string key)
    {
        var users = Found(selectors.Users($"{key}.at", trigger.At, $"{key}.of", [trigger.Of], []), key);
        var of = network.IndexOf(trigger.Of);
        return users is null ? null : new Condition.Cover(users, [.. users.Select(s => network.InputOf(s, of))], trigger.Below.Days);
    }

    private Condition.Price? Price(PriceTrigger trigger, Selectors selectors, string key)
    {
        var users = Found(selectors.Users($"{key}.in", trigger.In, $"{key}.of", [trigger.Of], []), key);
        var of = network.IndexOf(trigger.Of);
        return users is null ? null : new Condition.Price(of, [.. users.Select(s => network.Sites.Country[s]).Distinct().Order()], trigger.Above);
    }

    /// <summary>Tonnes of commodities, or of those of groups, that a consumer uses per unit of demand.</summary>
    private double Uses(int site, IReadOnlyList<string> of) =>
        of.SelectMany(network.Commodities.Called).Distinct().Select(c => network.InputOf(site, c)).Where(k => k >= 0).Sum(k => network.Stocks.Coefficient[k]);

    private int[]? Found(int[] sites, string key)
    {
        if (sites.Length > 0)
        {
            return sites;
        }

        problems.Add(new Problem($"{_path}.{key}", "SS474", $"nobody fits the condition `{key}`", "check its places and its commodity against the network"));
        return null;
    }
}
