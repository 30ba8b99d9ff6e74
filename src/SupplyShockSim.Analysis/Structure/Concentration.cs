namespace SupplyShockSim.Analysis;

/// <summary>
/// Concentration of a stage (the making of one commodity) over countries: the Herfindahl-Hirschman index, HHI = sum of squared
/// shares in percent, from 0 to 10,000 (one country makes all), and the largest producer.
/// </summary>
/// <param name="Hhi">The index.</param>
/// <param name="LargestCountry">The country that makes most; the first by code where several do.</param>
/// <param name="LargestShare">
/// Its share of what is made, from 0 to 1: the part of the world's supply that is lost without the largest supplier (IEA, Global
/// Critical Minerals Outlook 2025: N-1).
/// </param>
/// <remarks>Herfindahl, Concentration in the Steel Industry (1950); in percent points as in the US merger guidelines.</remarks>
public sealed record Concentration(double Hhi, int LargestCountry, double LargestShare)
{
    /// <summary>The concentration of what each country makes, in one unit; null where nothing is made.</summary>
    public static Concentration? Of(IReadOnlyList<double> madeByCountry)
    {
        var total = madeByCountry.Sum();
        if (!(total > 0))
        {
            return null;
        }

        var (hhi, largest) = (0.0, 0);
        for (var c = 0; c < madeByCountry.Count; c++)
        {
            var percent = 100 * madeByCountry[c] / total;
            hhi += percent * percent;
            if (madeByCountry[c] > madeByCountry[largest])
            {
                largest = c;
            }
        }

        return new Concentration(hhi, largest, madeByCountry[largest] / total);
    }
}
