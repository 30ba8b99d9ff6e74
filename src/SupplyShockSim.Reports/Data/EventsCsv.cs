using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Data;

/// <summary>
/// <c>events.csv</c>: the log of a run, one row per entry, with <c>cause</c> the <c>id</c> of the entry that caused it (empty where
/// nothing in the run did) and <c>why</c> both in one plain sentence.
/// </summary>
internal static class EventsCsv
{
    public static void Write(Stream stream, RunOutput output, CancellationToken cancellation)
    {
        var record = output.Record;
        var words = new EventWords(record);
        using var csv = new CsvWriter(stream);
        foreach (var column in (string[])["id", "date", "day", "kind", "subject", "other", "before", "after", "unit", "cause", "why"]) csv.Field(column);
        csv.EndRow();
        foreach (var entry in record.Log)
        {
            if (entry.Id % 4096 == 0) cancellation.ThrowIfCancellationRequested();
            csv.Field(entry.Id).Field(record.Start.At(entry.Time).Iso()).Field(entry.Time.Days)
                .Field(EventKinds.Name(entry.Kind)).Field(words.SubjectId(entry)).Field(words.OtherId(entry))
                .Field(entry.Before).Field(entry.After).Field(EventKinds.Unit(entry));
            if (entry.Cause >= 0) csv.Field(entry.Cause);
            else csv.Field("");
            csv.Field(words.Sentence(entry)).EndRow();
        }
    }
}
