using SupplyShockSim.Engine;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
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
        var uncertain = new UncertainChecks(spec, root, places, context);
        for (var i = 0; i < spec.Uncertain.Count; i++)
        {
            uncertain.Check(spec.Uncertain[i], FormattableString.Invariant($"uncertain[{i}]"));
        }

        var checks = new MeasureChecks(spec, places, context);
        for (var i = 0; i < spec.Checks.Count; i++)
        {
            checks.Check(spec.Checks[i], FormattableString.Invariant($"checks[{i}]"));
        }

        Backtest();
        var horizon = Horizon();
        LongRunCheck.Check(spec, horizon, root, places, _bag);
        return (spec with { Shocks = shocks, Responses = responses }, horizon);
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
}
