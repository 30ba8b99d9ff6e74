using SupplyShockSim.Analysis;
using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports;

/// <summary>Why a consumer ran short: the chain of causes in the log of the run, from the first cause to the shortfall.</summary>
public static class CauseChain
{
    /// <summary>
    /// The entries that led to the first shortfall of a consumer row (of its first cohort to run short), the first cause first; empty
    /// where it never ran short.
    /// </summary>
    public static IReadOnlyList<LogEntry> Of(RunRecord record, ConsumerMeasures consumer)
    {
        var rows = record.Network.Rows;
        var (first, count) = (rows.FirstSite[consumer.Row], rows.SiteCount[consumer.Row]);
        foreach (var entry in record.Log)
        {
            if (entry.Kind == LogKind.ShortfallStarted && entry.Subject >= first && entry.Subject < first + count)
            {
                return Of(record, entry);
            }
        }

        return [];
    }

    /// <summary>The entries that led to one, the first cause first and the entry itself last.</summary>
    public static IReadOnlyList<LogEntry> Of(RunRecord record, LogEntry entry)
    {
        var chain = new List<LogEntry> { entry };
        while (chain[^1].Cause >= 0)
        {
            chain.Add(record.Log[chain[^1].Cause]);
        }

        chain.Reverse();
        return chain;
    }

    /// <summary>The chain of a consumer as sentences, each with its date and day.</summary>
    public static IReadOnlyList<string> Sentences(RunRecord record, ConsumerMeasures consumer) => Sentences(record, Of(record, consumer));

    /// <summary>A chain as sentences, each with its date and day.</summary>
    public static IReadOnlyList<string> Sentences(RunRecord record, IReadOnlyList<LogEntry> chain)
    {
        var words = new EventWords(record);
        return [.. chain.Select(e => $"{record.Start.At(e.Time).Spoken()} (day {Say.Days(e.Time.Days)}): {words.Clause(new Phrase(), e)}.")];
    }
}
