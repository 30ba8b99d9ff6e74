using System.Buffers;
using System.Text.Unicode;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>What came of reading a line.</summary>
internal enum LineStatus
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>There are no more lines.</summary>
    End,

    /// <summary>The line is longer than is accepted; what was read of it is given.</summary>
    TooLong,

    /// <summary>The line is not UTF-8; what stands before the fault is given.</summary>
    NotUtf8,
}

/// <summary>Reads UTF-8 lines one by one without holding the file, and knows exactly where the encoding breaks.</summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private byte[] _bytes = new byte[Math.Min(longest + 1, 1 << 15)];
    private char[] _chars = [];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>Number of the last line read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Reads the next line, without its line break; the text is good until the next call.</summary>
    public LineStatus Next(out ReadOnlySpan<char> line)
    {
        line = default;
        var length = FindBreak();
        if (length < 0)
        {
            return LineStatus.End;
        }

        Number++;
        var bytes = _bytes.AsSpan(_start, length);
        var skipped = Number == 1 && bytes.StartsWith("\ufeff"u8) ? 3 : 0;
        if (_chars.Length < bytes.Length)
        {
            _chars = new char[_bytes.Length];
        }

        var status = Utf8.ToUtf16(bytes[skipped..], _chars, out _, out var written, replaceInvalidSequences: false);
        line = _chars.AsSpan(0, written).TrimEnd('\r');
        _start = Math.Min(_end, _start + length + 1);
        return length > longest ? LineStatus.TooLong : status == OperationStatus.Done ? LineStatus.Line : LineStatus.NotUtf8;
    }

    /// <summary>Bytes up to the next line break or the end; more than the longest line where none is near; -1 at the end.</summary>
    private int FindBreak()
    {
        var searched = 0;
        while (true)
        {
            var found = _bytes.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return searched + found;
            }

            searched = _end - _start;
            if (_atEnd || searched > longest)
            {
                return searched == 0 ? -1 : searched;
            }

            Fill();
        }
    }

    private void Fill()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Min(longest + 1, 2 * _end));
        }

        var read = stream.Read(_bytes, _end, _bytes.Length - _end);
        _end += read;
        _atEnd = read == 0;
    }
}
