using System.Globalization;

namespace SupplyShockSim.Figures.Words;

/// <summary>Numbers and lists as people read them; data files have the exact figures.</summary>
public static class Say
{
    /// <summary>About three significant digits, thousands in groups: <c>12,345</c>, <c>123</c>, <c>12.3</c>, <c>1.23</c>, <c>0.0123</c>.</summary>
    public static string Number(double value)
    {
        Span<char> text = stackalloc char[LongestNumber];
        return text[..Number(value, text)].ToString();
    }

    /// <summary>Room that any number fits in: the largest has 309 digits in groups of three.</summary>
    public const int LongestNumber = 450;

    /// <summary>Writes the same into <paramref name="to"/>, which has room for <see cref="LongestNumber"/>; returns how many characters it took.</summary>
    public static int Number(double value, Span<char> to)
    {
        var size = Math.Abs(value);
        if (size == 0)
        {
            to[0] = '0';
            return 1;
        }

        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, MostDecimals);
        Math.Round(value, decimals).TryFormat(to, out var written, Patterns[decimals], CultureInfo.InvariantCulture);
        return written;
    }

    private const int MostDecimals = 9;
    private static readonly string[] Patterns = ["#,0", .. Enumerable.Range(1, MostDecimals).Select(decimals => "0." + new string('#', decimals))];

    /// <summary>A share of one as percent: <c>8.2 %</c>; never rounded up to 100 % or down to 0 %.</summary>
    public static string Percent(double share) => share switch
    {
        > 0 and < 0.0001 => "less than 0.01 %",
        < 1 and > 0.9999 => "more than 99.99 %",
        < 1 and > 0.99 => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %",
        _ => Number(share * 100) + " %",
    };

    /// <summary>A span or a day count: whole days where it is one, otherwise one decimal (two below a day).</summary>
    public static string Days(double days) => days.ToString(Math.Abs(days) < 1 ? "0.##" : "0.#", CultureInfo.InvariantCulture);

    /// <summary><c>1 consumer</c>, <c>3 consumers</c>.</summary>
    public static string Count(int count, string one, string many) => count.ToString("#,0", CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };
}
