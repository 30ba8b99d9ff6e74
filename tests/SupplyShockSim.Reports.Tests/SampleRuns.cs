using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Checks;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Units;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests;

/// <summary>Runs made by hand, from the plain to the awkward, for reports to be written from.</summary>
internal static class SampleRuns
{
    public static IReadOnlyDictionary<string, Func<RunOutput>> All { get; } = new Dictionary<string, Func<RunOutput>>
    {
        ["halt"] = () => Halt(),
        ["quiet"] = () => Quiet(),
        ["one-consumer"] = OneConsumer,
        ["many-consumers"] = () => ManyConsumers(),
        ["spikes"] = Spikes,
        ["overlapping-controls"] = OverlappingControls,
        ["answers"] = Answered,
        ["prices"] = Priced,
        ["consumers"] = () => Halt(RecordScope.Consumers),
        ["ranges"] = Ranged,
        ["quiet-ranges"] = QuietRanged,
        ["totals"] = Totals,
        ["totals-quiet"] = () => Quiet(RecordScope.Totals),
        ["totals-many"] = () => ManyConsumers(RecordScope.Totals),
    };

    /// <summary>China halts magnets to Japan for 90 days: cars (two cohorts) and wind run short, Germany does not.</summary>
    public static RunOutput Halt(RecordScope recorded = RecordScope.All) =>
        Output("China halts magnet exports to Japan", new RecordBuilder { EndDay = 300, Recorded = recorded }
        .Consumer("cars", "JP", "magnet", 10, "automotive", coverDays: 30, cohorts: 2, name: "Japan, automotive")
        .Maker("cn-plant", "CN", "magnet", 14, name: "China, magnets")
        .Maker("jp-plant", "JP", "magnet", 4, name: "Japan, magnets")
        .Consumer("radars", "DE", "magnet", 1, "defence", coverDays: 20, name: "Germany, defence")
        .Consumer("wind", "JP", "magnet", 5, "wind", coefficient: 0.5, coverDays: 40, name: "Japan, wind")
        .Lane("cn-plant", "cars/1", 5, 7)
        .Lane("cn-plant", "cars/2", 3, 7)
        .Lane("cn-plant", "radars", 1, 40)
        .Lane("cn-plant", "wind", 1.5, 7)
        .Lane("jp-plant", "cars/2", 2)
        .Lane("jp-plant", "wind", 1)
        .Bloc("allies", "DE", "JP")
        .Control("magnet halt", "export-ban", "China bans all exports of magnet to Japan", "Ministry of Commerce, notice 1 of 2026", (30, 120))
        .Rate("dispatch", "cn-plant>cars/1", (0, 5), (30, 0), (120, 5))
        .Rate("dispatch", "cn-plant>cars/2", (0, 3), (30, 0), (120, 4), (140, 3))
        .Rate("dispatch", "cn-plant>wind", (0, 1.5), (30, 0), (120, 1.5))
        .Rate("arrivals", "cn-plant>cars/1", (0, 5), (37, 0), (127, 5))
        .Rate("arrivals", "cn-plant>cars/2", (0, 3), (37, 0), (127, 4), (147, 3))
        .Rate("arrivals", "cn-plant>wind", (0, 1.5), (37, 0), (127, 1.5))
        .Rate("activity", "cn-plant", (0, 10.5), (30, 6), (60, 3), (120, 14), (160, 10.5))
        .Rate("activity", "cars/1", (0, 5), (67, 0), (127, 5))
        .Rate("activity", "cars/2", (0, 5), (87, 2), (127, 5))
        .Rate("activity", "wind", (0, 5), (103.5, 2), (127, 5))
        .Stock("cars/1", (0, 150, 0), (37, 150, -5), (67, 0, 0))
        .Stock("cars/2", (0, 150, 0), (37, 150, -3), (87, 0, 0), (127, 0, 1), (147, 20, 0))
        .Stock("wind", (0, 99.75, 0), (37, 99.75, -1.5), (103.5, 0, 0))
        .Log(0, LogKind.RunStarted, SubjectKind.Run, "run")
        .Log(30, LogKind.ControlStarted, SubjectKind.Control, "magnet halt", after: 1)
        .Log(30, LogKind.LaneClosed, SubjectKind.Lane, "cn-plant>cars/1", 5, 0, cause: 1)
        .Log(37, LogKind.ArrivalsFell, SubjectKind.Stock, "cars/1", 5, 0, cause: 2)
        .Log(67, LogKind.StockRanDry, SubjectKind.Stock, "cars/1", cause: 3)
        .Log(67, LogKind.ShortfallStarted, SubjectKind.Site, "cars/1", 0, 5, cause: 4)
        .Log(120, LogKind.ControlEnded, SubjectKind.Control, "magnet halt")
        .Log(127, LogKind.ShortfallEnded, SubjectKind.Site, "cars/1", 5, 0, cause: 6)
        .Log(300, LogKind.RunEnded, SubjectKind.Run, "run"));

    /// <summary>Japan is short of 4 t/d of magnets at 60,000 USD/t from day 10 to 60; the price there goes to 3 and back, in Germany it stays.</summary>
    public static RunOutput Priced() => Output("Prices part", new RecordBuilder()
        .Consumer("cars", "JP", "magnet", 10, "automotive", name: "Japan, automotive")
        .Maker("plant", "CN", "magnet", 20, name: "China, magnets")
        .Consumer("wind", "DE", "magnet", 10, "wind", name: "Germany, wind")
        .Lane("plant", "cars", 10)
        .Lane("plant", "wind", 10)
        .Control("halt", "export-ban", "China bans 40 % of exports of magnet to Japan", null, (10, 60))
        .Rate("activity", "cars", (0, 10), (10, 6), (60, 10))
        .Rate("arrivals", "plant>cars", (0, 10), (10, 6), (60, 10))
        .Price("magnet", "DE", (0, 1))
        .Price("magnet", "JP", (0, 1), (10, 2), (30, 3), (60, 1.5), (80, 1)));

    /// <summary>A mine with a floor under its price that was never used, and a stockpile that was.</summary>
    public static RunOutput Answered() => Output("A quiet year with answers", new RecordBuilder { EndDay = 365 }
        .Consumer("cars", "JP", "magnet", 10, "automotive", coverDays: 30, name: "Japan, automotive")
        .Maker("plant", "CN", "magnet", 10, name: "China, magnets")
        .Lane("plant", "cars", 10, 7)
        .Answer("floor", "price-floor", "plant gets 110 USD/kg at least", a => a with { PaidBy = "Japan" })
        .Answer("reserve", "stockpile", "Japan keeps 200 t of magnet", a => a with
        {
            PaidBy = "Japan",
            DiscountPerYear = 0.03,
            PublicCostUsd = 12_500_000,
            DiscountedCostUsd = 12_250_000,
            Tonnes = 150,
            FirstUsed = Engine.SimTime.FromDays(30),
            Opened = Engine.SimTime.FromDays(10),
            LeftTonnes = 50,
        }));

    /// <summary>
    /// The same with ten draws: of all, 0, 100, ... 900 t; of cars four fifths of it; of radars, which this run does not touch, 45 t in two draws.
    /// </summary>
    public static RunOutput Ranged()
    {
        var output = Halt();
        double[] all = [.. Enumerable.Range(0, 10).Select(k => 100.0 * k)];
        double[] radars = [0, 0, 0, 0, 0, 0, 0, 0, 45, 45];
        return output with
        {
            Ranges = Ranges(output, all, consumer => output.Record.Network.Rows.Id[consumer.Row] switch
            {
                "cars" => [.. all.Select(t => 0.8 * t)],
                "radars" => radars,
                _ => new double[10],
            }),
        };
    }

    /// <summary>Nobody is short, but in two of ten draws somebody is, of 50 t.</summary>
    public static RunOutput QuietRanged()
    {
        var output = Quiet();
        double[] all = [0, 0, 0, 0, 0, 0, 0, 0, 50, 50];
        return output with { Ranges = Ranges(output, all, _ => all) };
    }

    private static Ranges Ranges(RunOutput output, double[] all, Func<ConsumerMeasures, double[]> consumer)
    {
        Engine.SimTime[] edges = [Engine.SimTime.Zero, Engine.SimTime.FromDays(60), Engine.SimTime.FromDays(120), output.Record.End];
        return new Ranges
        {
            Draws = all.Length,
            Seed = 7,
            Inputs = [new SampledInput("network.scale.cover", "uniform: x0.5, x2", "assumption", "stocks are published nowhere")],
            RandomControls = [],
            Total = Party(-1, -1, all),
            Consumers = [.. output.Measures.Consumers.Select(c => Party(c.Row, c.Commodity, consumer(c)))],
            Countries = [.. output.Measures.Countries.Select(c => Party(c.Group, c.Commodity, all))],
            CountryTotals = [.. output.Measures.CountryTotals.Select(c => Party(c.Group, -1, all))],
            Edges = edges,
            OverTime = [new RangeOverTime(-1, [Spread.Of(new double[10]), Spread.Of(all.Select(t => t / 60)), Spread.Of(new double[10])])],
        };

        static PartyRange Party(int party, int commodity, double[] tonnes) =>
            new(party, commodity, Spread.Of(tonnes), tonnes.Count(t => t > 0) / (double)tonnes.Length);
    }

    /// <summary>Nothing happens.</summary>
    public static RunOutput Quiet(RecordScope recorded = RecordScope.All) => Output("A quiet year", new RecordBuilder { EndDay = 365, Recorded = recorded }
        .Consumer("cars", "JP", "magnet", 10, "automotive", coverDays: 30, name: "Japan, automotive")
        .Maker("plant", "CN", "magnet", 10, name: "China, magnets")
        .Lane("plant", "cars", 10, 7));

    /// <summary>
    /// Totals only, over 100 days: cars are short 4 t/d from day 20 to 50 (120 t), lamps 1 t/d from day 30 to 40 (10 t), chips 0.5 t/d from
    /// day 60 on (20 t); wind and radars are not. Demand: 1000 t of cars, 100 of lamps, 250 of wind (half a tonne per unit), 200 of chips,
    /// 100 of radars.
    /// </summary>
    public static RunOutput Totals() => Output("China halts magnets, and gallium grows scarce", new RecordBuilder { Recorded = RecordScope.Totals }
        .Consumer("cars", "JP", "magnet", 10, "automotive", coverDays: 10, name: "Japan, automotive")
        .Consumer("chips", "US", "gallium", 2, "electronics", name: "United States, chips")
        .Maker("cn-gallium", "CN", "gallium", 3, name: "China, gallium")
        .Maker("cn-plant", "CN", "magnet", 14, name: "China, magnets")
        .Consumer("lamps", "JP", "gallium", 1, "lighting", name: "Japan, lighting")
        .Consumer("radars", "DE", "magnet", 1, "defence", coverDays: 20, name: "Germany, defence")
        .Consumer("wind", "JP", "magnet", 5, "wind", coefficient: 0.5, coverDays: 40, name: "Japan, wind")
        .Lane("cn-gallium", "chips", 2)
        .Lane("cn-gallium", "lamps", 1)
        .Lane("cn-plant", "cars", 10)
        .Lane("cn-plant", "radars", 1)
        .Lane("cn-plant", "wind", 2.5)
        .Bloc("allies", "DE", "JP")
        .Control("magnet halt", "export-ban", "China bans 40 % of all exports of magnet to Japan", "Ministry of Commerce, notice 1 of 2026", (10, 40))
        .Rate("activity", "cars", (0, 10), (20, 6), (50, 10))
        .Rate("activity", "chips", (0, 2), (60, 1.5))
        .Rate("activity", "lamps", (0, 1), (30, 0), (40, 1))
        .Log(0, LogKind.RunStarted, SubjectKind.Run, "run")
        .Log(10, LogKind.ControlStarted, SubjectKind.Control, "magnet halt", after: 1)
        .Log(10, LogKind.LaneLimited, SubjectKind.Lane, "cn-plant>cars", 10, 6, cause: 1)
        .Log(10, LogKind.ArrivalsFell, SubjectKind.Stock, "cars", 10, 6, cause: 2)
        .Log(20, LogKind.StockRanDry, SubjectKind.Stock, "cars", cause: 3)
        .Log(20, LogKind.ShortfallStarted, SubjectKind.Site, "cars", 0, 4, cause: 4)
        .Log(30, LogKind.ShortfallStarted, SubjectKind.Site, "lamps", 0, 1)
        .Log(40, LogKind.ControlEnded, SubjectKind.Control, "magnet halt")
        .Log(40, LogKind.ShortfallEnded, SubjectKind.Site, "lamps", 1, 0)
        .Log(50, LogKind.ShortfallEnded, SubjectKind.Site, "cars", 4, 0, cause: 7)
        .Log(60, LogKind.ShortfallStarted, SubjectKind.Site, "chips", 0, 0.5)
        .Log(100, LogKind.RunEnded, SubjectKind.Run, "run"));

    /// <summary>One consumer without a stock, still short when the run ends.</summary>
    public static RunOutput OneConsumer() =>
        Output("Mine fire", new RecordBuilder { EndDay = 60, Start = new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Unspecified) }
        .Consumer("cars", "JP", "magnet", 0.01, "automotive", name: "Cars")
        .Maker("plant", "JP", "magnet", 0.01, name: "Plant")
        .Lane("plant", "cars", 0.01)
        .Control("fire", "outage", "An outage takes 60 % of the plant", null, (10, 60))
        .Rate("arrivals", "plant>cars", (0, 0.01), (10, 0.004))
        .Rate("activity", "plant", (0, 0.01), (10, 0.004))
        .Rate("activity", "cars", (0, 0.01), (10, 0.004)));

    /// <summary>Twenty consumers in twelve countries with very long names, all short.</summary>
    public static RunOutput ManyConsumers(RecordScope recorded = RecordScope.All)
    {
        var b = new RecordBuilder { EndDay = 730, Recorded = recorded, Start = new DateTime(2024, 7, 15, 0, 0, 0, DateTimeKind.Unspecified) };
        for (var i = 0; i < 20; i++)
        {
            b.Consumer(Id(i), i < 8
                ? "JP" : "X" + (char)('A' + (i % 12)), "dysprosium-containing-high-coercivity-magnet", 3 + i, "use " + i, coverDays: 10 + (3 * i),
                name: $"Consumer number {i} of high-coercivity magnets for traction motors & actuators <Tier-1>, prefecture {i}");
        }

        for (var i = 0; i < 12; i++)
        {
            b.Maker("m" + (char)('a' + i), "C" + (char)('A' + i), "dysprosium-containing-high-coercivity-magnet", 10, name: $"Maker {i}");
        }

        for (var i = 0; i < 20; i++)
        {
            for (var k = 0; k < 12; k++)
            {
                var (lane, share) = ("m" + (char)('a' + k) + ">" + Id(i), (3 + i) * (k + 1) / 78.0);
                b.Lane("m" + (char)('a' + k), Id(i), share, 5);
                b.Rate("arrivals", lane, (0, share), (100 + (5 * k), share * 0.3), (400 + (2 * k), share * 1.1), (500, share));
            }

            var from = 150 + (11 * i);
            b.Rate("activity", Id(i), (0, 3 + i), (from, 2 + (0.5 * i)), (from + 40, 1 + (0.3 * i)), (420 + i, 3 + i));
            b.Stock(Id(i), (0, (3 + i) * (10 + (3 * i)), 0), (100, (3 + i) * (10 + (3 * i)), -(3 + i) * (10 + (3 * i)) / (from - 100.0)), (from, 0, 0),
                (430, 0, 2), (530, 200, 0));
        }

        b.Control(
            "Licensing of medium and heavy rare-earth items and of everything that contains them, announcement no. 18", "export-licence", "China licenses",
            "Announcement 18", (90, 400));
        return Output("A scenario with a title so long that it can only be shown in several lines, as titles of scenarios written by committees of "
            + "several ministries tend to become", b);

        static string Id(int i) => "c" + i.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Ten years with a shortfall of one day every third day, of growing height.</summary>
    public static RunOutput Spikes()
    {
        var b = new RecordBuilder { EndDay = 3652 }.Consumer("chips", "US", "gallium", 100, coverDays: 2, name: "Chips")
            .Maker("smelter", "CN", "gallium", 100, name: "Smelter").Lane("smelter", "chips", 100, 20);
        var activity = new List<(double, double)> { (0, 100) };
        for (var day = 30; day < 3600; day += 3)
        {
            activity.Add((day, 100 - (day / 60.0)));
            activity.Add((day + 1, 100));
        }

        b.Rate("activity", "chips", [.. activity]).Rate("arrivals", "smelter>chips", [.. activity]);
        for (var year = 0; year < 9; year++)
        {
            b.Control($"strike {year + 1}", "outage", "A strike stops the smelter", null, (30 + (365 * year), 60 + (365 * year)));
        }

        return Output("A strike every year", b);
    }

    /// <summary>Four controls that overlap, one of them suspended twice, over demand that grows.</summary>
    public static RunOutput OverlappingControls() => Output("Controls upon controls", new RecordBuilder { EndDay = 500 }
        .Consumer("a", "US", "gallium", 10, coverDays: 20, name: "United States, chips")
        .Consumer("b", "DE", "gallium", 6, coverDays: 45, name: "Germany, chips")
        .Maker("cn", "CN", "gallium", 16, name: "China, gallium")
        .Lane("cn", "a", 10, 30)
        .Lane("cn", "b", 6, 35)
        .Control("first ban", "export-ban", "China bans exports of gallium to the United States", null, (60, 200))
        .Control(
            "licensing of all gallium exports worldwide", "export-licence", "China licenses exports of gallium", "Announcement 23", (90, 120), (150, 210),
            (260, 500))
        .Control("tariff", "tariff", "The United States lay 25 % on gallium from China", null, (0, 500))
        .Control("demand grows", "demand-change", "Demand for gallium grows by 20 %", null, (250, 500))
        .Rate("demand", "a", (0, 10), (250, 12))
        .Rate("activity", "a", (0, 10), (110, 4), (180, 7), (230, 10), (250, 12), (310, 11), (420, 12))
        .Rate("activity", "b", (0, 6), (170, 3), (220, 6), (330, 5.5), (400, 6))
        .Rate("arrivals", "cn>a", (0, 10), (90, 4), (230, 14), (250, 11), (420, 12))
        .Rate("arrivals", "cn>b", (0, 6), (125, 3), (220, 6))
        .Stock("a", (0, 200, 0), (90, 200, -10), (110, 0, 0), (230, 0, 4), (250, 80, -1), (310, 20, 0))
        .Stock("b", (0, 270, 0), (125, 270, -6), (170, 0, 0), (220, 0, 0.5), (330, 55, 0)));

    public static RunOutput Output(string title, RecordBuilder builder, SeriesGrid grid = SeriesGrid.Month)
    {
        var record = builder.Build();
        var measures = Measures.Of(record);
        var files = new Dictionary<string, Func<Stream>> { ["scenarios/sample.yaml"] = () => new MemoryStream("title: a sample\n"u8.ToArray()) };
        return new RunOutput
        {
            Run = "sample",
            ShortHash = "0123456789",
            Files = new NamedFiles(files),
            Title = title,
            ScenarioPath = "scenarios/sample.yaml",
            Overrides = ["shocks.0.share=100%"],
            Seed = 7,
            Version = "0.1.0",
            Inputs = [new InputFile("scenarios/sample.yaml", "076dba6bb8e1dde36af5e2dca3b758cb094296af433754c3ca73654c5e1deaca")],
            ResolvedYaml = "schema: supplyshock/scenario/1\ntitle: " + title + "\n",
            Grid = grid,
            Network = Provenance(),
            Record = record,
            Measures = measures,
            Checks = CheckResults.Of([new CheckSpec { Measure = new MeasureName("shortfall.total"), Below = new Quantity(500, Dimension.Mass) }], record,
                measures),
            Measured = new Measured(0.01, 0.2, 50_000_000),
        };
    }

    private static NetworkSpec Provenance() => new()
    {
        Commodities = [new CommoditySpec { Id = "magnet", Source = "Price report 2024", Confidence = "high" }],
        Sites =
        [
            new SiteSpec { Id = "cars", Source = "Survey of plants", Confidence = "medium" },
            new SiteSpec { Id = "wind", Source = "Survey of plants", Confidence = "inferred", Note = "demand by balance of imports" },
            new SiteSpec { Id = "radars", Source = "Survey of plants", Confidence = "inferred", Note = "demand by balance of imports" },
        ],
        Lanes = [new LaneSpec { From = "cn-plant", To = "cars", Of = "magnet", Confidence = "assumption", Note = "transit of a week" },
            new LaneSpec { From = "a", To = "b", Of = "c" }],
    };
}
