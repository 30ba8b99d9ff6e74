using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>An amount of money: <c>500 MUSD</c>, <c>8.5 bnUSD</c>.</summary>
internal sealed class MoneyKind : ScalarKind<Usd>
{
    /// <summary>Units, the longest first, so that none is taken for the end of another.</summary>
    private static readonly (string Unit, double Usd)[] Units = [("bnUSD", 1e9), ("MUSD", 1e6), ("kUSD", 1e3), ("USD", 1)];

    public override string Expected => "an amount of money such as 500 MUSD (or USD, kUSD, bnUSD)";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out Usd value)
    {
        value = default;
        var written = text.ToString().Replace(" ", "", StringComparison.Ordinal);
        foreach (var (unit, usd) in Units)
        {
            if (written.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(written[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
                && amount >= 0 && double.IsFinite(amount * usd))
            {
                value = new Usd(amount * usd);
                return null;
            }
        }

        return new Fault(DiagnosticCodes.WrongDimension, $"'{text}' is no amount of money, expected {Expected}", null);
    }

    public override void Write(StringBuilder text, Usd value) =>
        text.Append(CultureInfo.InvariantCulture, $"{value.Value / 1e6:R}").Append(" MUSD");

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "string",
        ["pattern"] = "^ *[+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)? *(bn|M|k)? ?USD *$",
        ["examples"] = new JsonArray("500 MUSD"),
    };
}
