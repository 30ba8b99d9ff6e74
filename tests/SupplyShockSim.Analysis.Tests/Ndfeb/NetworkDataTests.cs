using System.Globalization;
using System.Text.RegularExpressions;
using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Ranges;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Analysis.Tests.Ndfeb;

/// <summary>The numbers of the shipped network: where they come from, what they add up to, and that they balance wherever they are drawn.</summary>
public sealed partial class NetworkDataTests
{
    private static readonly Scenario Loaded = NdfebNetwork.Load("ndfeb-2024");
    private static readonly NetworkSpec Network = Loaded.Prepared.Spec.Network;

    private static bool IsMagnet(string commodity) => commodity.StartsWith("ndfeb-magnet", StringComparison.Ordinal);

    private static bool IsAlloy(string commodity) => commodity.StartsWith("ndfeb-alloy", StringComparison.Ordinal);

    private static Predicate<SiteSpec> In(params string[] countries) => site => countries.Contains(site.Country);

    /// <summary>Tonnes of 2024 by stage and country, as the page of the network has them.</summary>
    public static TheoryData<string, string, double> Sums() => new()
    {
        { "re-concentrate", "CN", 45_000 },
        { "re-concentrate", "MM", 6_428 },
        { "re-concentrate", "LA", 3_228 },
        { "re-concentrate", "TH", 2_695 },
        { "re-concentrate", "US", 6_428 },
        { "re-concentrate", "AU", 6_200 },
        { "hre-concentrate", "CN", 449 },
        { "hre-concentrate", "MM", 729 },
        { "hre-concentrate", "LA", 366 },
        { "hre-concentrate", "TH", 306 },
        { "ndpr-oxide", "CN", 92_004 },
        { "ndpr-oxide", "MY", 6_200 },
        { "ndpr-oxide", "US", 1_294 },
        { "dy-oxide", "CN", 2_570 },
        { "tb-oxide", "CN", 490 },
        { "ndpr-metal", "CN", 79_567 },
        { "ndpr-metal", "VN", 1_426 },
        { "ndfeb-alloy", "CN", 37_255 },
        { "ndfeb-alloy-hc", "CN", 227_745 },
        { "ndfeb-alloy", "JP", 2_657 },
        { "ndfeb-alloy-hc", "JP", 10_629 },
        { "ndfeb-magnet", "CN", 25_379 },
        { "ndfeb-magnet-hc", "CN", 156_621 },
        { "ndfeb-magnet", "JP", 2_100 },
        { "ndfeb-magnet-hc", "JP", 8_400 },
    };

    [Theory]
    [MemberData(nameof(Sums))]
    public void Stages_add_up_to_what_the_page_says(string commodity, string country, double tonnes)
    {
        Assert.Equal(tonnes, Math.Round(NdfebNetwork.Flow(Network, c => c == commodity, In(country))));
        var page = File.ReadAllText(Path.Combine(NdfebNetwork.Folder("ndfeb-2024"), "README.md"));
        Assert.Contains(tonnes.ToString("#,0", CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
    }

    /// <summary>Customs: 58,152 t of magnets left China (A6-T-2024), and the country totals of the page are what arrives.</summary>
    [Theory]
    [InlineData("EU", 24_200)]
    [InlineData("US", 8_844)]
    [InlineData("JP", 11_775)]
    [InlineData("KR", 7_280)]
    [InlineData("IN", 2_876)]
    [InlineData("VN", 4_555)]
    [InlineData("XW", 13_222)]
    [InlineData("CN", 123_848)]
    public void Countries_use_what_the_page_says(string country, double tonnes)
    {
        Assert.Equal(tonnes, NdfebNetwork.Flow(Network, IsMagnet, null, In(country)), 1e-6);
        Assert.Equal(58_152, NdfebNetwork.Flow(Network, IsMagnet, In("CN"), s => s.Country != "CN"), 1e-6);
    }

    /// <summary>Published shares: oxide 88 (A2-35) to 92 % (A2-02), magnets 92 (A4-02) to 94 % (A4-01); a point either way for rounding.</summary>
    [Theory]
    [InlineData("ndpr-oxide", 0.87, 0.93)]
    [InlineData("ndfeb-magnet", 0.91, 0.95)]
    public void China_has_the_share_that_sources_give(string stage, double least, double most)
    {
        bool Is(string commodity) => commodity.StartsWith(stage, StringComparison.Ordinal);
        Assert.InRange(NdfebNetwork.Flow(Network, Is, In("CN")) / NdfebNetwork.Flow(Network, Is), least, most);
    }

    [Theory]
    [InlineData("ndfeb-2024")]
    [InlineData("ndfeb-2026")]
    public void Every_row_has_a_source_or_a_reason_and_a_known_word_of_confidence(string name)
    {
        var facts = NdfebNetwork.Facts(name).Concat(NdfebNetwork.Facts("ndfeb-2024")).DistinctBy(f => f.Key).ToDictionary();
        var network = NdfebNetwork.Load(name).Prepared.Spec.Network;
        var rows = network.Sites.Select(s => (s.Id, s.Source, s.Confidence, s.Note))
            .Concat(network.Lanes.Select(l => (l.Id!, l.Source, l.Confidence, l.Note))).ToList();
        Assert.All(rows, r => Assert.True(
            r.Confidence is not null && Confidence.Words.Contains(r.Confidence) && (r.Source is not null || r.Note is not null), r.Item1));
        Assert.All(rows.SelectMany(r => Cited(r.Source).Select(id => (Row: r.Item1, Fact: id))),
            c => Assert.True(facts.ContainsKey(c.Fact), $"{c.Row}: {c.Fact}"));
        Assert.All(rows.Where(r => r.Confidence is "inferred" or "assumption" && !r.Item1.Contains("kr-", StringComparison.Ordinal)
            && !r.Item1.Contains("-to-eu-magnets", StringComparison.Ordinal) && !r.Item1.Contains("-to-us-magnets", StringComparison.Ordinal)),
            r => Assert.False(string.IsNullOrEmpty(r.Note), r.Item1));
    }

    /// <summary>What is worked out is no better than what it is worked out from.</summary>
    [Fact]
    public void What_is_derived_high_rests_on_what_is_high()
    {
        var facts = NdfebNetwork.Facts("ndfeb-2024");
        var rows = Network.Sites.Select(s => (s.Id, s.Source, s.Confidence)).Concat(Network.Lanes.Select(l => (l.Id!, l.Source, l.Confidence)))
            .Where(r => r.Confidence == "derived-high").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows.SelectMany(r => Cited(r.Source).Where(id => !id.StartsWith("A8-", StringComparison.Ordinal)).Select(id => (Row: r.Item1, Fact: id))),
            c => Assert.True(facts[c.Fact] is "high" or "derived-high", $"{c.Row}: {c.Fact} is {facts[c.Fact]}"));
    }

    /// <summary>Each of 200 draws of all ranges balances to 1e-9 of what passes through each site, as the base values do.</summary>
    [Theory]
    [InlineData("ndfeb-2024")]
    [InlineData("ndfeb-2026")]
    public void Base_values_and_200_draws_of_all_ranges_balance(string name)
    {
        var loaded = NdfebNetwork.Load(name);
        Assert.InRange(NdfebNetwork.Imbalance(loaded.Prepared.Spec.Network), 0, 1e-9);
        var inputs = new SampledInputs(loaded.Spec.Uncertain, 1, 200);
        Assert.True(loaded.Spec.Uncertain.Count > 30);
        for (var draw = 0; draw < 200; draw++)
        {
            var run = loaded.Variant(inputs.Of(draw), out var diagnostics);
            Assert.True(run is not null, $"draw {draw}: {string.Join("; ", diagnostics.Select(d => d.Message))}");
            Assert.InRange(NdfebNetwork.Imbalance(run.Spec.Network), 0, 1e-9);
        }
    }

    internal static IEnumerable<string> Cited(string? source) => Ids().Matches(source ?? "").Select(m => m.Value);

    [GeneratedRegex(@"\b(N-)?(A[0-9]|HR|E|M|S|C|P)-[A-Za-z0-9-]*[0-9][A-Za-z0-9]*\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ids();
}
