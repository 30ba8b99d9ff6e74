namespace SupplyShockSim.Scenarios.Tables;

/// <summary>Splits a line into cells (RFC 4180, but a cell stands on one line; blanks around a cell do not count).</summary>
internal static class RowSplitter
{
    /// <summary>Finds the cells of a line: where the text of each stands, without quotes around it.</summary>
    /// <returns>-1, or the position of a quote that does not close or stands in the middle of a cell.</returns>
    public static int Split(ReadOnlySpan<char> line, List<Range> cells)
    {
        cells.Clear();
        var at = 0;
        while (true)
        {
            while (at < line.Length && line[at] == ' ')
            {
                at++;
            }

            if (at < line.Length && line[at] == '"')
            {
                var close = Close(line, at);
                if (close < 0)
                {
                    return at;
                }

                cells.Add((at + 1)..close);
                at = close + 1;
                while (at < line.Length && line[at] == ' ')
                {
                    at++;
                }

                if (at < line.Length && line[at] != ',')
                {
                    return close;
                }
            }
            else
            {
                var rest = line[at..];
                var end = rest.IndexOf(',') is var comma and >= 0 ? comma : rest.Length;
                if (rest[..end].IndexOf('"') is var quote and >= 0)
                {
                    return at + quote;
                }

                cells.Add(at..(at + rest[..end].TrimEnd(' ').Length));
                at += end;
            }

            if (at >= line.Length)
            {
                return -1;
            }

            at++;
        }
    }

    /// <summary>The quote that ends a quoted cell; two in a row stand for one inside.</summary>
    private static int Close(ReadOnlySpan<char> line, int open)
    {
        for (var i = open + 1; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                if (i + 1 == line.Length || line[i + 1] != '"')
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }
}
