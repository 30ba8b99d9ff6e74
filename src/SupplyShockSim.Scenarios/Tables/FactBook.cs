using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Tables;

/// <summary>A fact that sources cite by its id.</summary>
/// <param name="Source">The text in which it stands.</param>
/// <param name="Address">Where that can be read, of the web.</param>
public sealed record Fact(string Source, string Address);

/// <summary>
/// The facts in the files <c>facts.csv</c> that lie beside what a scenario was read from, by id: columns <c>id</c>, <c>source</c> and <c>url</c>, and any others.
/// </summary>
public sealed class FactBook
{
    private const string Name = "facts.csv";
    private const int LongestRow = 1 << 16;

    private readonly Dictionary<string, Fact> _facts = new(StringComparer.Ordinal);

    private FactBook()
    {
    }

    /// <summary>No facts.</summary>
    public static FactBook Empty { get; } = new();

    public int Count => _facts.Count;

    /// <summary>Reads the files; facts without an address, and files that are no such tables, are passed over: a run does not hang on them.</summary>
    /// <exception cref="IOException">One is there but cannot be read.</exception>
    public static FactBook Beside(IEnumerable<InputFile> inputs, IFileSource files)
    {
        var book = new FactBook();
        foreach (var path in inputs.Select(i => i.Path[..(i.Path.LastIndexOf('/') + 1)] + Name).Distinct(StringComparer.Ordinal).Where(files.IsFile))
        {
            using var stream = files.Open(path);
            book.Add(stream);
        }

        return book;
    }

    /// <summary>The fact of an id; null where there is none.</summary>
    public Fact? Find(string id) => _facts.GetValueOrDefault(id);

    private void Add(Stream stream)
    {
        using var rows = new RowReader(stream, LongestRow);
        string[]? head = null;
        var (id, source, url) = (-1, -1, -1);
        for (var status = rows.Next(); status != RowStatus.End; status = rows.Next())
        {
            string[] cells = status == RowStatus.Row ? [.. rows.Cells.Select(c => rows.Line[c].ToString())] : [];
            if (head is null)
            {
                head = cells;
                (id, source, url) = (Array.IndexOf(head, "id"), Array.IndexOf(head, "source"), Array.IndexOf(head, "url"));
                if (Math.Min(id, Math.Min(source, url)) < 0)
                {
                    return;
                }
            }
            else if (cells.Length == head.Length && Uri.TryCreate(cells[url], UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            {
                _facts.TryAdd(cells[id], new Fact(cells[source], address.AbsoluteUri));
            }
        }
    }
}
