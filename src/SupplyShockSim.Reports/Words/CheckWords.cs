using System.Text.Json;
using SupplyShockSim.Analysis.Checks;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Words;

/// <summary>Checks and how they came out, in words and as JSON.</summary>
public static class CheckWords
{
    /// <summary>Headings of a table of checks.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["check", "of", "limit", "value", "margin", ""];

    /// <summary>A row of it.</summary>
    public static IReadOnlyList<string> Row(CheckResult r) =>
        [r.Check.Measure.ToString(), r.Whom, $"{r.Bound} {Amount(r.Limit, r)}", Value(r), Margin(r), r.Holds ? "holds" : "FAILS"];

    /// <summary>How many there are and how many fail; null where there are none.</summary>
    public static string? Count(IReadOnlyList<CheckResult> checks)
    {
        var failed = checks.Count(c => !c.Holds);
        return (checks.Count, failed) switch
        {
            (0, _) => null,
            (1, 0) => "The check holds.",
            (1, 1) => "The check fails.",
            (_, 0) => $"All {Say.Count(checks.Count, "check", "checks")} hold.",
            _ => $"{failed} of {Say.Count(checks.Count, "check", "checks")} {(failed == 1 ? "fails" : "fail")}.",
        };
    }

    /// <summary>Writes the checks as <c>checks</c>.</summary>
    internal static void Checks(this Utf8JsonWriter json, IReadOnlyList<CheckResult> checks) => json.Objects("checks", checks, r => Write(json, r));

    /// <summary>Writes one check into an open object.</summary>
    public static void Write(Utf8JsonWriter json, CheckResult r)
    {
        json.WriteString("measure", r.Check.Measure.ToString());
        json.WriteString("consumer", r.Check.Consumer);
        json.WriteString("country", r.Check.Country);
        json.WriteString("commodity", r.Check.Commodity);
        json.WriteString("endUse", r.Check.EndUse);
        json.WriteString("bound", r.Bound);
        json.WriteNumber("limit", r.Limit);
        json.NumberOrNull("value", r.Value);
        json.NumberOrNull("margin", double.IsFinite(r.Margin) ? r.Margin : null);
        json.WriteString("unit", r.Measure.Unit);
        json.WriteBoolean("holds", r.Holds);
    }

    private static string Value(CheckResult r) => r.Value is { } value ? Amount(value, r) : double.IsNaN(r.Margin) ? "not known" : "never";

    private static string Margin(CheckResult r) => double.IsFinite(r.Margin) ? Amount(r.Margin, r) : "-";

    private static string Amount(double value, CheckResult r) => r.Measure.Unit == "1" ? (value < 0 ? "-" : "") + Say.Percent(Math.Abs(value))
        : $"{Say.Number(value)} {r.Measure.Unit}";
}
