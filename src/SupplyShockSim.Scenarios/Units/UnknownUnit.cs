using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Units;

/// <summary>What to say of a unit that is not known: the one of the dimension expected that it looks like.</summary>
internal static class UnknownUnit
{
    private const int Longest = 40;

    /// <param name="unit">The unit as written.</param>
    /// <param name="whole">The number with it.</param>
    /// <param name="expected">The dimension that is wanted; null for any.</param>
    public static Fault Fault(string unit, string whole, Dimension? expected)
    {
        var word = unit.Replace(" ", "", StringComparison.Ordinal);
        var hint = Meant(word, expected) ?? word.Split('/').Select(Ambiguous).FirstOrDefault(h => h is not null) ?? Nearest(word, expected);
        return new Fault(DiagnosticCodes.UnknownUnit, $"'{Short(whole)}': there is no unit '{Short(unit)}'", hint);
    }

    private static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "...";

    /// <summary>Words that are units elsewhere, where the dimension leaves one meaning.</summary>
    private static string? Meant(string word, Dimension? expected) => (word.ToLowerInvariant(), expected) switch
    {
        ("pct" or "percent" or "perc" or "pc" or "prozent" or "\uff05", _) => "write `%`",
        ("pp" or "ppt", _) => "write the share itself, with `%`",
        ("m" or "mo" or "mon" or "mth" or "mths", Dimension.Time) => "write `month`, or `min` for minutes",
        ("q" or "quarter" or "quarters", Dimension.Time) => "write it in months: a quarter is `3 months`",
        _ => null,
    };

    /// <summary>What to write instead of a word that other programs take for a unit.</summary>
    private static string? Ambiguous(string word) => word switch
    {
        "m" or "mo" => "write `month` or `min`",
        "ton" or "tons" or "mt" or "MT" => "a ton can be one of several masses: write `t` for 1000 kg",
        "y" or "a" => "write `yr`",
        "w" => "write `wk`",
        "D" or "T" or "KG" or "Kg" or "H" or "KT" => "units are case-sensitive: write " + word.ToLowerInvariant(),
        "EUR" or "CNY" or "RMB" or "JPY" => "prices are in US dollars: write USD/t or USD/kg",
        _ => null,
    };

    private static string Nearest(string word, Dimension? expected) => Suggestion.Nearest(word, Known(expected)) is { } near
        ? $"did you mean '{near}'?"
        : expected switch
        {
            Dimension.Number => "write the number without a unit",
            Dimension.Fraction => "write a share with `%`",
            Dimension.Time => "units of time are s, min, h, d, wk, month, yr",
            Dimension.Mass => "units of mass are g, kg, t, kt, Mt, lb",
            Dimension.Flow => "a mass flow is a mass per time, such as t/d or kt/yr",
            Dimension.Price => "prices are USD/t, USD/kg or USD/lb",
            Dimension.Pace => "a share per time is %/d, %/month or %/yr",
            _ => "units are s, min, h, d, wk, month, yr; kg, t, kt, Mt, lb; a mass per time, USD per mass, and %",
        };

    private static IEnumerable<string> Known(Dimension? dimension) => dimension switch
    {
        Dimension.Number => [],
        Dimension.Fraction => ["%"],
        Dimension.Time => Unit.TimeNames,
        Dimension.Mass => Unit.MassNames,
        Dimension.Flow => Unit.MassNames.SelectMany(m => Unit.TimeNames.Select(t => $"{m}/{t}")),
        Dimension.Price => Unit.MassNames.Select(m => $"USD/{m}"),
        Dimension.Pace => Unit.TimeNames.Select(t => $"%/{t}"),
        _ => ["t/d", "t/yr", "t/month", "kt/yr", "kg/s", "USD/t", "USD/kg", "%/month", "%/yr", .. Unit.TimeNames, .. Unit.MassNames],
    };
}
