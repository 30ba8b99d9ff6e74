namespace SupplyShockSim.Figures.Tests;

/// <summary>Figures made by hand, one for each mark and layout that can be drawn.</summary>
internal static class SampleFigures
{
    private static readonly DateTime Start = new(2026, 1, 6, 0, 0, 0, DateTimeKind.Unspecified);

    public static IReadOnlyDictionary<string, Func<Figure>> All { get; } = new Dictionary<string, Func<Figure>>(StringComparer.Ordinal)
    {
        ["lines"] = Lines,
        ["layers"] = Layers,
        ["fan"] = Fan,
        ["fan-end"] = FanEnd,
        ["streams"] = Streams,
        ["waterfall"] = Waterfall,
        ["tornado"] = Tornado,
        ["heat-map"] = HeatMap,
        ["frontier"] = Frontier,
        ["multiples"] = Multiples,
        ["empty"] = Empty,
        ["awkward-text"] = AwkwardText,
    };

    public static Figure Lines() => Of("lines", "Two stocks fall, one stays", Axis.Dates(Start, 300), Axis.Numbers("days of cover"),
    [
        new LineMark(new Label("Germany, defence", "20 d throughout"), Line((0, 20), (300, 20)), new Hue(2)),
        new LineMark(new Label("Japan, wind", "40 d at first, down to 0"), Line((0, 40), (37, 40), (103, 0), (127, 0), (200, 38), (300, 39)), new Hue(1)),
        new LineMark(new Label("Japan, automotive", "30 d at first, down to 0\n2 of 2 cohorts run out"),
            Steps((0, 30), (37, 25), (67, 0), (127, 15), (200, 30), (300, 30)), new Hue(0)),
    ]) with
    {
        Spans = [new Span("magnet halt", [new Window(30, 120)]),
            new Span("licensing, suspended twice", [new Window(60, 90), new Window(150, 200), new Window(240, 300)])],
    };

    public static Figure Layers()
    {
        var (a, b) = (Steps((0, 4), (50, 1), (120, 5), (200, 5)), Steps((0, 2), (50, 2), (120, 3), (200, 3)));
        var both = Steps((0, 6), (50, 3), (120, 8), (200, 8));
        return Of("layers", "What lands, and from where", Axis.Dates(Start, 200), Axis.Numbers("t/d landed"),
        [
            new LayersMark([new Layer(new Label("China", "4 t/d at first, then 1 to 5"), a, a, new Hue(0)),
                new Layer(new Label("Viet Nam", "2 t/d at first, up to 3"), b, both, new Hue(1))]),
            new LineMark(new Label("Demand"), Steps((0, 6), (200, 6)), Hue.Reference),
        ]);
    }

    public static Figure Fan() => Of("fan", "Shortfall is likely to peak in May", Axis.Dates(Start, 240), Axis.Numbers("t/d short"),
    [
        new BandMark(new Label("9 of 10 runs"), [new(0, 0, 0), new(60, 0, 4), new(120, 1, 9), new(240, 0, 2)], new Hue(0)),
        new BandMark(new Label(""), [new(0, 0, 0), new(60, 1, 3), new(120, 3, 7), new(240, 0, 1)], new Hue(0)),
        new LineMark(new Label("Median"), Line((0, 0), (60, 2), (120, 5), (240, 0.5)), new Hue(0)),
    ]);

    public static Figure FanEnd() => Of("fan-end", "In the end 4 to 30 t are missing", Axis.Dates(Start, 240), Axis.Numbers("t missing up to the day"),
    [
        new BandMark(new Label("Nine of ten draws", "4 to 30 t"), [new(0, 0, 0), new(120, 1, 24), new(240, 4, 30)], new Hue(0)) { End = EndBar.Thin },
        new BandMark(new Label("Middle half", "8 to 20 t"), [new(0, 0, 0), new(120, 4, 15), new(240, 8, 20)], new Hue(0)) { End = EndBar.Broad },
        new LineMark(new Label("Median", "12 t"), Line((0, 0), (120, 8), (240, 12)), new Hue(0)),
        new LineMark(new Label("The run itself", "12 t"), Line((0, 0), (120, 6), (240, 12)), Hue.Reference),
    ]);

    /// <summary>Ore of two countries is smelted in one and used in three; then half of one ore is gone.</summary>
    public static Figure Streams()
    {
        StreamNode[] nodes =
        [
            new(0, "Australia", new Hue(0)), new(0, "Chile", new Hue(1)), new(1, "China", new Hue(2)), new(2, "Japan", new Hue(3)),
            new(2, "Germany", new Hue(4)), new(2, "others", Hue.Rest),
        ];
        return Of("streams", "Half of the Australian ore is gone", Axis.Names("stage", ["ore", "metal", "users"]), Axis.Names("% of the stage", []), []) with
        {
            Panels =
            [
                new Panel("Before", [new StreamsMark(nodes,
                    [new(0, 2, 70, 7), new(1, 2, 30, 3), new(2, 3, 60, 6), new(2, 4, 38, 3.8), new(2, 5, 2, 0.2)], 100)]),
                new Panel("While the control is in force", [new StreamsMark(nodes,
                    [new(0, 2, 35, 3.5), new(1, 2, 30, 3), new(2, 3, 40, 4), new(2, 4, 24, 2.4), new(2, 5, 1, 0.1)], 100)]),
            ],
        };
    }

    public static Figure Waterfall() => Of(
        "waterfall",
        "The halt takes most, the stockpile gives some back",
        Axis.Names("control", ["magnet halt to Japan", "licensing of heavy rare earths", "stockpile", "all together"]),
        Axis.Numbers("t short"),
        [
            new BarsMark("share of the shortfall",
            [
                new Bar(0, 0, 700, "+700", new Hue(2)), new Bar(1, 700, 820, "+120", new Hue(2)),
                    new Bar(2, 820, 560, "-260", new Hue(0)), new Bar(3, 0, 560, "560", Hue.Rest),
            ]),
        ]);

    public static Figure Tornado() => Of(
        "tornado",
        "Stocks matter more than transit",
        Axis.Numbers("change of the shortfall, t"),
        Axis.Names("input", ["stock of automotive firms", "duration of the halt", "transit time",
            "a name so long that it has to be cut off at the left of the narrowest of all pictures"]),
        [new BarsMark("change", [new Bar(0, -300, 420, "-300 to 420", new Hue(0)), new Bar(1, -150, 260, "-150 to 260", new Hue(0)),
            new Bar(2, -20, 30, "-20 to 30", new Hue(0)), new Bar(3, 0, 5, "5", new Hue(0))])]);

    public static Figure HeatMap() => Of(
        "heat-map",
        "Japan depends most, on dysprosium",
        Axis.Names("material", ["neodymium", "dysprosium", "gallium", "germanium"]),
        Axis.Names("country", ["Japan", "United States", "Germany"]),
        [new CellsMark("share of supply lost, %", [new Cell(0, 0, 40), new Cell(1, 0, 90), new Cell(2, 0, 5), new Cell(3, 0, 0), new Cell(0, 1, 20),
            new Cell(2, 1, 60), new Cell(3, 2, 33)])]);

    public static Figure Frontier() => Of("frontier", "Each tonne saved costs more than the last", Axis.Numbers("cost, million euro"), Axis.Numbers("t short"),
    [
        new LineMark(new Label("Frontier"), Line((0, 700), (10, 400), (40, 200), (90, 150)), new Hue(0)),
        new PointsMark(new Label("Tried", "4 mixes"), Line((5, 650), (20, 420), (45, 260), (80, 210)), new Hue(2)),
    ]);

    public static Figure Multiples() => Of("multiples", "Half of the sites stop", Axis.Dates(Start, 730), Axis.Numbers("% of normal"), []) with
    {
        Spans = [new Span("licensing", [new Window(90, 730)])],
        Panels =
        [
            .. Enumerable.Range(1, 6).Select(i => new Panel(
                i == 3 ? "A site with a name that takes two lines, and then some more" : $"Site {i}",
                [
                    new LineMark(new Label("Baseline"), Steps((0, 100), (730, 100)), Hue.Reference),
                    new LineMark(new Label("With licensing"), Steps((0, 100), (100, 10 * i), (400, 100 + i), (730, 100)), new Hue(0)),
                ])),
        ],
    };

    public static Figure Empty() => Of("empty", "No consumer runs short", Axis.Dates(Start, 365), Axis.Numbers("t/d short"), [new LayersMark([])]) with
    {
        WhenEmpty = "No shortfall: every consumer gets what it needs throughout.",
    };

    /// <summary>Markup, control characters, what is no character at all, a letter that the font lacks, halves of pairs.</summary>
    public static Figure AwkwardText() => Lines() with
    {
        Name = "awkward-text",
        Title = "<b>&amp; \"quotes\" ]]> \u0000\u0001\u001b\ufffe\uffff\ud800 tabs\tand\nlines</b>",
        Description = "<script>alert(1)</script> \u0007 \udc00 end",
        Panels = [new Panel("", [new LineMark(new Label("\u4e2d\u56fd <China> & 'co'", "\ud83d\ude00 < 5 t"), Line((0, 1), (300, 2)), new Hue(0))])],
    };

    private static Figure Of(string name, string title, Axis x, Axis y, IReadOnlyList<Mark> marks) => new()
    {
        Name = name,
        Title = title,
        Subtitle = "Made by hand to be looked at, in the units written at the axes.",
        Footnote = "SupplyShockSim 0.1.0, seed 7, trace 0123456789abcdef. Scenario: none.",
        Description = title + ".",
        X = x,
        Y = y,
        Panels = [new Panel("", marks)],
    };

    public static Polyline Line(params (double X, double Y)[] points) => Fill(new Polyline(), points);

    public static Polyline Steps(params (double X, double Y)[] points) => Fill(new Polyline { IsSteps = true }, points);

    private static Polyline Fill(Polyline line, (double X, double Y)[] points)
    {
        foreach (var (x, y) in points)
        {
            line.Add(x, y);
        }

        return line;
    }
}
