namespace SupplyShockSim.Network.Tests;

public class InPartsTests
{
    [Theory]
    [InlineData(0, 10)] // nothing
    [InlineData(10, 10)] // one part, whole
    [InlineData(11, 10)] // a second part of one row
    [InlineData(1_000, 7)] // many, the last one short: 1,000 = 142 * 7 + 6
    public void Each_row_is_visited_once(int rows, int perPart)
    {
        var visits = new int[rows];

        InParts.Each(rows, perPart, (first, end) =>
        {
            Assert.InRange(end - first, 0, perPart);
            for (var row = first; row < end; row++)
            {
                visits[row]++;
            }
        });

        Assert.All(visits, v => Assert.Equal(1, v));
    }
}
