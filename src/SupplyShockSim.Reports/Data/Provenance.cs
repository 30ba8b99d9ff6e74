using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Tables;

namespace SupplyShockSim.Reports.Data;

/// <summary>How far the rows of a network can be trusted, and where they come from.</summary>
internal sealed record Provenance
{
    /// <summary>Assumptions, rows of one of them, and sources: so many are listed, the others counted. Enough for any network that people read.</summary>
    public const int Most = 1000;

    /// <summary>How many rows have each confidence, by name; rows without one count as <c>not stated</c>.</summary>
    public required IReadOnlyList<ConfidenceCount> Counts { get; init; }

    /// <summary>Rows that rest on inference or assumption, those with the same note and source together, in the order of the network.</summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }

    /// <summary>Assumptions beyond the first <see cref="Most"/>.</summary>
    public required int MoreAssumptions { get; init; }

    /// <summary>Distinct sources of rows and controls, sorted; where a row names several, separated by semicolons, each.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Sources beyond the first <see cref="Most"/>.</summary>
    public required int MoreSources { get; init; }

    public static Provenance Of(RunOutput output)
    {
        var n = output.Network;
        var grounds = new GroundBook();
        for (var i = 0; i < n.Commodities.Count; i++)
        {
            grounds.Add(n.Commodities[i].Confidence, n.Commodities[i].Source, n.Commodities[i].Note)?.Add(n.Commodities[i].Id);
        }

        for (var i = 0; i < n.Technologies.Count; i++)
        {
            grounds.Add(n.Technologies[i].Confidence, n.Technologies[i].Source, n.Technologies[i].Note)?.Add(n.Technologies[i].Id);
        }

        for (var i = 0; i < n.Sites.Count; i++)
        {
            grounds.Add(n.Sites[i].Confidence, n.Sites[i].Source, n.Sites[i].Note)?.Add(n.Sites[i].Id);
        }

        AddLanes(grounds, n.Lanes);
        string[] sources =
        [
            .. grounds.Grounds.Select(g => g.Source).Concat(output.Record.Controls.Select(c => c.Source))
                .OfType<string>().SelectMany(s => s.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        Assumption[] assumptions = [.. grounds.Grounds.Where(g => g.IsAssumption).Select(g => new Assumption(g.Confidence!, g.Source, g.Note, g.Ids, g.Rows - g.Ids.Count))];
        return new Provenance
        {
            Counts = [.. grounds.Grounds.GroupBy(g => g.Confidence ?? "not stated").Select(g => new ConfidenceCount(g.Key, g.Sum(r => r.Rows))).OrderBy(c => c.Confidence, StringComparer.Ordinal)],
            Assumptions = [.. assumptions.Take(Most)],
            MoreAssumptions = Math.Max(0, assumptions.Length - Most),
            Sources = [.. sources.Take(Most)],
            MoreSources = Math.Max(0, sources.Length - Most),
        };
    }

    private static void AddLanes(GroundBook grounds, IReadOnlyList<LaneSpec> lanes)
    {
        var grounded = lanes as IGroundedRows;
        if (grounded is { AreGrounded: false })
        {
            if (lanes.Count > 0)
            {
                grounds.AddUngrounded(lanes.Count);
            }

            return;
        }

        for (var i = 0; i < lanes.Count; i++)
        {
            var (confidence, source, note) = grounded?.GroundOf(i) ?? (lanes[i].Confidence, lanes[i].Source, lanes[i].Note);
            grounds.Add(confidence, source, note)?.Add(LaneNaming.Of(lanes[i]));
        }
    }
}

/// <summary>How many rows have a confidence.</summary>
internal sealed record ConfidenceCount(string Confidence, int Rows);

/// <summary>Something the network takes for granted.</summary>
/// <param name="Confidence"><c>inferred</c> or <c>assumption</c>.</param>
/// <param name="Source">What it rests on, or null.</param>
/// <param name="Note">How it was arrived at, or null.</param>
/// <param name="Rows">Ids of the rows it stands behind, the first <see cref="Provenance.Most"/> of them.</param>
/// <param name="MoreRows">How many rows there are beyond these.</param>
internal sealed record Assumption(string Confidence, string? Source, string? Note, IReadOnlyList<string> Rows, int MoreRows);
