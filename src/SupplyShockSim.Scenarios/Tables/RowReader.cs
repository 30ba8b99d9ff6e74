using System.Buffers;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>What came of reading a row.</summary>
internal enum RowStatus
{
    /// <summary>A row.</summary>
    Row,

    /// <summary>There are no more rows.</summary>
    End,

    /// <summary>The row is longer than is accepted.</summary>
    TooLong,

    /// <summary>The row is not UTF-8; its text is what stands before the fault.</summary>
    NotUtf8,
}

/// <summary>
/// Reads the rows of a table one by one (RFC 4180, but a row stands on one line; blanks around a cell do not count), and knows where in its line
/// each cell stands. Lines without a sign are passed over.
/// </summary>
internal sealed class RowReader : IDisposable
{
    private readonly CsvReader _csv;
    private readonly FirstBytes? _stream;
    private readonly int _longest;
    private readonly Queue<CsvMalformedRecord> _broken = [];
    private readonly List<Range> _cells = [];
    private char[] _chars = new char[1024];
    private int _length;

    /// <param name="stream">UTF-8 text.</param>
    /// <param name="longest">The most bytes of a row.</param>
    public RowReader(Stream stream, int longest)
    {
        _stream = new FirstBytes(stream);
        _longest = longest;
        _csv = CsvReader.Create(_stream, Options(longest) with { OnMalformedRecord = _broken.Enqueue }, leaveOpen: true);
    }

    private RowReader(string line)
    {
        _longest = int.MaxValue;
        _csv = CsvReader.Create(Encoding.UTF8.GetBytes(line), Options(null) with { OnMalformedRecord = _broken.Enqueue });
    }

    /// <summary>Number of the line of the last row, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The line of the last row, good until the next is read.</summary>
    public ReadOnlySpan<char> Line => _chars.AsSpan(0, _length);

    /// <summary>Where the text of each cell stands in the line, without quotes around it; of a row with a wrong quote the cells before it.</summary>
    public IReadOnlyList<Range> Cells => _cells;

    /// <summary>The position in the line of a quote that does not close or stands in the middle of a cell, or -1.</summary>
    public int Quote { get; private set; }

    /// <summary>The cells of one line.</summary>
    public static IReadOnlyList<Range> Split(string line)
    {
        using var reader = new RowReader(line);
        return reader.Next() == RowStatus.Row ? reader.Cells : [];
    }

    /// <summary>All lines of a text, the empty ones too, counted as rows are; of a line that is not UTF-8 the part before the fault.</summary>
    public static IEnumerable<string> Lines(Stream stream, int longest)
    {
        using var csv = CsvReader.Create(stream, Options(longest) with { SkipEmptyLines = false, TrimWhitespace = false });
        while (TryNext(csv, out var more, out _) && more)
        {
            yield return Text(csv.RawRecord[..Math.Min(csv.RawRecord.Length, longest + 1)]);
        }
    }

    /// <summary>Reads the next row.</summary>
    public RowStatus Next()
    {
        do
        {
            if (!TryNext(_csv, out var more, out var tooLong))
            {
                (Number, _length) = (tooLong, 0);
                return RowStatus.TooLong;
            }

            if (!more)
            {
                return RowStatus.End;
            }

            Number = checked((int)_csv.LineNumber);
            var bytes = _csv.RawRecord;
            if (_chars.Length < bytes.Length)
            {
                _chars = new char[2 * bytes.Length];
            }

            if (_stream is { AreForeign: true } || Utf8.ToUtf16(bytes, _chars, out _, out _length, replaceInvalidSequences: false) != OperationStatus.Done)
            {
                _length = _stream is { AreForeign: true } ? 0 : _length;
                return RowStatus.NotUtf8;
            }

            if (bytes.Length > _longest)
            {
                return RowStatus.TooLong;
            }
        }
        while (Line.IsWhiteSpace());

        FindCells();
        return RowStatus.Row;
    }

    public void Dispose()
    {
        _csv.Dispose();
        _stream?.Dispose();
    }

    private static CsvReaderOptions Options(int? longest) => new()
    {
        Separator = ',',
        HasHeader = false,
        AllowLineBreaksInQuotes = false,
        TrimWhitespace = true,
        WhitespaceCharacters = " ",
        TrackLineNumbers = true,
        MaxRecordSize = longest,
        DetectSeparatorHint = false,
    };

    /// <summary>Goes to the next record; false where it is too long to be read, with its line.</summary>
    private static bool TryNext(CsvReader csv, out bool more, out int tooLong)
    {
        (more, tooLong) = (false, 0);
        try
        {
            more = csv.Read();
            return true;
        }
        catch (CsvFormatException e)
        {
            tooLong = checked((int)e.LineNumber); // malformed records are recovered, so that only the size is left
            return false;
        }
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[bytes.Length];
        Utf8.ToUtf16(bytes, chars, out _, out var written, replaceInvalidSequences: false);
        return new string(chars, 0, written);
    }

    private void FindCells()
    {
        _cells.Clear();
        Quote = WrongQuote();
        var isAscii = _length == _csv.RawRecord.Length;
        var start = 0;
        for (var i = 0; i < _csv.FieldCount; i++)
        {
            var field = _csv.GetRawSpan(i);
            var end = start + (isAscii ? field.Length : Encoding.UTF8.GetCharCount(field));
            if (Quote >= 0 && end > Quote)
            {
                FindLast(start);
                return;
            }

            _cells.Add(Inside(start, end));
            start = end + 1;
        }
    }

    /// <summary>Where the text between two separators stands, without blanks and quotes around it.</summary>
    private Range Inside(int start, int end)
    {
        while (start < end && _chars[start] == ' ')
        {
            start++;
        }

        while (end > start && _chars[end - 1] == ' ')
        {
            end--;
        }

        return start < end && _chars[start] == '"' ? (start + 1)..(end - 1) : start..end;
    }

    /// <summary>The cell that a wrong quote ends, with text after it, is known; one that it opens or cuts is not.</summary>
    private void FindLast(int start)
    {
        while (_chars[start] == ' ')
        {
            start++;
        }

        if (_chars[start] == '"' && start < Quote)
        {
            _cells.Add((start + 1)..Quote);
        }
    }

    /// <summary>
    /// The wrong quote of this record: where it opens if it does not close, where it closes if text follows, and where it stands in a cell
    /// without quotes.
    /// </summary>
    private int WrongQuote()
    {
        while (_broken.TryPeek(out var older) && older.ByteOffset < _csv.ByteOffset)
        {
            _broken.Dequeue();
        }

        if (!_broken.TryPeek(out var fault) || fault.ByteOffset > _csv.ByteOffset + _csv.RawRecord.Length)
        {
            return -1;
        }

        _broken.Dequeue();
        var at = Encoding.UTF8.GetCharCount(_csv.RawRecord[..(int)(fault.ByteOffset - _csv.ByteOffset)]);
        return fault.Reason switch
        {
            CsvMalformedReason.StrayQuote => at,
            CsvMalformedReason.TextAfterClosingQuote => Line[..at].LastIndexOf('"'),
            _ => LastCell(),
        };
    }

    private int LastCell()
    {
        var start = _length - Encoding.UTF8.GetCharCount(_csv.GetRawSpan(_csv.FieldCount - 1));
        return start + Line[start..].IndexOf('"');
    }
}
