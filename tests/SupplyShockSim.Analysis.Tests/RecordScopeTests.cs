using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Synthesis.Tests;

namespace SupplyShockSim.Analysis.Tests;

/// <summary>What of a run is recorded changes neither the run nor what can be said of it.</summary>
public sealed class RecordScopeTests
{
    [Fact]
    public void Measures_are_the_same_whatever_was_recorded()
    {
        using var folder = new GeneratedFolder(2_000, 10_000);
        var prepared = folder.Load("shock.yaml").Prepared;
        var record = prepared.WithRecord(RecordScope.All).Run();
        var all = Measures.Of(record);
        Assert.True(all.ShortConsumerCount > 1);

        foreach (var scope in (RecordScope[])[RecordScope.Consumers, RecordScope.Totals])
        {
            var other = prepared.WithRecord(scope).Run();
            Assert.Equal((scope, record.TraceHash, record.Events), (other.Recorded, other.TraceHash, other.Events));
            var some = Measures.Of(other);
            Assert.Equal((all.ConsumerCount, all.ShortConsumerCount), (some.ConsumerCount, some.ShortConsumerCount));
            Same(all.Countries, some.Countries);
            Same(all.CountryTotals, some.CountryTotals);
            Same(all.Commodities, some.Commodities);
            Same([all.Totals], [some.Totals]);
            Assert.Equal(scope == RecordScope.Totals, some.Consumers.Count == 0);
        }
    }

    [Fact]
    public void Country_totals_are_the_sum_of_their_commodities()
    {
        using var folder = new GeneratedFolder(2_000, 10_000);
        var measures = Measures.Of(folder.Load("shock.yaml", "output.record=totals").Prepared.Run());

        Assert.Equal(measures.Countries.Select(c => c.Group).Distinct(), measures.CountryTotals.Select(c => c.Group));
        foreach (var country in measures.CountryTotals)
        {
            var parts = measures.Countries.Where(c => c.Group == country.Group).ToArray();
            Assert.Equal(-1, country.Commodity);
            Assert.Equal(parts.Sum(p => p.Service.DemandTotal), country.Service.DemandTotal, 1e-6);
            Assert.Equal(parts.Sum(p => p.Service.ShortfallTotal), country.Service.ShortfallTotal, 1e-6);
        }
    }

    private static void Same(IReadOnlyList<GroupMeasures> expected, IReadOnlyList<GroupMeasures> actual)
    {
        Assert.Equal(
            expected.Select(g => (g.Group, g.Commodity, g.Service.FirstShortfallDay, g.Service.LastShortfallDay)),
            actual.Select(g => (g.Group, g.Commodity, g.Service.FirstShortfallDay, g.Service.LastShortfallDay)));
        foreach (var (e, a) in expected.Zip(actual))
        {
            // Totals are added up as they change, each consumer's series on its own: the same but for rounding.
            Assert.Equal(e.Service.DemandTotal, a.Service.DemandTotal, 1e-9 * e.Service.DemandTotal);
            Assert.Equal(e.Service.ShortfallTotal, a.Service.ShortfallTotal, 1e-9 * e.Service.DemandTotal);
            Assert.Equal(e.Service.ShortfallPeak, a.Service.ShortfallPeak, 1e-9 * e.Service.DemandTotal);
        }
    }
}
