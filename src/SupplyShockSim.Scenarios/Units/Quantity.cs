using System.Globalization;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Units;

/// <summary>What a quantity measures, with the unit it is held in.</summary>
public enum Dimension
{
    /// <summary>No unit was written.</summary>
    Number,

    /// <summary>Written with <c>%</c>; held as a fraction.</summary>
    Fraction,

    /// <summary>A span of time, in days.</summary>
    Time,

    /// <summary>A mass, in tonnes.</summary>
    Mass,

    /// <summary>A mass flow, in tonnes per day.</summary>
    Flow,

    /// <summary>A price, in US dollars per tonne.</summary>
    Price,

    /// <summary>A share per time, per day.</summary>
    Pace,

    /// <summary>Written with <c>x</c> before it: so many times what is there.</summary>
    Multiple,

    /// <summary>A span counted in workdays, of which a calendar says how long it is.</summary>
    Workdays,
}

/// <summary>A number with what it measures, in the unit of its dimension (see <see cref="Units.Dimension"/>).</summary>
public readonly record struct Quantity(double Value, Dimension Dimension)
{
    /// <summary>The largest multiple that is taken without a unit: a bare number above it was meant as per cent.</summary>
    internal const double MostWithoutUnit = 10;

    private static readonly double[] ExactPowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The number and its unit as they may be written in a file; reads back as the same quantity.</summary>
    public override string ToString() => Dimension switch
    {
        Dimension.Fraction when Value > 1 => Percent(Value),
        Dimension.Multiple => "x" + Number(Value),
        _ => Number(Value) + Suffix,
    };

    private string Suffix => Dimension switch
    {
        Dimension.Time => " d",
        Dimension.Mass => " t",
        Dimension.Flow => " t/d",
        Dimension.Price => " USD/t",
        Dimension.Pace => " /d",
        Dimension.Workdays => " workdays",
        _ => "",
    };

    /// <summary>The shortest text that reads back as the same number.</summary>
    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>
    /// A fraction as per cent where that reads back exactly, otherwise as a bare number; with an exponent above 1, which says that it is meant.
    /// </summary>
    internal static string Percent(double fraction)
    {
        var percent = Number(Math.Round(fraction * 100, 10));
        return double.Parse(percent, CultureInfo.InvariantCulture) / 100 == fraction ? percent + " %"
            : fraction > 1 ? fraction.ToString("E16", CultureInfo.InvariantCulture)
            : Number(fraction);
    }

    /// <summary>Reads a number with or without a unit: <c>120 kt/yr</c>, <c>45d</c>, <c>0.1 %</c>, <c>7</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quantity">What it says.</param>
    /// <param name="expected">The dimension that a unit which is not known is taken to be meant in; null for any.</param>
    internal static Fault? Parse(ReadOnlySpan<char> text, out Quantity quantity, Dimension? expected = null)
    {
        quantity = default;
        text = text.Trim();
        if (text is ['x', '.' or (>= '0' and <= '9'), ..])
        {
            var fault = Parse(text[1..], out var times);
            quantity = new Quantity(times.Value, Dimension.Multiple);
            return fault is null && times.Dimension != Dimension.Number
                ? new Fault(DiagnosticCodes.NotAValue, $"'{text}' is not a multiple, expected a bare number after the x such as x1.5")
                : fault;
        }

        var length = NumberLength(text);
        if (length == 0)
        {
            return NotANumber(text);
        }

        var value = Short(text[..length]) ?? double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            return new Fault(DiagnosticCodes.OutOfRange, $"'{text}' is too large a number");
        }

        var unitText = text[length..].Trim();
        if (unitText.Length > 0 && (char.IsAsciiDigit(unitText[0]) || unitText[0] is ',' or '.' or '_' or '\''))
        {
            return new Fault(DiagnosticCodes.NotAValue, $"'{text}' is not a number", "write it without separators, with a point for decimals: 1234.5");
        }

        if (!Unit.TryFind(unitText, out var unit))
        {
            return UnknownUnit.Fault(unitText.ToString(), text.ToString(), expected);
        }

        quantity = new Quantity(unit.ToBase(value), unit.Dimension);
        return null;
    }

    /// <summary>
    /// A plain decimal of few digits, as large tables are full of; null for any other. Its digits as a whole number and the power of ten are
    /// both exact, so that one division rounds as a full parser does (W. Clinger, "How to read floating point numbers accurately", PLDI 1990).
    /// </summary>
    private static double? Short(ReadOnlySpan<char> number)
    {
        if (number.Length >= ExactPowersOfTen.Length)
        {
            return null;
        }

        var digits = 0L;
        var point = number.Length;
        for (var i = 0; i < number.Length; i++)
        {
            if (char.IsAsciiDigit(number[i]))
            {
                digits = (digits * 10) + (number[i] - '0');
            }
            else if (number[i] == '.' && point == number.Length)
            {
                point = i;
            }
            else
            {
                return null;
            }
        }

        return digits / ExactPowersOfTen[Math.Max(0, number.Length - 1 - point)];
    }

    private static Fault NotANumber(ReadOnlySpan<char> text) => text.TrimStart("+-").ToString().ToLowerInvariant() is ".inf" or "inf" or "infinity" or ".nan" or "nan"
        ? new Fault(DiagnosticCodes.OutOfRange, $"'{text}' is not a finite number")
        : new Fault(DiagnosticCodes.NotAValue, $"'{text}' is not a number");

    /// <summary>How many characters at the start are a number; an exponent needs digits, so that 5 d and 5e3 d both work.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var i = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var digits = Digits(text, ref i);
        if (i < text.Length && text[i] == '.')
        {
            i++;
            digits += Digits(text, ref i);
        }

        if (digits == 0)
        {
            return 0;
        }

        var exponent = i;
        if (exponent < text.Length && text[exponent] is 'e' or 'E')
        {
            exponent++;
            exponent += exponent < text.Length && text[exponent] is '+' or '-' ? 1 : 0;
            if (Digits(text, ref exponent) > 0)
            {
                i = exponent;
            }
        }

        return i;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - start;
    }
}
