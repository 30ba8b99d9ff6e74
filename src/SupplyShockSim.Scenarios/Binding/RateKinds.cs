using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>A share of capacity per time, above zero.</summary>
internal sealed class RampKind : ScalarKind<RampRate>
{
    public override string Expected => "a share per time such as 10 %/month";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out RampRate value)
    {
        value = default;
        if (Numbers.Parse(text, Dimension.Pace, Expected, context, out var perDay) is { } fault)
        {
            return fault;
        }

        var number = text[..Math.Max(0, text.IndexOf('/'))].Trim();
        if (!number.Contains('%') && Quantity.Parse(number, out var times) is null && times.Value > 1 && !number.ContainsAny('e', 'E'))
        {
            return new Fault(
                DiagnosticCodes.OutOfRange,
                $"'{text}' would be {Quantity.Percent(times.Value)} of capacity{text[text.IndexOf('/')..]}, expected {Expected}",
                $"write {Quantity.Number(times.Value)} %{text[text.IndexOf('/')..]}");
        }

        if (perDay <= 0)
        {
            return Numbers.OutOfRange(text, Expected) with { Hint = "leave the ramp out for a site that can rise at once" };
        }

        value = new RampRate(perDay);
        return null;
    }

    public override void Write(StringBuilder text, RampRate value)
    {
        var monthly = Quantity.Number(Math.Round(value.SharePerDay * 36_500 / 12, 10)) + " %/month";
        var exact = Quantity.Parse(monthly, out var read) is null && read.Value == value.SharePerDay;
        text.AppendText(exact ? monthly
            : value.SharePerDay > 1 ? value.SharePerDay.ToString("E16", CultureInfo.InvariantCulture) + " /d"
            : new Quantity(value.SharePerDay, Dimension.Pace).ToString());
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Quantity("a share per time", Dimension.Pace, "10 %/month", double.MaxValue);
}

/// <summary>A share per year, zero or more.</summary>
internal sealed class PerYearKind() : QuantityKind<PerYear>(
    "a share per time", Dimension.Pace, "5 %/yr", v => new PerYear(Math.Round(v * DaysPerYear, 12)), v => v.Share / DaysPerYear)
{
    private const double DaysPerYear = 365;

    public override void Write(StringBuilder text, PerYear value) => text.AppendText(Quantity.Percent(value.Share) + "/yr");
}

/// <summary>
/// A multiple of the baseline: <c>120 %</c>, <c>1.2</c> or <c>x1.2</c>. A sign would read as a change and a bare number above 10 as per cent, so
/// neither is taken.
/// </summary>
internal sealed class RatioKind() : QuantityKind<Ratio>("a multiple of the baseline", Dimension.Fraction, "150 %", v => new Ratio(v), v => v.Value)
{
    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out Ratio value)
    {
        value = default;
        var written = text.Trim();
        if (written.StartsWith('x') && Quantity.Parse(written, out var times) is null)
        {
            return base.Parse(times.Value.ToString("E16", CultureInfo.InvariantCulture), context, out value);
        }

        if (Quantity.Parse(written, out var quantity) is null && quantity.Dimension is Dimension.Number or Dimension.Fraction)
        {
            if (written[0] is '+' or '-')
            {
                return new Fault(DiagnosticCodes.OutOfRange, $"'{text}' has a sign, expected {Expected}", Whole(quantity.Value));
            }

            // An exponent says that the number is meant: no one writes per cent so.
            if (quantity is { Dimension: Dimension.Number, Value: > Quantity.MostWithoutUnit } && !written.ContainsAny('e', 'E'))
            {
                return new Fault(
                    DiagnosticCodes.OutOfRange,
                    $"'{text}' would be {Quantity.Percent(quantity.Value)}, expected {Expected}",
                    $"write {Quantity.Number(quantity.Value)} %");
            }
        }

        return base.Parse(text, context, out value);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(
        base.Schema(definitions),
        new JsonObject { ["type"] = "string", ["pattern"] = "^ *x([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)? *$" });

    private static string Whole(double change) =>
        change >= -1 ? $"it is the whole that remains, not the change: write {Quantity.Percent(1 + change)}" : "it cannot be below zero";
}

/// <summary>A share of the price, or an amount per tonne.</summary>
internal sealed class TariffKind : ScalarKind<TariffRate>
{
    public override string Expected => "a share of the price such as 25 %, or an amount such as 400 USD/t";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out TariffRate value)
    {
        value = default;
        var isQuantity = Quantity.Parse(text, out var quantity) is null;
        if (isQuantity && quantity is { Dimension: Dimension.Number, Value: > 1 } && !text.ContainsAny('e', 'E'))
        {
            var number = Quantity.Number(quantity.Value);
            return new Fault(DiagnosticCodes.OutOfRange, $"'{text}' would be {Quantity.Percent(quantity.Value)} of the price, expected {Expected}",
                $"write {number} %, or {number} USD/t");
        }

        var isPrice = isQuantity && quantity.Dimension == Dimension.Price;
        if (Numbers.Parse(text, isPrice ? Dimension.Price : Dimension.Fraction, Expected, context, out var read) is { } fault)
        {
            return fault;
        }

        value = isPrice ? new TariffRate(0, read) : new TariffRate(read, 0);
        return null;
    }

    public override void Write(StringBuilder text, TariffRate value) => text.AppendText(
        value.UsdPerTonne > 0 ? new Quantity(value.UsdPerTonne, Dimension.Price).ToString() : Quantity.Percent(value.ShareOfPrice));

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyOf(
        definitions.Quantity("a share", Dimension.Fraction, "25 %", double.MaxValue),
        definitions.Quantity("a price", Dimension.Price, "400 USD/t", double.MaxValue));
}

/// <summary>A quantity of whatever dimension; whoever uses it decides which is right.</summary>
internal sealed class AnyQuantityKind : ScalarKind<Quantity>
{
    public override string Expected => "a quantity such as 500 t or 30 d";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out Quantity value) => Quantity.Parse(text, out value);

    public override void Write(StringBuilder text, Quantity value) => text.AppendText(
        value.Dimension == Dimension.Fraction ? Quantity.Percent(value.Value) : value.ToString());

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.AnyQuantity();
}
