namespace SupplyShockSim.Network.Tests;

public class Iso3166Tests
{
    [Theory]
    [InlineData("CN", "CN")]
    [InlineData("cn", "CN")]
    [InlineData("CHN", "CN")]
    [InlineData(" china ", "CN")]
    [InlineData("USA", "US")]
    [InlineData("UK", "GB")]
    [InlineData("Korea", "KR")]
    [InlineData("South Korea", "KR")]
    [InlineData("Viet Nam", "VN")]
    [InlineData("Vietnam", "VN")]
    [InlineData("Russia", "RU")]
    [InlineData("DRC", "CD")]
    [InlineData("Burma", "MM")]
    [InlineData("Turkey", "TR")]
    [InlineData("Taiwan", "TW")]
    public void Names_and_codes_are_understood(string written, string code)
    {
        Assert.True(Iso3166.TryFind(written, out var found));
        Assert.Equal(code, found);
    }

    [Theory]
    [InlineData("Congo")] // two countries
    [InlineData("Chine")]
    [InlineData("")]
    [InlineData("EU")]
    public void What_names_no_single_country_is_not_found(string written) => Assert.False(Iso3166.TryFind(written, out _));

    [Theory]
    [InlineData("KR", "South Korea")]
    [InlineData("VN", "Vietnam")]
    [InlineData("TW", "Taiwan")]
    [InlineData("CD", "DR Congo")]
    [InlineData("XX", null)]
    public void Codes_have_the_common_name(string code, string? name) => Assert.Equal(name, Iso3166.NameOf(code));

    // ISO 3166-1 has had 249 entries since South Sudan (2011).
    [Fact]
    public void The_list_is_whole_and_every_name_leads_back()
    {
        var all = Iso3166.All.ToList();
        Assert.Equal(249, all.Count);
        Assert.All(all, country =>
        {
            Assert.True(Iso3166.TryFind(country.Name, out var found));
            Assert.Equal(country.Code, found);
        });
    }
}
