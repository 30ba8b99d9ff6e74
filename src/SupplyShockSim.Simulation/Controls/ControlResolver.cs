using System.Globalization;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>Looks up whom shocks act on and when, and says what does not fit.</summary>
internal sealed class ControlResolver(RunSpec run, SupplyNetwork network, ICollection<Problem> problems)
{
    private readonly SelectorNames _names = new(run.Network, network);
    private readonly ControlLife _life = new(run, problems);
    private readonly ControlChecks _own = new(run, network, problems);

    public IReadOnlyList<ResolvedControl> Resolve()
    {
        var resolved = new List<ResolvedControl>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < run.Shocks.Count; i++)
        {
            var spec = run.Shocks[i];
            var path = $"shocks[{i}]";
            var type = ControlCatalog.KindOf(spec).Type;
            var name = spec.Name ?? $"{type}-{(i + 1).ToString(CultureInfo.InvariantCulture)}";
            if (!names.Add(name))
            {
                Add($"{path}.name", "SS401", $"two shocks are called '{name}'", "give each its own name");
            }

            var subjects = Subjects(spec, path);
            var windows = _life.Windows(spec, path, out var announced);
            _own.Check(spec, path, subjects);
            resolved.Add(new ResolvedControl(spec, name, type, ControlSummary.Of(type, spec), subjects, announced, windows));
        }

        return resolved;
    }

    private void Add(string path, string code, string message, string? hint, ProblemSeverity severity = ProblemSeverity.Error) =>
        problems.Add(new Problem(path, code, message, hint, severity));

    private int[] Subjects(ControlSpec spec, string path)
    {
        var subjects = spec switch
        {
            LaneControlSpec lanes => ExportLanes(lanes, path),
            TransitChange transit => TransitLanes(transit, path),
            DemandChange demand => Sites(demand, path, consumers: true, demand.EndUse),
            SiteControlSpec sites => Sites(sites, path, consumers: false, []),
            _ => throw new InvalidOperationException("a control that selects nothing"),
        };
        if (subjects.Length == 0 && problems.All(p => !p.Path.StartsWith(path + ".", StringComparison.Ordinal)))
        {
            Add(path, "SS402", "this shock acts on nothing: no lane or site of the network fits its selectors", "check by, of, to, at and endUse against the network", ProblemSeverity.Warning);
        }

        return subjects;
    }

    private int[] ExportLanes(LaneControlSpec spec, string path)
    {
        var by = Places(spec.By, $"{path}.by");
        var to = Places(spec.To, $"{path}.to");
        var of = Commodities(spec.Of, $"{path}.of");
        var endUses = EndUses(spec.EndUse, $"{path}.endUse");
        var exempt = Exemptions(spec.Exempt, $"{path}.exempt");
        var lanes = network.Lanes;
        return [.. Enumerable.Range(0, lanes.Count).Where(l =>
            Exports(by, l, spec.To.Count > 0)
            && (to.Count == 0 || to.Exists(p => p.Has(lanes.To[l])))
            && (of.Count == 0 || of.Contains(lanes.Commodity[l]))
            && (endUses.Count == 0 || endUses.Contains(network.Sites.EndUse[lanes.To[l]] ?? ""))
            && !exempt.Exists(e => e(l)))];
    }

    /// <summary>The lane crosses the border of an exporter: of the site's country, or, for a bloc, of the bloc (of the member, where destinations are named).</summary>
    private bool Exports(List<Place> by, int lane, bool namesDestinations)
    {
        var (from, to) = (network.Lanes.From[lane], network.Lanes.To[lane]);
        if (network.Sites.Country[from] == network.Sites.Country[to])
        {
            return false;
        }

        return by.Count == 0 || by.Exists(p => p.Has(from) && (!p.IsBloc || namesDestinations || !p.Has(to)));
    }

    private int[] TransitLanes(TransitChange spec, string path)
    {
        var by = Places(spec.By, $"{path}.by");
        var to = Places(spec.To, $"{path}.to");
        var of = Commodities(spec.Of, $"{path}.of");
        var named = NamedLanes(spec.Lanes, $"{path}.lanes");
        var lanes = network.Lanes;
        return [.. Enumerable.Range(0, lanes.Count).Where(l =>
            (by.Count == 0 || by.Exists(p => p.Has(lanes.From[l])))
            && (to.Count == 0 || to.Exists(p => p.Has(lanes.To[l])))
            && (of.Count == 0 || of.Contains(lanes.Commodity[l]))
            && (spec.Lanes.Count == 0 || named.Contains(l)))];
    }

    private HashSet<int> NamedLanes(IReadOnlyList<string> written, string path)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < written.Count; i++)
        {
            var lanes = _names.LanesCalled(written[i]);
            found.UnionWith(lanes);
            if (lanes.Count == 0)
            {
                Add($"{path}[{i}]", "SS403", $"there is no lane '{written[i]}'", Suggestion.For(written[i], _names.LaneNames) ?? "write its id, or from>to:commodity");
            }
        }

        return found;
    }

    private int[] Sites(SiteControlSpec spec, string path, bool consumers, IReadOnlyList<string> endUse)
    {
        var at = Places(spec.At, $"{path}.at");
        var of = Commodities(spec.Of, $"{path}.of");
        var endUses = EndUses(endUse, $"{path}.endUse");
        var sites = network.Sites;
        return [.. Enumerable.Range(0, sites.Count).Where(i =>
            sites.IsConsumer[i] == consumers
            && (at.Count == 0 || at.Exists(p => p.Has(i)))
            && (of.Count == 0 || Handles(i, of))
            && (endUses.Count == 0 || endUses.Contains(sites.EndUse[i] ?? "")))];
    }

    private bool Handles(int site, HashSet<int> commodities)
    {
        var sites = network.Sites;
        var first = sites.IsConsumer[site] ? sites.FirstStock[site] : sites.FirstOutput[site];
        for (var s = first; s < sites.FirstStock[site + 1]; s++)
        {
            if (commodities.Contains(network.Stocks.Commodity[s]))
            {
                return true;
            }
        }

        return false;
    }

    private List<Place> Places(IReadOnlyList<string> written, string path)
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
                Add($"{path}[{i}]", "SS404", $"there is no country, bloc or site '{written[i]}'", _names.SuggestPlace(written[i]));
            }
        }

        return places;
    }

    private HashSet<int> Commodities(IReadOnlyList<string> written, string path)
    {
        var found = new HashSet<int>();
        for (var i = 0; i < written.Count; i++)
        {
            var index = Array.BinarySearch(network.Commodities.Id, written[i], StringComparer.Ordinal);
            if (index >= 0)
            {
                found.Add(index);
            }
            else
            {
                Add($"{path}[{i}]", "SS405", $"there is no commodity '{written[i]}'", Suggestion.For(written[i], network.Commodities.Id));
            }
        }

        return found;
    }

    private HashSet<string> EndUses(IReadOnlyList<string> written, string path)
    {
        for (var i = 0; i < written.Count; i++)
        {
            if (!_names.EndUses.Contains(written[i]))
            {
                Add($"{path}[{i}]", "SS406", $"no consumer has the end use '{written[i]}'", Suggestion.For(written[i], _names.EndUses));
            }
        }

        return [.. written];
    }

    private List<Predicate<int>> Exemptions(IReadOnlyList<string> written, string path)
    {
        var exempt = new List<Predicate<int>>();
        for (var i = 0; i < written.Count; i++)
        {
            var name = written[i];
            var commodity = Array.BinarySearch(network.Commodities.Id, name, StringComparer.Ordinal);
            if (_names.EndUses.Contains(name))
            {
                exempt.Add(l => network.Sites.EndUse[network.Lanes.To[l]] == name);
            }
            else if (commodity >= 0)
            {
                exempt.Add(l => network.Lanes.Commodity[l] == commodity);
            }
            else if (_names.TryPlace(name) is { } place)
            {
                exempt.Add(l => place.Has(network.Lanes.To[l]));
            }
            else
            {
                Add($"{path}[{i}]", "SS407", $"there is no destination, end use or commodity '{name}'", _names.SuggestPlace(name));
            }
        }

        return exempt;
    }
}
