namespace SupplyShockSim.Cli.Parsing;

/// <summary>Finds what was probably meant by a mistyped name.</summary>
internal static class Nearest
{
    /// <summary>The name closest to what was typed, or null when none is within a third of its length (and at least one slip) of it.</summary>
    public static string? To(string typed, IEnumerable<string> names) =>
        names.Select(name => (name, distance: Distance(typed, name)))
            .Where(c => c.distance <= Math.Max(1, c.name.TrimStart('-').Length / 3) || c.name.StartsWith(typed, StringComparison.Ordinal))
            .OrderBy(c => c.distance)
            .ThenBy(c => c.name, StringComparer.Ordinal)
            .Select(c => c.name)
            .FirstOrDefault();

    /// <summary>Levenshtein's distance, case ignored, with two neighbours swapped counted as one slip (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
