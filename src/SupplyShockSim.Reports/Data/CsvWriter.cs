using System.Globalization;
using System.Text;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// Writes comma-separated values (RFC 4180, but with a bare line feed): numbers in the shortest form that reads back as the same
/// number, text quoted only where it must be, a number that is none (NaN) as an empty field.
/// </summary>
internal sealed class CsvWriter(Stream stream) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _used;
    private bool _rowStarted;

    public CsvWriter Field(string? text)
    {
        text ??= "";
        Separate();
        if (text.AsSpan().IndexOfAny("\",\r\n") >= 0) text = '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (longest > _buffer.Length)
        {
            Flush();
            stream.Write(Encoding.UTF8.GetBytes(text));
            return this;
        }

        Need(longest);
        _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
        return this;
    }

    public CsvWriter Field(double number)
    {
        Separate();
        if (!double.IsFinite(number)) return this;
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
        if (_rowStarted) _buffer[_used++] = (byte)',';
        _rowStarted = true;
    }

    private void Need(int bytes)
    {
        if (_used + bytes > _buffer.Length) Flush();
    }

    private void Flush()
    {
        stream.Write(_buffer.AsSpan(0, _used));
        _used = 0;
    }
}
