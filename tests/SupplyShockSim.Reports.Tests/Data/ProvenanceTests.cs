using SupplyShockSim.Network;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Tests.Data;

public class ProvenanceTests
{
    [Fact]
    public void A_million_rows_are_counted_and_the_first_thousand_named()
    {
        var provenance = Of(Enumerable.Range(0, 1_000_000)
            .Select(i => new LaneSpec { From = "a", To = "b" + i, Of = "c", Confidence = "assumption", Note = "a guess", Source = "one; two" }));

        var assumption = Assert.Single(provenance.Assumptions);
        Assert.Equal(("a>b0:c", "a>b999:c"), (assumption.Rows[0], assumption.Rows[^1]));
        Assert.Equal((1_000, 999_000), (assumption.Rows.Count, assumption.MoreRows));
        Assert.Equal([new ConfidenceCount("assumption", 1_000_000)], provenance.Counts);
        Assert.Equal(["one", "two"], provenance.Sources);
    }

    [Fact]
    public void Rows_that_stand_on_the_same_are_together_wherever_they_stand()
    {
        var provenance = Of(Enumerable.Range(0, 6)
            .Select(i => new LaneSpec { Id = "l" + i, Confidence = i % 2 == 0 ? "inferred" : null, Note = i % 2 == 0 ? "even" : null }));

        Assert.Equal(["l0", "l2", "l4"], Assert.Single(provenance.Assumptions).Rows);
        Assert.Equal([new ConfidenceCount("inferred", 3), new ConfidenceCount("not stated", 3)], provenance.Counts);
    }

    [Fact]
    public void Of_as_many_assumptions_and_sources_as_rows_the_first_are_listed_and_the_others_counted()
    {
        var provenance = Of(Enumerable.Range(0, 2_500)
            .Select(i => new LaneSpec { Id = "l" + i, Confidence = "inferred", Note = "note " + i, Source = "source " + i }));

        Assert.Equal((1_000, 1_500), (provenance.Assumptions.Count, provenance.MoreAssumptions));
        Assert.Equal((1_000, 1_500), (provenance.Sources.Count, provenance.MoreSources));
    }

    private static Provenance Of(IEnumerable<LaneSpec> lanes) => Provenance.Of(SampleRuns.Quiet() with { Network = new NetworkSpec { Lanes = [.. lanes] } });
}
