using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// The network from ore to user, stage by stage and country by country: what flows before anything happens, and what flows on average while controls are in
/// force. What is made by the same step, such as oxides of several metals, is added up in tonnes in one column, and each column is drawn in percent of what it
/// sent before, since tonnes of ore and of magnets are not the same.
/// </summary>
internal sealed class SankeyFigure : FigureKind
{
    /// <summary>Countries with less of a stage are drawn together.</summary>
    private const double LeastPercent = 4;

    /// <summary>What a column may lack of all that it sends before, in percent, so that thin streams do not hide the others.</summary>
    private const double MostLeftOut = 10;

    public override string Name => "sankey";

    public override string Needs => "a run that recorded all series, in which a control was in force";

    public override string Meaning => "the network from ore to user by stage and country: before, and on average while controls are in force";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> Where { get; } = [Grouping.Commodity];

    public override Figure? Build(FigureSource source)
    {
        if (source.Run is not { Record.Recorded: RecordScope.All } run || InForce(run.Record) is not var (from, until))
        {
            return null;
        }

        var network = run.Record.Network;
        var columns = new StageColumns(network);
        StageFlow[] all = [.. StageFlow.Of(run.Record, columns, from, until)
            .Where(f => source.Choice.Where.Allow(Grouping.Commodity, network.Commodities.Id[f.Commodity]))];
        if (all.Length == 0)
        {
            return null;
        }

        var small = Small(all);
        StageFlow[] flows = [.. all.Where(f => !small.Contains((f.Commodity, f.ToColumn)))];
        var nodes = new StageNodes(source, network, flows, LeastPercent);
        var (before, during) = (nodes.Streams(f => f.Before), nodes.Streams(f => f.During));
        var fullest = Math.Max(nodes.Fullest(before), nodes.Fullest(during));
        var start = run.Record.Start;
        return new Figure
        {
            Name = Name,
            Title = Finding(network, columns, flows),
            Subtitle = "From the countries that make to those that make more of it or use it: in percent of the tonnes that the column sent before.",
            Footnote = RunFrame.Origin(source, run) + $"Controls in force: {start.At(from).Spoken()} to {start.At(until).Spoken()}."
                + NotDrawn("as it flows back", columns.FlowsBack.Order().Select(c => network.Commodities.Name[c]))
                + NotDrawn($"together at most {Say.Number(MostLeftOut)} % of a column", Words(columns, all, small))
                + (flows.Where(f => f.ToColumn == columns.Last).Select(f => f.FromColumn).Distinct().Skip(1).Any()
                    ? " Users get of several columns, of each in percent of its own, so that theirs add up to more than 100 %." : ""),
            X = Axis.Names("step", [.. Enumerable.Range(0, columns.Last).Select(c => Heading(columns, flows, c)), "users"]),
            Y = Axis.Names("% of what the column sent before; value: t/d", []),
            Panels =
            [
                new Panel("Before", [new StreamsMark(nodes.All, before, fullest)]),
                new Panel($"Mean from {start.At(from).Short()} to {start.At(until).Short()}", [new StreamsMark(nodes.All, during, fullest)]),
            ],
        };
    }

    /// <summary>
    /// Goods on their way to a column that can be left out: the smallest of what a column sends before, as long as they are few together.
    /// </summary>
    private static HashSet<(int Commodity, int ToColumn)> Small(StageFlow[] flows)
    {
        var columns = StageFlow.Baseline(flows);
        var goods = flows.GroupBy(f => (f.Commodity, f.ToColumn)).Select(g => (g.Key, g.First().FromColumn, Before: g.Sum(f => f.Before))).ToArray();
        var small = new HashSet<(int, int)>();
        foreach (var column in goods.GroupBy(g => g.FromColumn))
        {
            var sum = 0.0;
            foreach (var good in column.OrderBy(g => g.Before).ThenBy(g => g.Key))
            {
                sum += good.Before;
                if (100 * sum <= MostLeftOut * columns[column.Key])
                {
                    small.Add(good.Key);
                }
            }
        }

        return small;
    }

    /// <summary>What is left out: goods of which nothing is drawn, then the others with where they go.</summary>
    private static IEnumerable<string> Words(StageColumns columns, StageFlow[] all, HashSet<(int Commodity, int ToColumn)> small)
    {
        var goods = small.GroupBy(s => s.Commodity, s => s.ToColumn).OrderBy(g => g.Key)
            .ToLookup(g => all.Any(f => f.Commodity == g.Key && !small.Contains((g.Key, f.ToColumn))));
        string To(int column) => column == columns.Last
            ? "to users" : $"to makers of {columns.Together(all.Where(f => f.FromColumn == column).Select(f => f.Commodity))}";
        return [.. goods[false].Any() ? [columns.Together(goods[false].Select(g => g.Key))] : (string[])[],
            .. goods[true].Select(g => $"{columns.Together([g.Key])} {Say.List([.. g.Order().Select(To)])}")];
    }

    private static string NotDrawn(string why, IEnumerable<string> goods) =>
        string.Join("; ", goods) is { Length: > 0 } words ? $" Not drawn, {why}: {words}." : "";

    /// <summary>The goods that are drawn as sent from a column; where none are, all that it can send.</summary>
    private static string Heading(StageColumns columns, StageFlow[] flows, int column) =>
        columns.Together(flows.Where(f => f.FromColumn == column).Select(f => f.Commodity).DefaultIfEmpty(-1)
            .SelectMany(c => c >= 0 ? [c] : columns.MadeIn(column)));

    /// <summary>From the first control that comes into force to the end of the last; null where none does.</summary>
    private static (SimTime From, SimTime Until)? InForce(RunRecord record)
    {
        var windows = record.Controls.SelectMany(c => c.InForce).Where(w => w.From < w.Until).ToArray();
        return windows.Length == 0 ? null : (windows.Min(w => w.From), windows.Max(w => w.Until));
    }

    /// <summary>What falls most between two countries, in parts of its column; that nothing does where nothing falls by a thousandth of it.</summary>
    private static string Finding(SupplyNetwork network, StageColumns columns, StageFlow[] flows)
    {
        var baseline = StageFlow.Baseline(flows);
        var worst = flows.Where(f => f.From != f.To).GroupBy(f => (f.FromColumn, f.From, f.To))
            .Select(g => (g.Key, Of: columns.Together(g.Select(f => f.Commodity)), Before: g.Sum(f => f.Before), During: g.Sum(f => f.During)))
            .Where(f => f.Before - f.During > 0.001 * baseline[f.Key.FromColumn])
            .OrderByDescending(f => (f.Before - f.During) / baseline[f.Key.FromColumn]).FirstOrDefault();
        return worst.Of is null
            ? "While controls are in force no country sends another less than before"
            : $"{char.ToUpperInvariant(worst.Of[0])}{worst.Of[1..]} from {network.Countries.Name[worst.Key.From]} to {network.Countries.Name[worst.Key.To]}: "
                + $"{Say.Number(worst.During)} t/d while controls are in force, {Say.Number(worst.Before)} t/d before";
    }
}
