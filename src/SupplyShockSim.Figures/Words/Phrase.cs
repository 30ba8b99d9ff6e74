using System.Globalization;

namespace SupplyShockSim.Figures.Words;

/// <summary>Text put together piece by piece in memory that is used again and again: a log of a million entries costs no string each.</summary>
public sealed class Phrase
{
    private char[] _text = new char[256];
    private int _length;

    public ReadOnlySpan<char> Text => _text.AsSpan(0, _length);

    public Phrase Clear()
    {
        _length = 0;
        return this;
    }

    public Phrase Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(Room(text.Length));
        _length += text.Length;
        return this;
    }

    /// <summary>A whole number without groups.</summary>
    public Phrase Add(int number)
    {
        number.TryFormat(Room(11), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return this;
    }

    /// <summary>A number as <see cref="Say.Number(double)"/> writes it.</summary>
    public Phrase Add(double number)
    {
        _length += Say.Number(number, Room(Say.LongestNumber));
        return this;
    }

    /// <summary>Makes the first letter a capital.</summary>
    public Phrase AsSentence()
    {
        if (_length > 0)
        {
            _text[0] = char.ToUpperInvariant(_text[0]);
        }

        return this;
    }

    public override string ToString() => Text.ToString();

    private Span<char> Room(int characters)
    {
        if (_length + characters > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + characters));
        }

        return _text.AsSpan(_length);
    }
}
