using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Engine;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Kinds;

/// <summary>
/// How much is missing up to each day, over draws of what is uncertain: nine tenths and the middle half of them as bands, their median, the run itself, and
/// at the right edge how far the whole ranges.
/// </summary>
internal sealed class FanFigure : FigureKind
{
    public override string Name => "fan";

    public override string Needs => "a run that has something uncertain";

    public override string Meaning => "how much is missing up to each day, and how far that ranges over draws of what is uncertain, with the range at the end";

    public override bool IsUsual => false;

    public override IReadOnlyList<Grouping> Where { get; } = [Grouping.Country];

    public override bool ShowsDraws => true;

    public override bool ShowsSeveral => true;

    public override Figure? Build(FigureSource source)
    {
        var fans = source.All.Select(Fan.Of).OfType<Fan>().ToArray();
        if (fans.Length < source.All.Count)
        {
            return null;
        }

        var first = source.Run! with { Ranges = source.Ranges };
        var longest = fans.MaxBy(f => f.Until)!;
        return new Figure
        {
            Name = Name,
            Title = fans.Length == 1
                ? $"In half of the draws {Say.Number(fans[0].End.Q50)} t or more are missing in the end, in nine of ten {RangeWords.Span(fans[0].End)} t"
                : "How much is missing in the end: " + string.Join("; ", fans.Select(f => $"{f.Name} {RangeWords.Span(f.End)} t")),
            Subtitle = "Tonnes missing up to each day, all materials together. Bands: nine tenths of the draws and their middle half. "
                + "Bars at the right: how far the whole ranges.",
            Footnote = fans.Length == 1 ? RunFrame.Footnote(source, first) : RunFrame.Origin(source, first),
            X = Axis.Dates(longest.Start, longest.Until),
            Y = Axis.Numbers("t missing up to the day"),
            Spans = fans.Length == 1 ? RunFrame.Spans(first) : [],
            Panels = [.. fans.Select((fan, i) => new Panel(fans.Length == 1 ? "" : fan.Name, fan.Marks(new Hue(fans.Length == 1 ? 0 : i % Hue.Places))))],
        };
    }

    /// <summary>The fan of one run.</summary>
    /// <param name="Name">What the run is called.</param>
    /// <param name="Start">Day 0.</param>
    /// <param name="Days">The ends of the cells of time, within what is drawn.</param>
    /// <param name="UpTo">How the tonnes up to each of them lie.</param>
    /// <param name="Base">Those of the run itself.</param>
    /// <param name="Draws">How many draws.</param>
    private sealed record Fan(string Name, DateTime Start, double[] Days, Spread[] UpTo, double[] Base, int Draws)
    {
        public double Until => Days[^1];

        public Spread End => UpTo[^1];

        public static Fan? Of(FigureSource source)
        {
            if (source.Run is not { } run || source.Ranges is not { Outcomes.Count: > 0 } ranges)
            {
                return null;
            }

            var (record, where) = (run.Record, source.Choice.Where);
            int[] countries = [.. Enumerable.Range(0, record.Network.Countries.Count)
                .Where(c => where.Allow(Grouping.Country, record.Network.Countries.Code[c]))];
            var upTo = ranges.Outcomes.Select(_ => 0.0).ToArray();
            var spreads = new List<Spread> { Spread.Of(upTo) };
            for (var cell = 0; cell + 1 < ranges.Edges.Count; cell++)
            {
                for (var draw = 0; draw < upTo.Length; draw++)
                {
                    upTo[draw] += countries.Sum(country => ranges.Outcomes[draw].CellTonnes(country, cell));
                }

                spreads.Add(Spread.Of(upTo));
            }

            var missing = NeedGroup.All(record, run.Measures, where)?.Need.Shortfall ?? new RateSeries();
            var drawn = 1 + Enumerable.Range(1, spreads.Count - 1).First(i => ranges.Edges[i] >= RunFrame.Until(run with { Ranges = ranges }));
            return new Fan(
                source.Name,
                record.Start,
                [.. ranges.Edges.Take(drawn).Select(e => e.Days)],
                [.. spreads.Take(drawn - 1), spreads[^1]],
                [.. ranges.Edges.Take(drawn).Select(e => missing.Integral(SimTime.Zero, e))],
                ranges.Draws);
        }

        public IReadOnlyList<Mark> Marks(Hue hue) =>
        [
            new BandMark(new Label("Nine of ten draws", $"{RangeWords.Span(End)} t in the end"), Band(s => (s.Q05, s.Q95)), hue) { End = EndBar.Thin },
            new BandMark(new Label("Middle half", $"{Say.Number(End.Q25)} to {Say.Number(End.Q75)} t"), Band(s => (s.Q25, s.Q75)), hue) { End = EndBar.Broad },
            new LineMark(new Label("Median", $"{Say.Number(End.Q50)} t, of {Say.Count(Draws, "draw", "draws")}"), Line([.. UpTo.Select(s => s.Q50)]), hue),
            new LineMark(new Label("The run itself", $"{Say.Number(Base[^1])} t"), Line(Base), Hue.Reference),
        ];

        private List<BandEdge> Band(Func<Spread, (double Low, double High)> of) =>
            [.. UpTo.Select((spread, i) => new BandEdge(Days[i], of(spread).Low, of(spread).High))];

        private Polyline Line(double[] values)
        {
            var line = new Polyline();
            for (var i = 0; i < values.Length; i++)
            {
                line.Add(Days[i], values[i]);
            }

            return line;
        }
    }
}
