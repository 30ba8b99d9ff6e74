using SupplyShockSim.Engine;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// <c>events.csv</c>: the log of a run, one row per entry that is notable (or per entry, if so wanted), with <c>cause</c> the <c>id</c> of the entry that caused it (empty where
/// nothing in the run did) and <c>why</c> both in one plain sentence. A log may have millions of entries: rows are made a few blocks at
/// a time, as many as there are processors, and go out in order before the next are made.
/// </summary>
internal sealed class EventsCsv(RunRecord record, CsvWriter csv)
{
    private const int BlockSize = 1 << 13;

    private readonly EventWords _words = new(record);
    private readonly Phrase _phrase = new();
    private SimTime? _time;
    private byte[] _when = [];

    public static void Write(Stream stream, RunOutput output, CancellationToken cancellation)
    {
        using (var head = new CsvWriter(stream, bufferSize: 256))
        {
            foreach (var column in (string[])["id", "date", "day", "kind", "subject", "other", "before", "after", "unit", "cause", "why"])
            {
                head.Field(column);
            }

            head.EndRow();
        }

        IReadOnlyList<int> ids = output.AllEvents ? [.. Enumerable.Range(0, output.Record.Log.Count)] : NotableEvents.Of(output.Record);
        var entries = ids.Count;
        var blocks = Math.Min((entries / BlockSize) + 1, Environment.ProcessorCount);
        MemoryStream[] made = [.. Enumerable.Range(0, blocks).Select(_ => new MemoryStream())];
        for (var first = 0; first < entries; first += blocks * BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var from = first;
            Parallel.For(0, blocks, block => Rows(made[block], output.Record, ids, from + (block * BlockSize), Math.Min(entries, from + ((block + 1) * BlockSize))));
            foreach (var block in made)
            {
                block.WriteTo(stream);
                block.SetLength(0);
            }
        }
    }

    private static void Rows(Stream stream, RunRecord record, IReadOnlyList<int> ids, int first, int end)
    {
        using var csv = new CsvWriter(stream);
        var rows = new EventsCsv(record, csv);
        for (var i = first; i < end; i++)
        {
            rows.Row(record.Log[ids[i]]);
        }
    }

    private void Row(LogEntry entry)
    {
        csv.Field(entry.Id).Encoded(When(entry.Time)).Field(entry.Kind.Name())
            .Field(_words.SubjectId(_phrase.Clear(), entry).Text).Field(_words.LaneId(_phrase.Clear(), entry).Text)
            .Field(entry.Before).Field(entry.After).Field(entry.Unit());
        if (entry.Cause >= 0)
        {
            csv.Field(entry.Cause);
        }
        else
        {
            csv.Field("");
        }

        csv.Field(_words.Sentence(_phrase.Clear(), entry).Text).EndRow();
    }

    /// <summary>Date and day, encoded once for all that happens at an instant.</summary>
    private byte[] When(SimTime time)
    {
        if (time != _time)
        {
            (_time, _when) = (time, Encoded(time));
        }

        return _when;
    }

    private byte[] Encoded(SimTime time) => CsvWriter.Encode(w => w.Field(record.Start.At(time).Iso()).Field(time.Days));
}
