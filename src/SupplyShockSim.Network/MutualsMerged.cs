namespace SupplyShockSim.Network;

/// <summary>
/// What is made from what, with commodities that are made from each other directly seen as one: they are on one cycle in any case. Where everything is
/// made from everything, hardly anything is left for an algorithm on graphs.
/// </summary>
/// <remarks>Linear in the number of recipes, without hashing: who leads to a commodity, and to whom it leads, are looked up in lists by number.</remarks>
internal static class MutualsMerged
{
    /// <summary>For each commodity the one that it is merged into, and each different pair between those.</summary>
    public static (int[] Merged, List<(int Input, int Output)> Edges) Of(int commodities, IEnumerable<(int Input, int Output)> recipes)
    {
        (int Input, int Output)[] pairs = [.. recipes];
        var outputs = new Neighbours(commodities, pairs, p => p.Input, p => p.Output);
        var inputs = new Neighbours(commodities, pairs, p => p.Output, p => p.Input);
        var merged = Merge(commodities, outputs, inputs);
        var members = new Neighbours(commodities, [.. merged.Select((into, c) => (into, c))], p => p.Input, p => p.Output);
        return (merged, Different(commodities, merged, members, outputs));
    }

    private static int[] Merge(int commodities, Neighbours outputs, Neighbours inputs)
    {
        var into = Enumerable.Range(0, commodities).ToArray();
        var seenFrom = new int[commodities];
        Array.Fill(seenFrom, -1);
        for (var c = 0; c < commodities; c++)
        {
            foreach (var output in outputs.Of(c))
            {
                seenFrom[output] = c;
            }

            foreach (var input in inputs.Of(c))
            {
                if (seenFrom[input] == c)
                {
                    var (a, b) = (Root(into, c), Root(into, input));
                    into[Math.Max(a, b)] = Math.Min(a, b);
                }
            }
        }

        return [.. Enumerable.Range(0, commodities).Select(c => Root(into, c))];
    }

    private static int Root(int[] into, int c)
    {
        while (into[c] != c)
        {
            c = into[c] = into[into[c]];
        }

        return c;
    }

    private static List<(int Input, int Output)> Different(int commodities, int[] merged, Neighbours members, Neighbours outputs)
    {
        var different = new List<(int Input, int Output)>();
        var seenFrom = new int[commodities];
        Array.Fill(seenFrom, -1);
        for (var root = 0; root < commodities; root++)
        {
            foreach (var member in members.Of(root))
            {
                foreach (var output in outputs.Of(member))
                {
                    var to = merged[output];
                    if (to != root && seenFrom[to] != root)
                    {
                        seenFrom[to] = root;
                        different.Add((root, to));
                    }
                }
            }
        }

        return different;
    }

    /// <summary>The other ends of all pairs by one end.</summary>
    private sealed class Neighbours
    {
        private readonly int[] _first;
        private readonly int[] _others;

        public Neighbours(int count, (int Input, int Output)[] pairs, Func<(int Input, int Output), int> of, Func<(int Input, int Output), int> other)
        {
            _first = new int[count + 1];
            foreach (var pair in pairs)
            {
                _first[of(pair) + 1]++;
            }

            for (var c = 0; c < count; c++)
            {
                _first[c + 1] += _first[c];
            }

            var next = _first.AsSpan(0, count).ToArray();
            _others = new int[pairs.Length];
            foreach (var pair in pairs)
            {
                _others[next[of(pair)]++] = other(pair);
            }
        }

        public ReadOnlySpan<int> Of(int c) => _others.AsSpan(_first[c].._first[c + 1]);
    }
}
