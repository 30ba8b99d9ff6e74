using SupplyShockSim.Analysis;
using SupplyShockSim.Network;

namespace SupplyShockSim.Synthesis.Tests;

/// <summary>A synthetic network is valid, has the size asked for, and is the same each time.</summary>
public sealed class SyntheticNetworkTests
{
    private static readonly string[] Files = ["network.yaml", "sites.csv", "lanes.csv", "quiet.yaml", "shock.yaml"];

    [Fact]
    public void Balances_and_stays_where_it_is()
    {
        using var folder = new GeneratedFolder(2_000, 10_000);
        var scenario = folder.Load("quiet.yaml", "output.record=all");
        var run = scenario.Prepared.Run();

        Assert.Equal(2_000, scenario.Prepared.Spec.Network.Sites.Count);
        Assert.Equal(10_000, scenario.Prepared.Spec.Network.Lanes.Count);
        // The start and the end, and nothing in between.
        Assert.Equal(2, run.Events);
        Assert.Equal(0, Measures.Of(run).Totals.Service.ShortfallTotal);
    }

    [Fact]
    public void Its_shock_stops_the_producers_of_one_country_and_leaves_someone_short()
    {
        using var folder = new GeneratedFolder(2_000, 10_000);
        var run = folder.Load("shock.yaml", "output.record=all").Prepared.Run();

        Assert.True(Measures.Of(run).Totals.Service.ShortfallTotal > 0);
        Assert.True(Measures.Of(run).MassBalance <= 1e-9);
    }

    [Fact]
    public void Every_producer_has_a_customer_headroom_and_some_cover()
    {
        using var folder = new GeneratedFolder(2_000, 10_000);
        var network = folder.Load("quiet.yaml").Prepared.Spec.Network;
        var sales = network.Lanes.GroupBy(l => l.From).ToDictionary(g => g.Key, g => g.Sum(l => l.Flow.Value));

        foreach (var site in network.Sites)
        {
            Assert.InRange(site.Cover.Everywhere!.Value.Days, 5, 30);
            // Capacity is rounded to four digits, so half a thousandth beyond 5 to 30 %. A site's activity is what it sells.
            if (site.Kind != SiteKind.Consumer)
            {
                Assert.InRange(site.Capacity!.Value.Value / sales[site.Id], 1.0494, 1.3007);
            }
        }
    }

    [Fact]
    public void A_fifth_of_the_lanes_could_be_opened()
    {
        using var folder = new GeneratedFolder(2_000, 10_000);
        var lanes = folder.Load("quiet.yaml").Prepared.Spec.Network.Lanes;
        var spare = lanes.Where(l => l.Flow.Value == 0).ToList();

        // Drawn one by one: 2000 of 10000, with a standard deviation below sqrt(10000 x 0.2 x 0.8) = 40; five of them.
        Assert.InRange(spare.Count, 1_800, 2_200);
        Assert.All(spare, l => Assert.InRange(l.Qualification.Days, 0, 30));
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        using var once = new GeneratedFolder(300, 1_500, seed: 5);
        using var again = new GeneratedFolder(300, 1_500, seed: 5);
        using var other = new GeneratedFolder(300, 1_500, seed: 6);

        Assert.All(Files, f => Assert.Equal(once.Bytes(f), again.Bytes(f)));
        Assert.NotEqual(once.Bytes("lanes.csv"), other.Bytes("lanes.csv"));
    }

    [Fact]
    public void Compressed_tables_say_the_same()
    {
        using var plain = new GeneratedFolder(300, 1_500);
        using var packed = new GeneratedFolder(300, 1_500, gzip: true);
        var (expected, read) = (plain.Load("shock.yaml").Prepared, packed.Load("shock.yaml").Prepared);

        Assert.False(File.Exists(Path.Combine(packed.Path, "lanes.csv")));
        Assert.Equal(expected.Spec.Network.Lanes, read.Spec.Network.Lanes);
        Assert.Equal(expected.Run().TraceHash, read.Run().TraceHash);
    }

    [Theory]
    [InlineData(50, 100)]
    [InlineData(51, 120)]
    [InlineData(333, 5_000)]
    public void Any_size_is_valid(int sites, int lanes)
    {
        using var folder = new GeneratedFolder(sites, lanes, seed: 3);
        Assert.Equal(2, folder.Load("quiet.yaml").Prepared.Run().Events);
        Assert.True(folder.Load("shock.yaml").Prepared.Run().Events > 2);
    }

    [Theory]
    [InlineData(49, 100, "at least 50 sites")]
    [InlineData(100, 99, "at least as many lanes as sites")]
    [InlineData(100, 100_000, "take between")]
    public void Impossible_sizes_are_refused(int sites, int lanes, string because)
    {
        var options = new SyntheticNetworkOptions { Sites = sites, Lanes = lanes };
        Assert.Contains(because, Assert.Throws<ImpossibleNetworkException>(() => SyntheticNetwork.Generate(options)).Message, StringComparison.Ordinal);
    }
}
