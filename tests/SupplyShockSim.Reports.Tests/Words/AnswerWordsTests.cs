using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Reports.Tests.Words;

public sealed class AnswerWordsTests
{
    /// <summary>The sample's stockpile gave 150 of 200 t from day 30, 31 January 2026, on and cost 12.5 M USD; its floor was never used.</summary>
    [Fact]
    public void A_line_says_what_it_moved_since_when_what_is_left_and_what_it_cost()
    {
        var record = SampleRuns.Answered().Record;
        Assert.Equal(
            ["floor (price-floor): never used, public cost 0 M USD", "reserve (stockpile): 150 t from 2026-01-31 on, 50 t left, public cost 12.5 M USD"],
            record.Answers.Select(a => AnswerWords.Line(record, a)));
    }

    [Fact]
    public void What_the_state_earns_is_no_cost_below_zero()
    {
        var record = SampleRuns.Answered().Record;
        Assert.EndsWith(", 2 M USD earned", AnswerWords.Line(record, record.Answers[1] with { PublicCostUsd = -2_000_000 }), StringComparison.Ordinal);
    }
}
