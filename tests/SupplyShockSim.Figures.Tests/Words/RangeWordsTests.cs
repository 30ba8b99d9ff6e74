using SupplyShockSim.Analysis.Ensembles;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Figures.Tests.Words;

public class RangeWordsTests
{
    [Theory]
    [InlineData(210, 1060, "210 to 1,060 t more")]
    [InlineData(0, 1060, "0 to 1,060 t more")]
    [InlineData(-570, 0, "0 to 570 t less")]
    [InlineData(-570, -80, "80 to 570 t less")]
    [InlineData(-570, 80, "570 t less to 80 t more")]
    [InlineData(0, 0, "0 to 0 t more")]
    public void A_difference_reads_as_more_or_less(double q05, double q95, string expected) =>
        Assert.Equal(expected, RangeWords.MoreOrLess(new Spread(q05, 0, 0, 0, q95, 0)));
}
