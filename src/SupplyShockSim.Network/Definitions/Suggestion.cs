namespace SupplyShockSim.Network.Definitions;

/// <summary>"Did you mean": the nearest known name.</summary>
public static class Suggestion
{
    /// <summary>Words longer than this are not compared: the work grows with the product of the lengths.</summary>
    private const int Longest = 200;

    /// <summary>
    /// A hint that names the closest candidate by edit distance, or lists the candidates where none is close and they are few.
    /// Null where there is nothing to say.
    /// </summary>
    public static string? For(string written, IEnumerable<string> candidates)
    {
        var all = candidates.Distinct(StringComparer.Ordinal).ToList();
        var best = Nearest(written, all);
        if (best is not null)
        {
            return $"did you mean '{best}'?";
        }

        all.Sort(StringComparer.Ordinal);
        return all.Count is > 0 and <= 12 ? "known: " + string.Join(", ", all) : null;
    }

    /// <summary>The candidate within a third of the word's length in edits (at least two), or null.</summary>
    public static string? Nearest(string written, IEnumerable<string> candidates)
    {
        if (written.Length > Longest)
        {
            return null;
        }

        var limit = Math.Max(2, written.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - written.Length) > limit)
            {
                continue;
            }

            var distance = Distance(written.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < bestDistance || (distance == bestDistance && string.CompareOrdinal(candidate, best) < 0))
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return bestDistance <= limit ? best : null;
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) between two words: optimal string alignment distance.</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            d[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            d[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
