namespace SupplyShockSim.Synthesis;

/// <summary>
/// Flows that balance by construction: the demand of the consumers first, then up the chain, each firm's need for an input split over its
/// contract lanes. A firm's suppliers all stand in lower stages, so its own sales are known by then. Flows are rounded before they
/// are added up; what is left of the rounding is 1e-8 of a sum, and the loader's tolerance takes it up.
/// </summary>
internal static class Flows
{
    private const int Digits = 9;

    /// <summary>Sets the flow of every contract lane.</summary>
    /// <returns>Activity of each firm, t/d; of a consumer, its demand.</returns>
    public static double[] Assign(Firms firms, Lanes lanes, Random random)
    {
        var activity = new double[firms.Count];
        var weights = new List<double>();
        for (int end = lanes.Count, buyer = firms.Count - 1; buyer >= 0; buyer--)
        {
            var start = end - firms.InDegree[buyer];
            var sector = firms.Sectors[firms.Sector[buyer]];
            // Large buyers have many suppliers.
            if (sector.Stage == Stage.Consumer)
            {
                activity[buyer] = Significant((end - start) * (0.5 + random.NextDouble()), 4);
            }

            var recipe = sector.Recipe(Mask(firms.Inputs[buyer]));
            for (int first = start, next; first < end; first = next)
            {
                var input = lanes.Input[first];
                weights.Clear();
                for (next = first; next < end && lanes.Input[next] == input; next++)
                {
                    weights.Add(lanes.IsSpare[next] ? 0 : 0.2 + random.NextDouble());
                }

                var perWeight = recipe[input] * activity[buyer] / weights.Sum();
                for (var l = first; l < next; l++)
                {
                    lanes.Flow[l] = Significant(weights[l - first] * perWeight, Digits);
                    activity[lanes.From[l]] += lanes.Flow[l];
                }
            }

            end = start;
        }

        return activity;
    }

    /// <summary>The inputs of a firm as bits.</summary>
    public static int Mask(byte[] inputs)
    {
        var mask = 0;
        foreach (var input in inputs)
        {
            mask |= 1 << input;
        }

        return mask;
    }

    /// <summary>A number rounded to so many significant digits: the double nearest to that decimal, so that it is written short.</summary>
    public static double Significant(double value, int digits)
    {
        if (value == 0)
        {
            return 0;
        }

        var power = digits - 1 - (int)Math.Floor(Math.Log10(value));
        var scale = Math.Pow(10, Math.Abs(power));
        return power >= 0 ? Math.Round(value * scale) / scale : Math.Round(value / scale) * scale;
    }
}
