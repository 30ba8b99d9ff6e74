using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>Any text.</summary>
internal sealed class TextKind : ScalarKind<string>
{
    public override string Expected => "text";

    protected override string Fallback => "";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out string value)
    {
        value = "";
        if (text.IsEmpty)
        {
            return new Fault(DiagnosticCodes.NoValue, "the text is empty", "write it, or leave the key out");
        }

        if (text.Length > Limits.TextLength)
        {
            return new Fault(DiagnosticCodes.TooLarge, FormattableString.Invariant($"the text has {text.Length} characters, the most is {Limits.TextLength}"));
        }

        value = context.Texts.Get(text);
        return null;
    }

    public override void Write(StringBuilder text, string value) => text.AppendText(value);

    // Editors read a bare 2024 or true as a number or a truth value; here both are text.
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = new JsonArray("string", "number", "boolean") };
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class TruthKind : ScalarKind<bool>
{
    public override string Expected => "true or false";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out bool value)
    {
        value = text is "true";
        return value || text is "false" ? null : new Fault(DiagnosticCodes.NotAValue, $"'{text}' is neither true nor false");
    }

    public override void Write(StringBuilder text, bool value) => text.Append(value ? "true" : "false");

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}

/// <summary>A whole number from 1 up: a count or a rank.</summary>
internal sealed class WholeKind : ScalarKind<int>
{
    private const int Most = 1_000_000;

    public override string Expected => "a whole number from 1 up";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out int value)
    {
        value = 1;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read))
        {
            return new Fault(DiagnosticCodes.NotAValue, $"'{text}' is not a whole number");
        }

        if (read is < 1 or > Most)
        {
            return new Fault(DiagnosticCodes.OutOfRange, FormattableString.Invariant($"{read} is out of range, expected a whole number from 1 to {Most}"));
        }

        value = read;
        return null;
    }

    public override void Write(StringBuilder text, int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = Most };
}

/// <summary>The seed of random streams.</summary>
internal sealed class SeedKind : ScalarKind<ulong>
{
    public override string Expected => "a whole number from 0 up";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out ulong value) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            ? null
            : new Fault(DiagnosticCodes.NotAValue, $"'{text}' is not a seed, expected a whole number from 0 to {ulong.MaxValue}");

    public override void Write(StringBuilder text, ulong value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "integer", ["minimum"] = 0 };
}
