using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies;

/// <summary>Looks up whom the policies of a run act on and when, and says what does not fit.</summary>
internal sealed class PolicyResolver(RunSpec run, SupplyNetwork network, ICollection<Problem> problems)
{
    /// <summary>A policy whose selectors fit nothing; among the rows that are left of a faulty network that says little.</summary>
    public const string ActsOnNothing = "SS402";

    private readonly SelectorNames _names = new(run.Network, network);
    private readonly PolicyLife _life = new(run, problems);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<PolicySpec> _earlier = [];
    private readonly List<string> _paths = [];
    private readonly TriggerResolver _triggers = new(network, problems);

    /// <summary>Resolves one list of policies.</summary>
    /// <param name="policies">The list.</param>
    /// <param name="key">Where it stands in the scenario.</param>
    /// <param name="noun">What one of them is called.</param>
    public IReadOnlyList<ResolvedPolicy> Resolve(IReadOnlyList<PolicySpec> policies, string key, string noun) =>
        [.. policies.Select((spec, i) => Resolve(spec, i, FormattableString.Invariant($"{key}[{i}]"), noun))];

    /// <summary>Joins the policies resolved so far, in their order, to those that they wait for.</summary>
    public IReadOnlyList<ResolvedPolicy> Link(IReadOnlyList<ResolvedPolicy> policies) => _triggers.Link(policies, _paths);

    private ResolvedPolicy Resolve(PolicySpec spec, int index, string path, string noun)
    {
        var name = spec.Name ?? PolicySpec.DefaultName(spec.Type, index);
        if (!_taken.Add(name))
        {
            problems.Add(new Problem($"{path}.name", "SS401", $"two {noun}s are called '{name}'", "give each its own name"));
        }

        var selectors = new Selectors(_names, network, name, path, problems);
        var subjects = spec.Select(selectors);
        var places = spec.PlacesNamed.DistinctBy(n => n.Name).Select(n => (n.Name, Place: selectors.Place(n.Key, n.Name)))
            .Where(n => n.Place is not null).ToDictionary(n => n.Name, n => n.Place!, StringComparer.Ordinal);
        if (subjects.Length == 0 && problems.All(p => p.Severity == ProblemSeverity.Warning || !p.Path.StartsWith(path + ".", StringComparison.Ordinal)))
        {
            problems.Add(new Problem(path, ActsOnNothing, $"this {noun} acts on nothing: no lane or site of the network fits its selectors",
                "check by, of, to, at and endUse against the network"));
        }

        var starts = _triggers.Resolve(spec.Trigger, selectors, "when", path);
        var ends = _triggers.Resolve(spec.Until?.Trigger, selectors, "until", path);
        var windows = _life.Windows(spec, path, out var announced);
        var exempt = spec.ExemptFor(selectors, subjects)
            .Select(e => _life.Exemption(spec, e.Exemption, FormattableString.Invariant($"{path}.exempt[{e.Position}]"), e.Words,
                Positions(e.Subjects, subjects)))
            .ToArray();
        spec.Check(new PolicyCheck(run.Start, name, network, subjects, places, _earlier, path, problems));
        _earlier.Add(spec);
        _paths.Add(path);
        return new ResolvedPolicy(spec, name, subjects, announced, windows)
        {
            Places = places,
            Exempt = Array.FindAll(exempt, e => e.Positions.Length > 0),
            Beside = spec.SelectBeside(new Selectors(_names, network, name, path, []), subjects),
            ActsBeside = true,
            Lasts = spec.For,
            Starts = starts,
            Ends = ends,
            Bounds = (spec.From.ToSimTime(run.Start).Seconds, spec.Until?.Moment?.ToSimTime(run.Start).Seconds ?? long.MaxValue),
        };
    }

    private static int[] Positions(int[] some, int[] all) => [.. some.Select(subject => Array.BinarySearch(all, subject))];
}
