namespace SupplyShockSim.Reports.Data;

/// <summary>How far the rows of a network can be trusted, and where they come from.</summary>
internal sealed record Provenance
{
    /// <summary>How many rows have each confidence, by name; rows without one count as <c>not stated</c>.</summary>
    public required IReadOnlyList<ConfidenceCount> Counts { get; init; }

    /// <summary>Rows that rest on inference or assumption, those with the same note and source together, in the order of the network.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Distinct sources of rows and controls, sorted; where a row names several, separated by semicolons, each.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public static Provenance Of(RunOutput output)
    {
        var n = output.Network;
        Row[] rows =
        [
            .. n.Commodities.Select(c => new Row(c.Id, new Ground(c.Confidence, c.Source, c.Note))),
            .. n.Technologies.Select(t => new Row(t.Id, new Ground(t.Confidence, t.Source, t.Note))),
            .. n.Sites.Select(s => new Row(s.Id, new Ground(s.Confidence, s.Source, s.Note))),
            .. n.Lanes.Select(l => new Row(l.Id ?? l.From + ">" + l.To + ":" + l.Of, new Ground(l.Confidence, l.Source, l.Note))),
        ];
        return new Provenance
        {
            Counts = [.. rows.GroupBy(r => r.Ground.Confidence ?? "not stated").Select(g => new ConfidenceCount(g.Key, g.Count())).OrderBy(c => c.Confidence, StringComparer.Ordinal)],
            Assumptions =
            [
                .. rows.Where(r => r.Ground.Confidence is "inferred" or "assumption")
                    .GroupBy(r => r.Ground)
                    .Select(g => new Assumption(g.Key.Confidence!, g.Key.Source, g.Key.Note, [.. g.Select(r => r.Id)])),
            ],
            Sources =
            [
                .. rows.Select(r => r.Ground.Source).Concat(output.Record.Controls.Select(c => c.Source))
                    .OfType<string>().SelectMany(s => s.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>What a row stands on; rows with the same are listed together.</summary>
    private sealed record Ground(string? Confidence, string? Source, string? Note);

    private sealed record Row(string Id, Ground Ground);
}

/// <summary>How many rows have a confidence.</summary>
internal sealed record ConfidenceCount(string Confidence, int Rows);

/// <summary>Something the network takes for granted.</summary>
/// <param name="Confidence"><c>inferred</c> or <c>assumption</c>.</param>
/// <param name="Source">What it rests on, or null.</param>
/// <param name="Note">How it was arrived at, or null.</param>
/// <param name="Rows">Ids of the rows it stands behind.</param>
internal sealed record Assumption(string Confidence, string? Source, string? Note, IReadOnlyList<string> Rows);
