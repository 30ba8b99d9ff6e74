using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A duration, rounded to whole seconds; days where no unit is written.</summary>
internal sealed class SpanKind() : QuantityKind<SimDuration>("a duration", Dimension.Time, "45 d", SimDuration.FromDays, d => d.Days, Kinds.LongestDays)
{
    public override void Write(StringBuilder text, SimDuration value) => text.Append(Format(value));

    /// <summary>The largest unit that gives a whole number, so that the text is exact.</summary>
    public static string Format(SimDuration value)
    {
        var s = value.Seconds;
        var (per, unit) = s % SimDuration.SecondsPerDay == 0 ? (SimDuration.SecondsPerDay, "d") : s % 3600 == 0 ? (3600, "h") : s % 60 == 0 ? (60, "min") : (1, "s");
        return FormattableString.Invariant($"{s / per} {unit}");
    }
}

/// <summary>A calendar date, with a time of day where it matters.</summary>
internal sealed class DateKind : ScalarKind<DateTime>
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public const string Pattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?";

    public override string Expected => "a date such as 2026-01-06";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out DateTime value) => Read(text, Expected, out value);

    /// <summary>Reads a date between the years 1900 and 2500.</summary>
    public static Fault? Read(ReadOnlySpan<char> text, string expected, out DateTime value)
    {
        if (!DateTime.TryParseExact(text.Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value))
        {
            return new Fault(
                DiagnosticCodes.NotADate,
                $"'{text}' is not a date, expected {expected}",
                WrittenDate.Iso(text) is { } iso ? $"write {iso}" : "write year-month-day; a time of day may follow: 2026-01-06T12:00");
        }

        return value.Year is >= 1900 and <= 2500 ? null : new Fault(DiagnosticCodes.OutOfRange, $"the year of '{text}' is out of range, expected 1900 to 2500");
    }

    public override void Write(StringBuilder text, DateTime value) => text.AppendText(Format(value));

    public static string Format(DateTime value) =>
        value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = $"^{Pattern}$" };
}

/// <summary>A date, or a duration counted from the start.</summary>
internal sealed class WhenKind : ScalarKind<When>
{
    public override string Expected => "a date such as 2026-01-06, or a time after the start such as 30 d";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out When value)
    {
        value = default;
        if (LooksLikeDate(text) || WrittenDate.Iso(text) is not null)
        {
            var wrong = DateKind.Read(text, Expected, out var date);
            value = wrong is null ? When.At(date) : value;
            return wrong;
        }

        var fault = Numbers.Parse(text, Dimension.Time, Expected, context, out var days);
        if (fault is null && days > Kinds.LongestDays)
        {
            fault = Numbers.OutOfRange(text, Expected);
        }

        value = fault is null ? When.After(SimDuration.FromDays(days)) : value;
        return fault is { Code: DiagnosticCodes.OutOfRange } && text.TrimStart().StartsWith('-')
            ? fault with { Hint = "nothing can happen before the start: write 0 d, or move `start`" }
            : fault;
    }

    public override void Write(StringBuilder text, When value) => text.AppendText(value.Date is { } date ? DateKind.Format(date) : SpanKind.Format(value.Offset));

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Moment();

    private static bool LooksLikeDate(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        return trimmed.Length >= 6 && trimmed[1..].IndexOfAny("-:/") >= 0 && !trimmed.ContainsAny("eE") && char.IsAsciiDigit(trimmed[0]);
    }
}
