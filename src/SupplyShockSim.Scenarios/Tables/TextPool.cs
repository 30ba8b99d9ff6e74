namespace SupplyShockSim.Scenarios.Tables;

/// <summary>Gives one string for equal texts, so that a large table holds each site, source and note once.</summary>
internal sealed class TextPool
{
    private const int Most = 10_000_000;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public string Get(ReadOnlySpan<char> text)
    {
        var lookup = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known))
        {
            return known;
        }

        var added = text.ToString();
        if (_texts.Count < Most)
        {
            _texts.Add(added);
        }

        return added;
    }
}
