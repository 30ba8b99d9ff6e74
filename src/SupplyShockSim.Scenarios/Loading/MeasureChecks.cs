using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>What must hold of a check of a measure: a measure that exists, a bound of its dimension, and consumers that it is about.</summary>
internal sealed class MeasureChecks(ScenarioSpec spec, NodePath places, BindContext context)
{
    private readonly DiagnosticBag _bag = context.Bag;

    /// <summary>What is wrong with the network may be why no consumer fits.</summary>
    private readonly bool _hadErrors = context.Bag.HasErrors;

    public void Check(CheckSpec check, string path)
    {
        var bounds = new[] { ("below", check.Below), ("above", check.Above), ("equals", check.Equal) };
        if (Array.TrueForAll(bounds, b => b.Item2 is null))
        {
            Error(path, DiagnosticCodes.BadCheck, "the check says neither `below` nor `above` nor `equals`", "such as `below: 500 t`");
        }

        if (check.Measure.Key is not { Length: > 0 } name)
        {
            return;
        }

        var measures = context.Session.Measures;
        if (measures.FirstOrDefault(m => m.Key == name) is not { } measure)
        {
            Error(path + ".measure", DiagnosticCodes.BadCheck, $"there is no measure '{name}'", Suggestion.For(name, measures.Select(m => m.Key)));
            return;
        }

        Selectors(check, path);
        foreach (var (key, bound) in bounds)
        {
            if (bound is { } quantity && !Fits(quantity.Dimension, measure.Dimension))
            {
                Error($"{path}.{key}", DiagnosticCodes.WrongDimension,
                    $"'{quantity}' is {Numbers.Name(quantity.Dimension)}, but '{name}' is {Numbers.Name(measure.Dimension)}");
            }
        }
    }

    /// <summary>A bare number is taken in the unit of the measure.</summary>
    private static bool Fits(Dimension given, Dimension measured) => given == measured || given == Dimension.Number;

    /// <summary>Each name must be one that a consumer has, and some consumer all of them.</summary>
    private void Selectors(CheckSpec check, string path)
    {
        var users = spec.Network.Spec.Sites.Where(s => s.Kind == SiteKind.Consumer).ToList();
        if (_hadErrors || users.Count == 0)
        {
            return;
        }

        var country = check.Country is { } written ? Code(written) : null;
        var fits = Named(".consumer", "there is no consumer", check.Consumer, s => [s.Id])
            & Named(".commodity", "no consumer uses", check.Commodity, s => s.Uses.Keys)
            & Named(".endUse", "no consumer has the end use", check.EndUse, s => s.EndUse is { } use ? [use] : []);
        if (check.Country is not null && !users.Exists(s => Code(s.Country) == country))
        {
            fits = false;
            Error(path + ".country", DiagnosticCodes.BadCheck, $"no consumer lies in '{check.Country}'",
                Suggestion.For(check.Country, users.Select(s => s.Country)));
        }

        if (fits && !users.Exists(s => (check.Consumer ?? s.Id) == s.Id && (check.Commodity is null || s.Uses.ContainsKey(check.Commodity))
            && (check.EndUse is null || check.EndUse == s.EndUse) && (country is null || Code(s.Country) == country)))
        {
            Error(path, DiagnosticCodes.BadCheck, "no consumer fits this check", "take out one of consumer, country, commodity and endUse");
        }

        bool Named(string key, string without, string? name, Func<SiteSpec, IEnumerable<string>> of)
        {
            if (name is null || users.Exists(s => of(s).Contains(name)))
            {
                return true;
            }

            Error(path + key, DiagnosticCodes.BadCheck, $"{without} '{name}'", Suggestion.For(name, users.SelectMany(of)));
            return false;
        }
    }

    /// <summary>The code of a country, whether written as code or as name; what was written where there is none.</summary>
    private string Code(string country) =>
        spec.Network.Spec.Countries.FirstOrDefault(c => country.Equals(c.Id, StringComparison.OrdinalIgnoreCase)
            || country.Equals(c.Name, StringComparison.OrdinalIgnoreCase))?.Id
        ?? (Iso3166.TryFind(country, out var code) ? code : country);

    private void Error(string path, string code, string message, string? hint = null) => _bag.Error(places.Find(path), code, message, hint);
}
