namespace SupplyShockSim.Reports.Data;

/// <summary>How far the rows of a network can be trusted, and where they come from.</summary>
internal sealed record Provenance
{
    /// <summary>How many rows have each confidence, by name; rows without one count as <c>not stated</c>.</summary>
    public required IReadOnlyList<(string Confidence, int Rows)> Counts { get; init; }

    /// <summary>Rows that rest on inference or assumption, those with the same note and source together, in the order of the network.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Distinct sources of rows and controls, sorted; where a row names several, separated by semicolons, each.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public static Provenance Of(RunOutput output)
    {
        var n = output.Network;
        (string Row, string? Confidence, string? Source, string? Note)[] rows =
        [
            .. n.Commodities.Select(c => (c.Id, c.Confidence, c.Source, c.Note)),
            .. n.Technologies.Select(t => (t.Id, t.Confidence, t.Source, t.Note)),
            .. n.Sites.Select(s => (s.Id, s.Confidence, s.Source, s.Note)),
            .. n.Lanes.Select(l => (l.Id ?? l.From + ">" + l.To + ":" + l.Of, l.Confidence, l.Source, l.Note)),
        ];
        return new Provenance
        {
            Counts = [.. rows.GroupBy(r => r.Confidence ?? "not stated").Select(g => (g.Key, g.Count())).OrderBy(c => c.Key, StringComparer.Ordinal)],
            Assumptions =
            [
                .. rows.Where(r => r.Confidence is "inferred" or "assumption")
                    .GroupBy(r => (r.Confidence, r.Source, r.Note))
                    .Select(g => new Assumption(g.Key.Confidence!, g.Key.Source, g.Key.Note, [.. g.Select(r => r.Row)])),
            ],
            Sources =
            [
                .. rows.Select(r => r.Source).Concat(output.Record.Controls.Select(c => c.Source))
                    .OfType<string>().SelectMany(s => s.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            ],
        };
    }
}

/// <summary>Something the network takes for granted.</summary>
/// <param name="Confidence"><c>inferred</c> or <c>assumption</c>.</param>
/// <param name="Source">What it rests on, or null.</param>
/// <param name="Note">How it was arrived at, or null.</param>
/// <param name="Rows">Ids of the rows it stands behind.</param>
internal sealed record Assumption(string Confidence, string? Source, string? Note, IReadOnlyList<string> Rows);
