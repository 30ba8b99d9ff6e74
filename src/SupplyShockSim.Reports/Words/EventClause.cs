using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Words;

/// <summary>What a log entry tells, as a clause: <c>arrivals of magnet at Cars fell from 10 t/d to 5 t/d</c>.</summary>
internal static class EventClause
{
    private static readonly ClauseTemplate[] Clauses = [.. LogKinds.All.Select(k => ClauseTemplate.Parse(k.Says().Words))];
    private static readonly ClauseTemplate?[] WithoutAfter = [.. LogKinds.All.Select(k => Other(k.Says().WithoutAfter))];
    private static readonly ClauseTemplate?[] AsTooLittle = [.. LogKinds.All.Select(k => Other(k.Says().AsTooLittle))];

    /// <param name="to">Where to write it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="it">Its subject in words.</param>
    public static Phrase Write(Phrase to, LogEntry entry, ReadOnlySpan<char> it)
    {
        var kind = (int)entry.Kind;
        var template = double.IsNaN(entry.After) ? WithoutAfter[kind] ?? Clauses[kind] : Clauses[kind];
        return template.Write(to, entry, it);
    }

    /// <summary>Whether an entry that caused a loss is told as what still leaves too little.</summary>
    public static bool IsTooLittle(LogEntry entry, LogEntry cause) => entry.Kind.Says().IsLoss && AsTooLittle[(int)cause.Kind] is not null;

    /// <summary>The clause of what still leaves too little.</summary>
    public static Phrase TooLittle(Phrase to, LogEntry cause, ReadOnlySpan<char> it) => AsTooLittle[(int)cause.Kind]!.Write(to, cause, it);

    private static ClauseTemplate? Other(string? words) => words is null ? null : ClauseTemplate.Parse(words);
}
