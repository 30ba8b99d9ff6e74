using System.Globalization;
using System.Text;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// Writes comma-separated values (RFC 4180, but with a bare line feed): numbers in the shortest form that reads back as the same
/// number, text quoted only where it must be, a number that is none (NaN) as an empty field.
/// </summary>
internal sealed class CsvWriter(Stream stream, int bufferSize = 1 << 16) : IDisposable
{
    private readonly byte[] _buffer = new byte[bufferSize];
    private int _used;
    private bool _rowStarted;

    public CsvWriter Field(string? text) => Field(text.AsSpan());

    public CsvWriter Field(ReadOnlySpan<char> text) => text.IndexOfAny("\",\r\n") >= 0 ? Quoted(text) : Plain(text);

    private CsvWriter Plain(ReadOnlySpan<char> text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > _buffer.Length)
        {
            return Encoded(Encoding.UTF8.GetBytes(text.ToArray()));
        }

        Separate();
        Need(Encoding.UTF8.GetMaxByteCount(text.Length));
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
        return this;
    }

    /// <summary>Between quotation marks, each of its own doubled.</summary>
    private CsvWriter Quoted(ReadOnlySpan<char> text)
    {
        Span<char> room = text.Length <= 500 ? stackalloc char[(2 * 500) + 2] : new char[(2 * text.Length) + 2];
        var length = 0;
        room[length++] = '"';
        foreach (var c in text)
        {
            if (c == '"')
            {
                room[length++] = '"';
            }

            room[length++] = c;
        }

        room[length++] = '"';
        return Plain(room[..length]);
    }

    /// <summary>Fields as bytes, to be written as often as wanted with <see cref="Encoded"/>.</summary>
    public static byte[] Encode(Action<CsvWriter> fields)
    {
        using var bytes = new MemoryStream();
        using (var csv = new CsvWriter(bytes, bufferSize: 256))
        {
            fields(csv);
        }

        return bytes.ToArray();
    }

    public CsvWriter Encoded(ReadOnlySpan<byte> fields)
    {
        Separate();
        if (fields.Length > _buffer.Length)
        {
            Flush();
            stream.Write(fields);
            return this;
        }

        Need(fields.Length);
        fields.CopyTo(_buffer.AsSpan(_used));
        _used += fields.Length;
        return this;
    }

    public CsvWriter Field(double number)
    {
        Separate();
        if (!double.IsFinite(number))
        {
            return this;
        }

        Need(32);
        number.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    public CsvWriter Field(long number)
    {
        Separate();
        Need(32);
        number.TryFormat(_buffer.AsSpan(_used), out var written, default, CultureInfo.InvariantCulture);
        _used += written;
        return this;
    }

    public void EndRow()
    {
        Need(1);
        _buffer[_used++] = (byte)'\n';
        _rowStarted = false;
    }

    public void Dispose() => Flush();

    private void Separate()
    {
        Need(1);
        if (_rowStarted)
        {
            _buffer[_used++] = (byte)',';
        }

        _rowStarted = true;
    }

    private void Need(int bytes)
    {
        if (_used + bytes > _buffer.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        stream.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
