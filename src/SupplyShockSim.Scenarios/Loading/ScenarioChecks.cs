using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>What must hold of a scenario as a whole, one small check each. The network and the shocks are checked by the model.</summary>
internal sealed class ScenarioChecks(ScenarioSpec spec, MapNode root, NodePath places, BindContext context)
{
    private readonly DiagnosticBag _bag = context.Bag;

    /// <summary>Checks everything; reports what is wrong.</summary>
    /// <returns>The scenario with names for all policies, and the length of its run.</returns>
    public (ScenarioSpec Spec, SimDuration Horizon) All()
    {
        Format();
        var (shocks, responses) = (Named(spec.Shocks, "shocks"), Named(spec.Responses, "responses"));
        for (var i = 0; i < spec.Uncertain.Count; i++)
        {
            Uncertain(spec.Uncertain[i], FormattableString.Invariant($"uncertain[{i}]"));
        }

        var checks = new MeasureChecks(spec, places, context);
        for (var i = 0; i < spec.Checks.Count; i++)
        {
            checks.Check(spec.Checks[i], FormattableString.Invariant($"checks[{i}]"));
        }

        Backtest();
        return (spec with { Shocks = shocks, Responses = responses }, Horizon());
    }

    private void Backtest()
    {
        if (spec.Backtest is not { } backtest)
        {
            return;
        }

        if (backtest.Seasonality.Count is not (0 or 12) || backtest.Seasonality.Any(f => f <= 0))
        {
            Error("backtest.seasonality", DiagnosticCodes.BadBacktest, FormattableString.Invariant($"{backtest.Seasonality.Count} factors, expected 12 above zero"),
                "one for each calendar month, January first");
        }

        if (backtest.From is { Day: not 1 } || backtest.Until is { Day: not 1 } || backtest.From >= backtest.Until)
        {
            Error("backtest", DiagnosticCodes.BadBacktest, "`from` and `until` must be first days of months, in this order", "such as `from: 2025-04-01`, `until: 2026-01-01`");
        }
    }

    private void Error(string path, string code, string message, string? hint = null) => _bag.Error(places.Find(path), code, message, hint);

    private void Format()
    {
        if (spec.Schema.Length > 0 && spec.Schema != ScenarioSpec.Format)
        {
            Error("schema", DiagnosticCodes.SchemaVersion, $"'{spec.Schema}' is not a format this version reads, expected {ScenarioSpec.Format}");
        }
    }

    private SimDuration Horizon()
    {
        var hasHorizon = root.Find("horizon") is not null;
        var hasUntil = root.Find("until") is not null;
        if (hasHorizon == hasUntil)
        {
            Error(hasUntil ? "until" : "", DiagnosticCodes.HorizonOrUntil, hasUntil
                ? "`horizon` and `until` are both given, expected one of them" : "neither `horizon` nor `until` is given, expected one of them",
                hasUntil ? "take one out" : "add `horizon: 3 yr`, or `until` with a date");
        }

        // Whether that is longer than nothing, the model checks.
        return spec.Horizon ?? (spec.Until is { } until ? SimTime.FromDate(spec.Start, until) - SimTime.Zero : SimDuration.FromDays(1));
    }

    private List<T> Named<T>(IReadOnlyList<T> policies, string key)
        where T : PolicySpec => [.. Bounded(policies, key).Select((p, i) => p with { Name = p.Name ?? PolicySpec.DefaultName(p.Type, i) }).Cast<T>()];

    /// <summary>As many policies as are accepted; reports that there are more.</summary>
    private IEnumerable<T> Bounded<T>(IReadOnlyList<T> policies, string key)
    {
        if (policies.Count > Limits.Shocks)
        {
            Error(key, DiagnosticCodes.TooLarge, FormattableString.Invariant($"there are {policies.Count} {key}, the most is {Limits.Shocks}"),
                "name several countries or sites in one");
        }

        return policies.Take(Limits.Shocks);
    }

    private void Uncertain(UncertainSpec input, string path)
    {
        if (input.Distributions is not [var distribution])
        {
            Error(path, DiagnosticCodes.BadUncertain, FormattableString.Invariant($"{input.Distributions.Count} distributions are given, expected one"),
                "such as `triangular: [60 d, 180 d, 400 d]`");
            return;
        }

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

    private static string Key(DistributionShape shape) => shape.ToString().ToLowerInvariant();

    /// <summary>The kind of the value an uncertain input replaces; reports a path that leads nowhere.</summary>
    private Kind? Target(string set, string path)
    {
        var place = places.Find(path + ".set");
        var parts = set.Split('.');
        var change = new Override(parts, place, new ScalarNode(place, "", Plain: false));
        if (parts[0] == "network" && context.Session.Network is { } files)
        {
            return InFiles(files, change.From(1));
        }

        var (_, fault) = NodeSetter.Set(root, context.Session.Kinds.Get<ScenarioSpec>(), change, out var target);
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
        var names = (change.Path[0] == "sites" ? spec.Network.Spec.Sites.Select(NetworkReader.NameOf) : spec.Network.Spec.Lanes.Select(NetworkReader.NameOf))
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
}
