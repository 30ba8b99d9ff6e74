namespace SupplyShockSim.Analysis.Tests.Structure;

public class ConcentrationTests
{
    [Fact]
    public void One_country_that_makes_all_has_the_greatest_index()
    {
        var c = Concentration.Of([0, 7])!;

        Assert.Equal(10_000, c.Hhi);
        Assert.Equal(1, c.LargestCountry);
        Assert.Equal(1, c.LargestShare);
    }

    [Fact]
    public void Shares_are_squared_in_percent()
    {
        // 60 %, 30 %, 10 %: 3600 + 900 + 100
        var c = Concentration.Of([30, 60, 10])!;

        Assert.Equal(4600, c.Hhi, 9);
        Assert.Equal(1, c.LargestCountry);
        Assert.Equal(0.6, c.LargestShare, 12);
    }

    [Fact]
    public void Equal_producers_name_the_first_by_code() => Assert.Equal(0, Concentration.Of([5, 5])!.LargestCountry);

    [Fact]
    public void Where_nothing_is_made_there_is_no_concentration() => Assert.Null(Concentration.Of([0, 0]));
}
