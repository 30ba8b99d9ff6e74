using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Network.Ranges;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>What must hold of uncertain inputs: one distribution each, and values that could stand where the input is.</summary>
internal sealed class UncertainChecks(ScenarioSpec spec, MapNode root, NodePath places, BindContext context)
{
    private readonly DiagnosticBag _bag = context.Bag;

    private readonly HashSet<string> _set = new(StringComparer.Ordinal);

    /// <summary>Checks one of them; reports what is wrong.</summary>
    public void Check(UncertainSpec input, string path)
    {
        if (input.Set.Length > 0 && !_set.Add(input.Set))
        {
            Error(path + ".set", DiagnosticCodes.BadUncertain, $"'{input.Set}' is given twice", "keep one distribution for each value");
        }

        if (input.IsAllRanges)
        {
            if (RangedValue.In(spec.Network.Spec).Count == 0 && spec.Network.Spec.Sites.Count > 0)
            {
                Error(path, DiagnosticCodes.BadUncertain, "no row of this network has a range", "write a `range` beside the values that are not known");
            }

            return;
        }

        var given = input.Distributions.Count + (input.Discrete is null ? 0 : 1);
        if (given != 1)
        {
            Error(path, DiagnosticCodes.BadUncertain, FormattableString.Invariant($"{given} distributions are given, expected one"),
                "such as `triangular: [60 d, 180 d, 400 d]`");
            return;
        }

        if (input.Discrete is { } discrete)
        {
            Check(discrete, input, path);
            return;
        }

        var distribution = input.Distributions[0];

        var (shape, parameters) = distribution;
        if (new DurationDistribution(shape, [.. parameters.Select(p => p.Value)]).Fault() is { } fault)
        {
            Error($"{path}.{Key(shape)}", DiagnosticCodes.BadDistribution, $"this is not a distribution: {fault}");
        }

        if (input.Set.Length > 0 && Target(input.Set, path) is { } target)
        {
            Parameters(shape, parameters, target, $"{path}.{Key(shape)}");
        }
    }

    private void Check(DiscreteSpec discrete, UncertainSpec input, string path)
    {
        if (discrete.Values.Count > 0 && discrete.Weights.Count > 0 && (discrete.Weights.Count != discrete.Values.Count || !(discrete.Weights.Sum() > 0)))
        {
            Error(path + ".discrete.weights", DiagnosticCodes.BadDistribution,
                FormattableString.Invariant($"{discrete.Weights.Count} weights for {discrete.Values.Count} values, expected as many, not all zero"),
                "leave `weights` out where all values are alike");
        }

        if (input.Set.Length > 0 && Target(input.Set, path) is { } target)
        {
            for (var i = 0; i < discrete.Values.Count; i++)
            {
                var place = places.Find(FormattableString.Invariant($"{path}.discrete.values[{i}]"));
                target.Accepts(new ScalarNode(place, discrete.Values[i], Plain: true), context);
            }
        }
    }

    private static string Key(DistributionShape shape) => shape.ToString().ToLowerInvariant();

    /// <summary>The kind of the value an uncertain input replaces; reports a path that leads nowhere.</summary>
    private Kind? Target(string set, string path)
    {
        var place = places.Find(path + ".set");
        var parts = set.Split('.');
        var change = new Override(parts, place, new ScalarNode(place, "", Plain: false));
        if (parts[0] is not ("shocks" or "market" or "network"))
        {
            _bag.Error(place, DiagnosticCodes.BadUncertain, $"'{set}' cannot be sampled",
                "an uncertain input is a value of a shock, of the market or of the network");
            return null;
        }

        var isInFiles = parts[0] == "network" && context.Session.Network is not null;
        if (isInFiles && parts.Length > 1 && !NetworkLink.VariesRows(parts[1]))
        {
            return InFiles(context.Session.Network!, change.From(1));
        }

        var (_, fault) = NodeSetter.Set(isInFiles ? NetworkKind.SpelledIn(root) : root, context.Session.Kinds.Get<ScenarioSpec>(), change, out var target);
        if (fault is not null)
        {
            _bag.Error(place, fault);
        }

        return target;
    }

    private Kind? InFiles(NetworkFiles files, Override change)
    {
        var network = Kinds.Of<NetworkSpec>();
        if (change.Path.Count < 3 || !files.Tables.ContainsKey(change.Path[0]))
        {
            var (_, fault) = NodeSetter.Set(files.Root, network, change, out var target);
            if (fault is not null)
            {
                _bag.Error(change.PathPlace, fault);
            }

            return target;
        }

        var parts = change.Path.Count - 1;
        var names = (change.Path[0] == "sites" ? files.Rows.Sites.Select(NetworkReader.NameOf) : files.Rows.Lanes.Select(NetworkReader.NameOf))
            .ToHashSet(StringComparer.Ordinal);
        while (parts > 2 && !names.Contains(change.Joined(1, parts)))
        {
            parts--;
        }

        var row = change.Joined(1, parts);
        if (!names.Contains(row))
        {
            _bag.Error(change.PathPlace, DiagnosticCodes.BadUncertain, $"there is no '{row}' in {change.Path[0]}", Suggestion.For(row, names));
            return null;
        }

        Kind? kind = network.Part(change.Path[0], null)!.Part("0", null)!;
        foreach (var key in change.Path.Skip(parts))
        {
            var inner = kind.Part(key, null);
            if (inner is null)
            {
                _bag.Error(change.PathPlace, DiagnosticCodes.BadUncertain, $"there is no '{key}' in '{row}'", Suggestion.For(key, kind.Keys(null)));
                return null;
            }

            kind = inner;
        }

        return kind;
    }

    /// <summary>Every parameter must be a value that could stand at the path.</summary>
    private void Parameters(DistributionShape shape, IReadOnlyList<Quantity> parameters, Kind target, string path)
    {
        if (parameters.Select(p => p.Dimension).Distinct().Count() > 1 && parameters.Any(p => p.Dimension == Dimension.Flow))
        {
            Error(path, DiagnosticCodes.WrongDimension, "some values have a unit and some have none", "write the unit with each");
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            var place = places.Find(FormattableString.Invariant($"{path}[{i}]"));
            if (DistributionKind.DimensionOf(shape, i, Dimension.Time) != Dimension.Number)
            {
                target.Accepts(new ScalarNode(place, parameters[i].ToString(), Plain: true), context);
            }
            else if (parameters[i].Dimension != Dimension.Number)
            {
                _bag.Error(place, DiagnosticCodes.WrongDimension, $"'{parameters[i]}' is {Numbers.Name(parameters[i].Dimension)}, expected a bare number");
            }
            else if (shape == DistributionShape.Lognormal && parameters[i].Value > DistributionKind.WidestSpread)
            {
                _bag.Error(place, DistributionKind.SpreadFault(parameters[i].ToString()));
            }
        }
    }

    private void Error(string path, string code, string message, string? hint = null) => _bag.Error(places.Find(path), code, message, hint);
}
