using SupplyShockSim.Reports.Words;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Tests.Words;

public class EventWordsTests
{
    private static readonly RunRecord Record = SampleRuns.Halt().Record;

    [Fact]
    public void Sentences_say_what_happened_and_why()
    {
        var words = new EventWords(Record);

        Assert.Equal(
            [
                "The run began.",
                "The control \u2018magnet halt\u2019 came into force.",
                "The lane for magnet from China, magnets to Japan, automotive (cohort 1) was closed because the control \u2018magnet halt\u2019 came "
                + "into force.",
                "Arrivals of magnet at Japan, automotive (cohort 1) fell from 5 t/d to 0 t/d because the lane for magnet from China, magnets to Japan, "
                + "automotive (cohort 1) was closed.",
                "The stock of magnet at Japan, automotive (cohort 1) ran dry because arrivals of magnet at Japan, automotive (cohort 1) fell from 5 t/d "
                + "to 0 t/d.",
                "Japan, automotive (cohort 1) fell short by 5 t/d because the stock of magnet at Japan, automotive (cohort 1) ran dry.",
                "The control \u2018magnet halt\u2019 ended.",
                "The shortfall of Japan, automotive (cohort 1) ended because the control \u2018magnet halt\u2019 ended.",
                "The run ended.",
            ],
            Record.Log.Select(e => words.Sentence(new Phrase(), e).ToString()));
    }

    [Fact]
    public void Ids_are_those_of_the_files()
    {
        var words = new EventWords(Record);

        Assert.Equal(
            ["run", "run", "magnet halt", "magnet halt", "cn-plant>cars/1:magnet", "cars/1:magnet:in", "cars/1:magnet:in", "cars/1", "cars/1"],
            Record.Log.Select(e => words.SubjectId(new Phrase(), e).ToString())
                .OrderBy(id => id switch { "run" => 0, "magnet halt" => 1, "cn-plant>cars/1:magnet" => 2, "cars/1" => 4, _ => 3 }));
    }

    [Fact]
    public void Every_kind_has_words_and_a_name_of_its_own()
    {
        var entries = Enum.GetValues<LogKind>().Select(kind => new LogEntry(0, default, kind, SubjectKind.Site, 0, -1, 1, 2, -1)).ToArray();

        Assert.Equal(entries.Length, entries.Select(e => EventClause.Write(new Phrase(), e, "it").ToString()).Distinct().Count());
        Assert.Equal(entries.Length, LogKinds.All.Select(k => k.Name()).Distinct().Count());
        Assert.Equal("stock-ran-dry", LogKind.StockRanDry.Name());
    }

    [Fact]
    public void Values_that_are_not_there_leave_no_gap()
    {
        static string Clause(LogKind kind, double before, double after) =>
            EventClause.Write(new Phrase(), new LogEntry(0, default, kind, SubjectKind.Lane, 0, -1, before, after, -1), "it").ToString();

        Assert.Equal("the lane for it was limited to 5 t/d", Clause(LogKind.LaneLimited, double.NaN, 5));
        Assert.Equal("the lane for it was opened without limit", Clause(LogKind.LaneOpened, 5, double.NaN));
        Assert.Equal("orders of 10 t/d for it were rationed to 4 t/d", Clause(LogKind.SellerRationed, 10, 4));
        Assert.Equal("qualification began of it, to take 120 d", Clause(LogKind.QualificationStarted, double.NaN, 120));
        Assert.Equal("it changed to 150 %", Clause(LogKind.ControlChanged, double.NaN, 1.5));
        Assert.Equal("the transit time of it changed from 20 d to 45 d", Clause(LogKind.TransitChanged, 20, 45));
    }

    [Fact]
    public void A_recovery_in_part_is_told_as_too_little()
    {
        var record = new Testing.RecordBuilder().Consumer("cars", "JP", "magnet", 10)
            .Control("licensing", "export-licence", "", null, (5, 50))
            .Log(10, LogKind.ArrivalsRose, SubjectKind.Stock, "cars", 0, 5)
            .Log(10, LogKind.ShortfallStarted, SubjectKind.Site, "cars", 0, 5, cause: 0)
            .Build();

        Assert.Equal("Cars fell short by 5 t/d because arrivals of magnet at cars came to only 5 t/d.", new EventWords(record)
            .Sentence(new Phrase(), record.Log[1]).ToString());
    }

    [Fact]
    public void A_control_is_not_its_own_cause_and_licences_come_under_it()
    {
        var record = new Testing.RecordBuilder().Consumer("cars", "JP", "magnet", 10).Maker("plant", "CN", "magnet", 10).Lane("plant", "cars", 10)
            .Control("licensing", "export-licence", "", null, (5, 50))
            .Log(5, LogKind.ControlStarted, SubjectKind.Control, "licensing")
            .Log(20, LogKind.LicenceGranted, SubjectKind.Lane, "plant>cars", cause: 0)
            .Log(50, LogKind.ControlEnded, SubjectKind.Control, "licensing", cause: 0)
            .Build();
        var words = new EventWords(record);

        Assert.Equal(
            "A licence was granted to ship magnet from plant to cars under the control \u2018licensing\u2019.", words.Sentence(new Phrase(), record.Log[1])
            .ToString());
        Assert.Equal("The control \u2018licensing\u2019 ended.", words.Sentence(new Phrase(), record.Log[2]).ToString());
    }

    [Fact]
    public void The_chain_of_causes_leads_from_the_control_to_the_shortfall()
    {
        var output = SampleRuns.Halt();

        Assert.Equal([1, 2, 3, 4, 5], CauseChain.Of(output.Record, output.Measures.Consumers[0]).Select(e => e.Id));
        Assert.Equal(
            "9 March 2026 (day 67): the stock of magnet at Japan, automotive (cohort 1) ran dry.",
            CauseChain.Sentences(output.Record, output.Measures.Consumers[0])[3]);
        Assert.Empty(CauseChain.Of(output.Record, output.Measures.Consumers[1]));
    }
}
