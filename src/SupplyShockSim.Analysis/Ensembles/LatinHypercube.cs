using SupplyShockSim.Engine;

namespace SupplyShockSim.Analysis.Ensembles;

/// <summary>
/// Latin hypercube sampling: the range of each input is cut into as many strata of equal probability as there are draws, and each stratum holds
/// exactly one draw, at a random place within it; the strata of different inputs are paired at random (M. D. McKay, R. J. Beckman and W. J. Conover,
/// "A comparison of three methods for selecting values of input variables in the analysis of output from a computer code", Technometrics 21, 1979).
/// </summary>
public static class LatinHypercube
{
    /// <summary>One input's shares, above 0 and below 1, draw by draw: one in each [i / n, (i + 1) / n).</summary>
    /// <param name="stream">Draws the places and the order.</param>
    /// <param name="draws">How many.</param>
    public static double[] Column(RandomStream stream, int draws)
    {
        var column = new double[draws];
        for (var i = 0; i < draws; i++)
        {
            column[i] = (i + stream.NextDouble()) / draws;
        }

        stream.Shuffle(column);
        return column;
    }
}
