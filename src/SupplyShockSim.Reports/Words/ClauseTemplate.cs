using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>The words of a kind of log entry (see <see cref="LogWordsAttribute"/>), taken apart once so that a million entries are written from the pieces.</summary>
internal sealed class ClauseTemplate
{
    private static readonly string[] Names = ["it", "before", "after", "change"];

    private readonly List<Piece> _pieces = [];

    private enum Slot
    {
        It,
        Before,
        After,
        Change,
        Text,
    }

    /// <summary>A text that is always there, or a value with the text before it, which go together where the piece is optional.</summary>
    private sealed record Piece(Slot Slot, string Lead, string Tail);

    /// <summary>Takes words apart.</summary>
    /// <exception cref="FormatException">A brace or bracket does not close, or there is no such value.</exception>
    public static ClauseTemplate Parse(string words)
    {
        var template = new ClauseTemplate();
        for (var rest = words; rest.Length > 0;)
        {
            var open = rest.IndexOfAny(['{', '[']);
            if (open < 0)
            {
                template._pieces.Add(new Piece(Slot.Text, rest, ""));
                break;
            }

            if (open > 0)
            {
                template._pieces.Add(new Piece(Slot.Text, rest[..open], ""));
            }

            var close = rest.IndexOf(rest[open] == '{' ? '}' : ']', open);
            if (close < 0)
            {
                throw new FormatException($"'{words}' has a brace or bracket that does not close");
            }

            template._pieces.Add(Value(rest[open] == '{' ? rest[open..(close + 1)] : rest[(open + 1)..close], words));
            rest = rest[(close + 1)..];
        }

        return template;
    }

    public Phrase Write(Phrase to, LogEntry entry, ReadOnlySpan<char> it)
    {
        foreach (var piece in _pieces)
        {
            _ = piece.Slot switch
            {
                Slot.Text => to.Add(piece.Lead),
                Slot.It => to.Add(piece.Lead).Add(it).Add(piece.Tail),
                Slot.Before => Amount(to, piece.Lead, entry.Before, piece.Tail, entry),
                Slot.After => Amount(to, piece.Lead, entry.After, piece.Tail, entry),
                _ => Change(to, entry),
            };
        }

        return to;
    }

    private static Piece Value(string text, string words)
    {
        var (open, close) = (text.IndexOf('{', StringComparison.Ordinal), text.IndexOf('}', StringComparison.Ordinal));
        var slot = open >= 0 && close > open ? Array.IndexOf(Names, text[(open + 1)..close]) : -1;
        return slot >= 0 ? new Piece((Slot)slot, text[..open], text[(close + 1)..]) : throw new FormatException($"'{words}' asks for a value that no entry has");
    }

    /// <summary>From what to what; nothing where the entry does not say to what.</summary>
    private static Phrase Change(Phrase to, LogEntry entry) =>
        double.IsNaN(entry.After) ? to : Amount(Amount(to, " from ", entry.Before, "", entry), " to ", entry.After, "", entry);

    /// <summary>A value with its unit between the words around it; nothing at all where there is none.</summary>
    private static Phrase Amount(Phrase to, string lead, double value, string tail, LogEntry entry)
    {
        if (double.IsNaN(value))
        {
            return to;
        }

        return (entry.Unit() switch
        {
            "1" => to.Add(lead).Add(Say.Percent(value)),
            var unit => to.Add(lead).Add(value).Add(" ").Add(unit),
        }).Add(tail);
    }
}
