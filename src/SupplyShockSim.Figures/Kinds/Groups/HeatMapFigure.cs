using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// Which part of its need each group is short of: country by commodity where consumers use several, else month by month, which is also what a group that
/// was asked for is told by.
/// </summary>
internal sealed class HeatMapFigure : FigureKind
{
    private const int MostRows = 24;
    private const int MostColumns = 24;

    public override string Name => "heat-map";

    public override string Needs => "a run";

    public override string Meaning =>
        "which share of the need is missing: by country and commodity, or of what is told apart by month; of a month-by-month table where only one is used";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> By => Grouping.All;

    public override IReadOnlyList<Grouping> Where => Grouping.All;

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { } run)
        {
            return null;
        }

        var by = source.Choice.By ?? Grouping.Country;
        var groups = NeedGroup.Of(run.Record, run.Measures, by, source.Choice.Where);
        if (groups.Count == 0)
        {
            return null;
        }

        var commodities = source.Choice.By is null ? NeedGroup.Of(run.Record, run.Measures, Grouping.Commodity, source.Choice.Where) : [];
        var shortOnes = groups.Where(g => g.Service.ShortfallTotal > 0).ToArray();
        var drawn = shortOnes.Take(MostRows).ToArray();
        var table = commodities.Count > 1 ? ByCommodity(source, run, drawn, [.. commodities.OrderBy(c => c.Group.Id, StringComparer.Ordinal)]) : ByTime(run, drawn);
        var worst = table.Cells.Count == 0 ? default : table.Cells.MaxBy(c => c.Value);
        var never = groups.Count - shortOnes.Length;
        return new Figure
        {
            Name = Name,
            Title = worst.Value > 0
                ? $"{drawn[worst.Row].Group.Name} lacks the largest share of its need: {Say.Percent(worst.Value / 100)} {(commodities.Count > 1 ? "of " : "in ")}{table.Columns[worst.Column]}"
                : "Nobody is short of anything",
            Subtitle = $"Share of the need that is missing, in whole percent, by {by.One} and {table.Across}; the most tonnes missing on top."
                + (shortOnes.Length > drawn.Length ? $" {Say.Count(shortOnes.Length - drawn.Length, "that is short of less is", "that are short of less are")} not drawn." : "")
                + (never > 0 ? $" {Say.Count(never, $"{by.One} is", $"{by.Many} are")} never short." : ""),
            WhenEmpty = "Nobody is short of anything.",
            Footnote = RunFrame.Origin(source, run) + table.After,
            X = Axis.Names(table.Across, table.Columns),
            Y = Axis.Names(by.One, [.. drawn.Select(g => g.Group.Name)]),
            Panels = [new Panel("", table.Cells.Count == 0 ? [] : [new CellsMark("share of the need missing, %", table.Cells)])],
        };
    }

    private sealed record Table(string Across, IReadOnlyList<string> Columns, IReadOnlyList<Cell> Cells, string After = "");

    private static Table ByCommodity(FigureSource source, RunSource run, NeedGroup[] rows, NeedGroup[] columns)
    {
        var cells = new List<Cell>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns.Length; column++)
            {
                IReadOnlyList<Condition> both = [.. source.Choice.Where.Where(c => c.Of != Grouping.Country && c.Of != Grouping.Commodity),
                    new Condition(Grouping.Country, rows[row].Group), new Condition(Grouping.Commodity, columns[column].Group)];
                if (NeedGroup.All(run.Record, run.Measures, both) is { Service.DemandTotal: > 0 } need)
                {
                    cells.Add(new Cell(column, row, 100 * need.Service.ShortfallTotal / need.Service.DemandTotal));
                }
            }
        }

        return new Table("commodity, over the whole run", [.. columns.Select(c => c.Group.Name)], cells);
    }

    /// <summary>By months, up to the one after the last in which anybody is short; where they are too many, by quarters or years.</summary>
    private static Table ByTime(RunSource run, NeedGroup[] rows)
    {
        var (start, until) = (run.Record.Start, RunFrame.Until(run));
        var edges = Cells.Of(SeriesGrid.Month, start, until).Edges;
        var step = edges.Length - 1 <= MostColumns ? 1 : edges.Length - 1 <= 3 * MostColumns ? 3 : 12;
        var firsts = Enumerable.Range(0, edges.Length - 1)
            .Where(i => i == 0 || (start.At(edges[i]).Month - 1) % step == 0).ToArray();
        var last = rows.Select(r => r.Service.LastShortfallDay ?? 0).DefaultIfEmpty(0).Max();
        var columns = Math.Min(firsts.Length, 1 + firsts.Count(i => edges[i].Days < last));
        var cells = new List<Cell>();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (from, to) = (edges[firsts[column]], column + 1 < firsts.Length ? edges[firsts[column + 1]] : edges[^1]);
                var demand = rows[row].Need.Demand.Integral(from, to);
                if (demand > 0)
                {
                    cells.Add(new Cell(column, row, 100 * rows[row].Need.Shortfall.Integral(from, to) / demand));
                }
            }
        }

        return new Table(step switch { 1 => "month", 3 => "quarter", _ => "year" }, [.. firsts.Take(columns).Select(i => Heading(start.At(edges[i]), step))], cells,
            columns < firsts.Length ? $"None of them is short after the time drawn; the run goes on to {start.At(run.Record.End).Spoken()}." : "");
    }

    private static string Heading(DateTime first, int step) => step switch
    {
        1 => first.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        3 => string.Create(CultureInfo.InvariantCulture, $"Q{((first.Month - 1) / 3) + 1} {first.Year}"),
        _ => first.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
