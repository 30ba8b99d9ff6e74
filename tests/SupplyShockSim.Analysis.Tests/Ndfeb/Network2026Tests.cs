using System.Globalization;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Ndfeb;

/// <summary>The network of January 2026: what differs from that of 2024 does so with a fact, and the page has the numbers.</summary>
public sealed class Network2026Tests
{
    private static readonly Scenario Loaded = NdfebNetwork.Load("ndfeb-2026");
    private static readonly NetworkSpec Network = Loaded.Prepared.Spec.Network;
    private static readonly NetworkSpec Before = NdfebNetwork.Load("ndfeb-2024").Prepared.Spec.Network;

    private static readonly string Page = File.ReadAllText(Path.Combine(NdfebNetwork.Folder("ndfeb-2026"), "README.md"));

    private static double Ships(string from, string of) => NdfebNetwork.Flow(Network, c => c == of, s => s.Id == from);

    /// <summary>Output in t/yr by fact: A2-23, A2-12, and by difference 41,040 + 5,134 of Chinese ore.</summary>
    [Theory]
    [InlineData("us-separation", "ndpr-oxide", 2_599)]
    [InlineData("my-lynas", "ndpr-oxide", 6_558)]
    [InlineData("cn-hard-rock", "re-concentrate", 46_174)]
    [InlineData("my-heavy-separation", "dy-oxide", 15)]
    public void Sites_make_what_the_page_says(string site, string commodity, double tonnes)
    {
        Assert.Equal(tonnes, Math.Round(Ships(site, commodity)));
        Assert.Contains(tonnes.ToString("#,0", CultureInfo.InvariantCulture), Page, StringComparison.Ordinal);
    }

    /// <summary>E-13: no ore crosses from the US; China separates as much as in 2024.</summary>
    [Fact]
    public void Mountain_Pass_ships_no_ore_to_China()
    {
        Assert.Equal(0, NdfebNetwork.Flow(Network, c => c == "re-concentrate", s => s.Country == "US", s => s.Country == "CN"));
        Assert.Equal(NdfebNetwork.Flow(Before, c => c == "ndpr-oxide", s => s.Id == "cn-separation"), Ships("cn-separation", "ndpr-oxide"), 1e-6);
    }

    /// <summary>1,400 + 40 % of 2,000; 300 + 40 % of 3,000; 2,500 + 40 % of 4,000 (P-19: 30 to 50 % of nameplate).</summary>
    [Theory]
    [InlineData("eu-magnets", 2_200, 2_000)]
    [InlineData("us-magnets", 1_500, 3_000)]
    [InlineData("xs-magnets", 4_100, 4_000)]
    public void New_plants_count_with_two_fifths_of_their_nameplate(string plants, double tonnes, double nameplate)
    {
        double Capacity(NetworkSpec network) => 365 * network.Sites.Where(s => s.Id == plants || s.Id == plants + "-hc").Sum(s => s.Capacity!.Value.Value);
        Assert.Equal(tonnes, Capacity(Network), 1e-6);
        Assert.Equal(0.4 * nameplate, Capacity(Network) - Capacity(Before), 1e-6);
        Assert.Contains(tonnes.ToString("#,0", CultureInfo.InvariantCulture), Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_change_cites_facts_of_its_own_table_or_says_that_it_is_by_balance()
    {
        var facts = NdfebNetwork.Facts("ndfeb-2026");
        var reasons = File.ReadLines(Path.Combine(NdfebNetwork.Folder("ndfeb-2026"), "network.yaml"))
            .Where(l => l.Contains("because: ", StringComparison.Ordinal))
            .Select(l => l[l.IndexOf("because: ", StringComparison.Ordinal)..]).ToList();
        Assert.True(reasons.Count > 25);
        Assert.All(reasons, r => Assert.True(NetworkDataTests.Cited(r).Any() || r.Contains("inferred", StringComparison.Ordinal)
            || r.Contains("assumption", StringComparison.Ordinal), r));
        Assert.All(reasons.SelectMany(NetworkDataTests.Cited), id => Assert.Contains(id, facts.Keys));
    }

    /// <summary>Who uses what is as in 2024: growth is for scenarios to say.</summary>
    [Fact]
    public void Users_of_magnets_are_those_of_2024()
    {
        double Used(NetworkSpec network) => NdfebNetwork.Flow(network, c => c.StartsWith("ndfeb-magnet", StringComparison.Ordinal));
        Assert.Equal(Used(Before), Used(Network), 1e-6);
    }
}
