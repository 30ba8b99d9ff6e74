using System.Text.Json;
using SupplyShockSim.Analysis;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests.Data;

public class MetricsJsonTests
{
    private static readonly string[] Contract =
    [
        "site", "country", "commodity", "endUse", "demandTotal", "shortfallTotal", "shortfallPeak", "firstShortfallDay", "lastShortfallDay", "serviceLevel",
        "timeToSurviveDays", "timeToRecoverDays",
    ];

    [Fact]
    public void Consumers_have_what_the_contract_names()
    {
        foreach (var consumer in Metrics(SampleRuns.Halt()).GetProperty("consumers").EnumerateArray())
        {
            Assert.All(Contract, name => Assert.True(consumer.TryGetProperty(name, out _), name));
        }
    }

    [Fact]
    public void Figures_are_those_of_the_run()
    {
        // cars: cohort 1 short 5 t/d, days 67 to 127 (300 t); cohort 2 short 3 t/d, days 87 to 127 (120 t); control from day 30.
        var cars = Metrics(SampleRuns.Halt()).GetProperty("consumers")[0];

        Assert.Equal("automotive", cars.GetProperty("endUse").GetString());
        Assert.Equal(3000, cars.GetProperty("demandTotal").GetDouble());
        Assert.Equal(420, cars.GetProperty("shortfallTotal").GetDouble());
        Assert.Equal(8, cars.GetProperty("shortfallPeak").GetDouble());
        Assert.Equal(67, cars.GetProperty("firstShortfallDay").GetDouble());
        Assert.Equal(127, cars.GetProperty("lastShortfallDay").GetDouble());
        Assert.Equal(0.86, cars.GetProperty("serviceLevel").GetDouble(), 12);
        Assert.Equal(37, cars.GetProperty("timeToSurviveDays").GetDouble());
        Assert.Equal(97, cars.GetProperty("timeToRecoverDays").GetDouble());
        Assert.Equal("recovered", cars.GetProperty("recovery").GetString());
    }

    [Fact]
    public void A_row_has_its_cohorts_under_it_and_another_row_none()
    {
        var consumers = Metrics(SampleRuns.Halt()).GetProperty("consumers");

        Assert.Equal(["cars/1", "cars/2"], consumers[0].GetProperty("cohorts").EnumerateArray().Select(c => c.GetProperty("site").GetString()));
        Assert.Equal([300.0, 120.0], consumers[0].GetProperty("cohorts").EnumerateArray().Select(c => c.GetProperty("shortfallTotal").GetDouble()));
        Assert.False(consumers[1].TryGetProperty("cohorts", out _));
    }

    [Fact]
    public void Prices_say_how_far_they_went_and_what_it_cost()
    {
        // Japan: 10 d at 1, 20 at 2, 30 at 3, 20 at 1.5, 20 at 1: mean 1.9. At 60,000 USD/t: 10 t/d for 10 d at 1, 6 t/d for 20 d at 2 and 30 d at 3, 10 t/d
        // for 20 d at 1.5 and 20 d at 1: 100 + 240 + 540 + 300 + 200 = 1,380 t at 60,000 USD: 82.8 M. 4 t/d are missing for 20 d at 2 and
        // 30 d at 3: 520 x 60,000.
        var metrics = Metrics(SampleRuns.Priced());
        Assert.Equal(
            [
                """{"commodity":"magnet","country":"DE","mean":1,"peak":1,"peakDay":0,"end":1}""",
                """{"commodity":"magnet","country":"JP","mean":1.9,"peak":3,"peakDay":30,"end":1}""",
            ],
            metrics.GetProperty("prices").EnumerateArray().Select(p => JsonSerializer.Serialize(p)));
        var bill = metrics.GetProperty("importBills").EnumerateArray().Single(b => b.GetProperty("country").GetString() == "JP");
        Assert.Equal(800, bill.GetProperty("tonnes").GetDouble());
        Assert.Equal(82_800_000, bill.GetProperty("goods").GetDouble(), 1e-3);
        Assert.Equal(0, bill.GetProperty("duties").GetDouble());
        Assert.Equal("""[{"country":"JP","usd":31200000}]""", JsonSerializer.Serialize(metrics.GetProperty("valueAtRisk")));
        Assert.Equal(0, metrics.GetProperty("consumers")[0].GetProperty("forgone").GetDouble());
        Assert.False(Metrics(SampleRuns.Quiet()).TryGetProperty("prices", out _));
    }

    [Fact]
    public void Answers_say_what_they_moved_and_what_they_cost()
    {
        var answers = Metrics(SampleRuns.Answered()).GetProperty("answers");
        Assert.Equal(
            """{"name":"floor","type":"price-floor","paidBy":"Japan","publicCost":0,"discount":0,"publicCostDiscounted":0,"""
                + """ "tonnes":0,"firstUsedDay":null,"left":null,"openedDay":null}""".Trim(),
            JsonSerializer.Serialize(answers[0]));
        Assert.Equal(
            """{"name":"reserve","type":"stockpile","paidBy":"Japan","publicCost":12500000,"discount":0.03,"publicCostDiscounted":12250000,"""
                + """ "tonnes":150,"firstUsedDay":30,"left":50,"openedDay":10}""".Trim(),
            JsonSerializer.Serialize(answers[1]));
        Assert.False(Metrics(SampleRuns.Quiet()).TryGetProperty("answers", out _));
    }

    [Fact]
    public void Consumers_say_what_they_learnt_to_do_without_and_what_they_made_up_for()
    {
        // Half a tonne of magnet goes into each tonne of what wind makes: 8 t more of that take 4 t of magnet. What is substituted is magnet already: 3 + 2 t.
        var output = SampleRuns.Answered();
        var record = new RecordBuilder { EndDay = 365 }
            .Consumer("cars", "JP", "magnet", 10, "automotive", coverDays: 30)
            .Consumer("wind", "JP", "magnet", 5, "wind", coefficient: 0.5)
            .Maker("plant", "CN", "magnet", 12.5)
            .Lane("plant", "cars", 10)
            .Lane("plant", "wind", 2.5)
            .Answer("thrift", "substitution", "less", a => a with { Substituted = [(1, 3)] })
            .Answer("more thrift", "substitution", "less", a => a with { Substituted = [(1, 2)] })
            .Answer("overtime", "catch-up", "more", a => a with { Recovered = [(1, 8)] })
            .Build();
        var consumers = Metrics(output with { Record = record, Measures = Measures.Of(record) }).GetProperty("consumers").EnumerateArray();
        Assert.Equal(
            [("cars", 0.0, 0.0), ("wind", 5.0, 4.0)],
            consumers.Select(c => (c.GetProperty("site").GetString()!, c.GetProperty("substituted").GetDouble(), c.GetProperty("recovered").GetDouble()))
                .Order());
        var quiet = Metrics(SampleRuns.Quiet()).GetProperty("consumers")[0];
        Assert.False(quiet.TryGetProperty("substituted", out _) || quiet.TryGetProperty("recovered", out _));
    }

    [Fact]
    public void What_never_happened_is_null()
    {
        var cars = Metrics(SampleRuns.Quiet()).GetProperty("consumers")[0];

        foreach (var name in (string[])["firstShortfallDay", "lastShortfallDay", "timeToSurviveDays", "timeToRecoverDays", "shortfallPeakDay"])
        {
            Assert.Equal(JsonValueKind.Null, cars.GetProperty(name).ValueKind);
        }

        Assert.Equal("no-control", cars.GetProperty("recovery").GetString());
        Assert.Equal(0, cars.GetProperty("shortfallTotal").GetDouble());
    }

    [Fact]
    public void Totals_mass_balance_and_events_stand_beside_them()
    {
        var root = Metrics(SampleRuns.Halt());

        // demand 10 + 1 + 2.5 t/d over 300 d; wind is short 3 * 0.5 t/d from day 103.5 to 127 = 35.25 t
        Assert.Equal(4050, root.GetProperty("totals").GetProperty("demand").GetDouble());
        Assert.Equal(455.25, root.GetProperty("totals").GetProperty("shortfall").GetDouble());
        Assert.Equal(1 - (455.25 / 4050), root.GetProperty("totals").GetProperty("serviceLevel").GetDouble(), 12);
        Assert.Equal(0, root.GetProperty("massBalance").GetDouble());
        Assert.Equal(42, root.GetProperty("events").GetInt64());
        Assert.Equal(["DE", "JP"], root.GetProperty("countries").EnumerateArray().Select(c => c.GetProperty("country").GetString()));
        Assert.Equal("allies", root.GetProperty("blocs")[0].GetProperty("bloc").GetString());
    }

    [Fact]
    public void Totals_alone_have_countries_and_no_consumers()
    {
        var root = Metrics(SampleRuns.Totals());

        Assert.Equal("totals", root.GetProperty("recorded").GetString());
        Assert.Equal(0, root.GetProperty("consumers").GetArrayLength());
        // Japan: cars and wind need 10 + 2.5 t/d of magnet, 4 t/d are missing from day 20 to 50, 10 days after the first control; lamps need 1 t/d of gallium.
        Assert.Equal(["DE magnet", "JP gallium", "JP magnet", "US gallium"], root.GetProperty("countries").EnumerateArray()
            .Select(c => c.GetProperty("country").GetString() + " " + c.GetProperty("commodity").GetString()));
        var japan = root.GetProperty("countries")[2];
        Assert.Equal(1250, japan.GetProperty("demandTotal").GetDouble());
        Assert.Equal(120, japan.GetProperty("shortfallTotal").GetDouble());
        Assert.Equal(4, japan.GetProperty("shortfallPeak").GetDouble());
        Assert.Equal(10, japan.GetProperty("timeToSurviveDays").GetDouble());
        Assert.Equal(40, japan.GetProperty("timeToRecoverDays").GetDouble());
        // The bloc of Germany and Japan, magnet: 1250 + 100 t needed. All: 1250 + 100 + 100 + 200 t, of which 120 + 10 + 20 are missing.
        Assert.Equal(1350, root.GetProperty("blocs")[1].GetProperty("demandTotal").GetDouble());
        var totals = root.GetProperty("totals");
        Assert.Equal(1650, totals.GetProperty("demand").GetDouble());
        Assert.Equal(150, totals.GetProperty("shortfall").GetDouble());
        Assert.Equal(100, totals.GetProperty("lastShortfallDay").GetDouble());
        // Five consumers, of whom the log names three: cars, lamps and chips.
        Assert.Equal((5, 3), (totals.GetProperty("consumers").GetInt32(), totals.GetProperty("consumersShort").GetInt32()));
        Assert.All(root.GetProperty("concentration").EnumerateArray(), c => Assert.Equal(JsonValueKind.Null, c.GetProperty("worst").ValueKind));
    }

    [Fact]
    public void Consumers_alone_have_the_figures_of_a_whole_record()
    {
        var (whole, part) = (Metrics(SampleRuns.Halt()), Metrics(SampleRuns.Halt(RecordScope.Consumers)));

        foreach (var name in (string[])["consumers", "countries", "blocs", "totals"])
        {
            Assert.Equal(whole.GetProperty(name).GetRawText(), part.GetProperty(name).GetRawText());
        }

        Assert.All(part.GetProperty("importReliance").EnumerateArray(), r => Assert.Equal(JsonValueKind.Null, r.GetProperty("worst").ValueKind));
    }

    private static JsonElement Metrics(RunOutput output)
    {
        using var bytes = new MemoryStream();
        MetricsJson.Write(bytes, output);
        return JsonDocument.Parse(bytes.ToArray()).RootElement;
    }
}
