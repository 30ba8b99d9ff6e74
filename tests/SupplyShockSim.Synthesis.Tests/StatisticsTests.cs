using SupplyShockSim.Network;

namespace SupplyShockSim.Synthesis.Tests;

/// <summary>A synthetic network has the statistics of real production networks.</summary>
public sealed class StatisticsTests : IClassFixture<StatisticsTests.Drawn>
{
    private readonly NetworkSpec _network;
    private readonly Dictionary<string, int> _in = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _out = new(StringComparer.Ordinal);

    public StatisticsTests(Drawn drawn)
    {
        _network = drawn.Network;
        foreach (var lane in _network.Lanes)
        {
            _in[lane.To] = _in.GetValueOrDefault(lane.To) + 1;
            _out[lane.From] = _out.GetValueOrDefault(lane.From) + 1;
        }
    }

    [Fact]
    public void Degrees_fall_as_a_power_near_that_of_the_Japanese_network()
    {
        // 1.35 was drawn; finite sectors cut the largest off, which raises the estimate. About 2000 sites are in each tail, so the
        // standard error is 1.4 / sqrt(2000) = 0.03.
        Assert.InRange(Exponent(_in.Values), 1.2, 1.55);
        Assert.InRange(Exponent(_out.Values), 1.2, 1.55);
    }

    [Fact]
    public void Hubs_deal_with_small_firms()
    {
        // Pearson correlation of the degrees at both ends of a lane (Newman's assortativity). Without correlation it would lie
        // within a few times 1 / sqrt(100000) = 0.003 of zero.
        Assert.InRange(Assortativity(), -0.3, -0.03);
    }

    [Fact]
    public void Countries_have_their_shares()
    {
        Assert.Equal(1, CountryShares.ByCountry.Values.Sum(), 12);
        foreach (var (country, share) in CountryShares.ByCountry)
        {
            var found = _network.Sites.Count(s => s.Country == country) / 20_000.0;
            // Five standard deviations of a share of 20000 draws.
            Assert.InRange(found, share - (5 * Math.Sqrt(share / 20_000)), share + (5 * Math.Sqrt(share / 20_000)));
        }
    }

    [Fact]
    public void Nobody_buys_one_thing_from_one_seller_twice_and_recipes_have_one_to_four_inputs()
    {
        Assert.Equal(100_000, _network.Lanes.Select(l => (l.From, l.To)).Distinct().Count());
        var technologies = _network.Technologies.ToDictionary(t => t.Id);
        foreach (var site in _network.Sites)
        {
            var inputs = site.Kind == SiteKind.Consumer ? site.Uses : technologies[site.Technology!.Id!].Inputs;
            Assert.InRange(inputs.Count, site.Kind == SiteKind.Mine ? 0 : 1, 4);
        }
    }

    /// <summary>
    /// Exponent of the complementary distribution above 10: Hill's estimator for whole numbers (A. Clauset, C. Shalizi and M. Newman,
    /// SIAM Review 51, 2009, equation 3.7, less one).
    /// </summary>
    private static double Exponent(IEnumerable<int> degrees)
    {
        var tail = degrees.Where(d => d >= 10).ToList();
        return tail.Count / tail.Sum(d => Math.Log(d / 9.5));
    }

    private double Assortativity()
    {
        var degree = _network.Sites.ToDictionary(s => s.Id, s => (double)(_in.GetValueOrDefault(s.Id) + _out.GetValueOrDefault(s.Id)));
        var ends = _network.Lanes.Select(l => (From: degree[l.From], To: degree[l.To])).ToList();
        // Each lane counts from both ends, so both have the same mean and variance.
        var mean = ends.Average(e => (e.From + e.To) / 2);
        var variance = ends.Average(e => (((e.From - mean) * (e.From - mean)) + ((e.To - mean) * (e.To - mean))) / 2);
        return ends.Average(e => (e.From - mean) * (e.To - mean)) / variance;
    }

    /// <summary>One network for all of these.</summary>
    public sealed class Drawn
    {
        public Drawn()
        {
            using var folder = new GeneratedFolder(20_000, 100_000);
            Network = folder.Load("quiet.yaml").Prepared.Spec.Network;
        }

        public NetworkSpec Network { get; }
    }
}
