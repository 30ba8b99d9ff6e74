using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// The network from ore to user, stage by stage and country by country: what flows before anything happens, and what flows on average while controls are in
/// force. Each stage is drawn in percent of what it sent before, since tonnes of ore and of magnets are not the same.
/// </summary>
internal sealed class SankeyFigure : FigureKind
{
    /// <summary>Countries with less of a stage are drawn together.</summary>
    private const double LeastPercent = 4;

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
        StageFlow[] flows = [.. StageFlow.Of(run.Record, columns, from, until)
            .Where(f => source.Choice.Where.Allow(Grouping.Commodity, network.Commodities.Id[f.Commodity]))];
        if (flows.Length == 0)
        {
            return null;
        }

        var baseline = StageFlow.Baseline(network, flows);
        var nodes = new StageNodes(source, network, flows, baseline, LeastPercent);
        var (before, during) = (nodes.Streams(f => f.Before), nodes.Streams(f => f.During));
        var fullest = Math.Max(nodes.Fullest(before), nodes.Fullest(during));
        var start = run.Record.Start;
        var back = columns.FlowsBack.Select(c => network.Commodities.Name[c]).ToArray();
        var worst = Worst(network, flows, baseline);
        return new Figure
        {
            Name = Name,
            Title = worst ?? "While controls are in force no country sends another less than before",
            Subtitle = "What makers send on, by stage and country, in percent of what the stage sent before; from a maker to the makers and users it supplies. "
                + "Below: the mean over the time in which controls are in force."
                + (back.Length > 0 ? $" What flows back ({Say.List(back)}) is not drawn." : ""),
            Footnote = RunFrame.Origin(source, run) + $"Controls in force: {start.At(from).Spoken()} to {start.At(until).Spoken()}.",
            X = Axis.Names("stage", columns.Names),
            Y = Axis.Names("% of what the stage sent before; value: t/d", []),
            Panels =
            [
                new Panel("Before", [new StreamsMark(nodes.All, before, fullest)]),
                new Panel($"Mean from {start.At(from).Short()} to {start.At(until).Short()}", [new StreamsMark(nodes.All, during, fullest)]),
            ],
        };
    }

    /// <summary>From the first control that comes into force to the end of the last; null where none does.</summary>
    private static (SimTime From, SimTime Until)? InForce(RunRecord record)
    {
        var windows = record.Controls.SelectMany(c => c.InForce).Where(w => w.From < w.Until).ToArray();
        return windows.Length == 0 ? null : (windows.Min(w => w.From), windows.Max(w => w.Until));
    }

    /// <summary>What falls most between two countries, in parts of its stage; null where nothing falls by a thousandth of its stage.</summary>
    private static string? Worst(SupplyNetwork network, StageFlow[] flows, double[] baseline)
    {
        var worst = flows.Where(f => f.From != f.To)
            .Select(f => (Flow: f, Lost: (f.Before - f.During) / baseline[f.Commodity])).Where(f => f.Lost > 0.001)
            .OrderByDescending(f => f.Lost).Select(f => f.Flow).FirstOrDefault();
        return worst is null ? null
            : $"{network.Commodities.Name[worst.Commodity]} from {network.Countries.Name[worst.From]} to {network.Countries.Name[worst.To]}: "
                + $"{Say.Number(worst.During)} t/d while controls are in force, {Say.Number(worst.Before)} t/d before";
    }
}
