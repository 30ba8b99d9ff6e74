using System.Text;
using System.Text.Json.Nodes;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Binding;

/// <summary>
/// A number with a unit of one dimension, finite and not negative. Without a unit it is in the base unit of the dimension; a
/// mass flow is then in the network's <c>rates</c>.
/// </summary>
/// <param name="what">What it is, for messages.</param>
/// <param name="dimension">The dimension it must have.</param>
/// <param name="example">A value as one would write it.</param>
/// <param name="make">The value from a number in the base unit.</param>
/// <param name="number">The number in the base unit of a value.</param>
/// <param name="most">The largest number accepted.</param>
internal class QuantityKind<T>(string what, Dimension dimension, string example, Func<double, T> make, Func<T, double> number, double most = double.MaxValue)
    : ScalarKind<T>
{
    public override string Expected { get; } = dimension == Dimension.Number ? what : $"{what} such as {example}";

    public override Fault? Parse(ReadOnlySpan<char> text, BindContext context, out T value)
    {
        value = make(0);
        if (Numbers.Parse(text, dimension, Expected, context, out var read) is { } fault)
        {
            return fault;
        }

        if (read > most)
        {
            return Numbers.OutOfRange(text, Expected) with
            {
                Hint = most != 1 ? $"the most is {new Quantity(most, dimension)}"
                    : Numbers.AsPercent(text) is { } percent ? $"did you mean {percent}?"
                    : "the most is 100 %",
            };
        }

        value = make(read);
        return null;
    }

    public override void Write(StringBuilder text, T value) =>
        text.AppendText(dimension == Dimension.Fraction ? Quantity.Percent(number(value)) : new Quantity(number(value), dimension).ToString());

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Quantity(what, dimension, example, most);
}

/// <summary>Reads numbers that must have one dimension.</summary>
internal static class Numbers
{
    /// <summary>The number in the base unit of the dimension; refuses other dimensions and negative numbers.</summary>
    public static Fault? Parse(ReadOnlySpan<char> text, Dimension dimension, string expected, BindContext context, out double value)
    {
        value = 0;
        if (Quantity.Parse(text, out var quantity, dimension) is { } fault)
        {
            return fault with { Message = $"{fault.Message}, expected {expected}" };
        }

        var read = quantity.Value;
        if (quantity.Dimension == Dimension.Number)
        {
            if (dimension == Dimension.Workdays)
            {
                return new Fault(DiagnosticCodes.WrongDimension, $"'{text}' has no unit, expected {expected}", "write the unit with each: 45 workdays");
            }

            if (dimension == Dimension.Pace)
            {
                return new Fault(DiagnosticCodes.WrongDimension, $"'{text}' has no unit, expected {expected}", "say per what time: 10 %/month");
            }

            read = dimension == Dimension.Flow ? context.BareRate.ToBase(read) : read;
        }
        else if (quantity.Dimension != dimension)
        {
            var hint = quantity.Dimension == Dimension.Workdays ? "write calendar days: `d`" : null;
            return new Fault(DiagnosticCodes.WrongDimension, $"'{text}' is {Name(quantity.Dimension)}, expected {expected}", hint);
        }

        if (read < 0 || !double.IsFinite(read))
        {
            return OutOfRange(text, expected) with { Hint = "it cannot be below zero" };
        }

        if (!SaneRange.Holds(read, dimension))
        {
            return OutOfRange(text, expected) with { Hint = SaneRange.Say(dimension) };
        }

        value = read;
        return null;
    }

    /// <summary>A bare number from above 1 to 100 as the per cent it may have been meant to be; otherwise null.</summary>
    public static string? AsPercent(ReadOnlySpan<char> text) =>
        Quantity.Parse(text, out var quantity) is null && quantity is { Dimension: Dimension.Number, Value: > 1 and <= 100 }
            ? Quantity.Number(quantity.Value) + " %"
            : null;

    public static Fault OutOfRange(ReadOnlySpan<char> text, string expected) => new(DiagnosticCodes.OutOfRange, $"'{text}' is out of range, expected {expected}");

    public static string Name(Dimension dimension) => dimension switch
    {
        Dimension.Fraction => "a share",
        Dimension.Time => "a duration",
        Dimension.Mass => "a mass",
        Dimension.Flow => "a mass flow",
        Dimension.Price => "a price",
        Dimension.Pace => "a share per time",
        Dimension.Multiple => "a multiple",
        Dimension.Workdays => "a span in workdays",
        _ => "a bare number",
    };
}
