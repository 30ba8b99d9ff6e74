namespace SupplyShockSim.Synthesis;

/// <summary>The firms that make one commodity, or the consumers of one end use, with what they may buy.</summary>
/// <param name="Name">The commodity, or the end use.</param>
/// <param name="Stage">Its place in the chain; it buys from lower stages only.</param>
/// <param name="Inputs">The sectors it may buy from.</param>
/// <param name="Weights">How much of each it takes, relative to the others.</param>
/// <param name="TonnesIn">Tonnes of all inputs together per tonne made, or used by a consumer.</param>
/// <param name="First">Its first site; its sites stand in a row.</param>
/// <param name="Count">How many sites it has.</param>
internal sealed record Sector(string Name, Stage Stage, int[] Inputs, double[] Weights, double TonnesIn, int First, int Count)
{
    /// <summary>
    /// Tonnes of each input per unit of activity for a firm that uses some of them: the whole stays the same, so that a firm with
    /// fewer inputs takes more of each.
    /// </summary>
    /// <param name="mask">Bit i is set where input i is used.</param>
    /// <returns>By position of the input; zero where it is not used. Rounded to four decimals, as written.</returns>
    public double[] Recipe(int mask)
    {
        var used = Weights.Where((_, i) => (mask >> i & 1) == 1).Sum();
        return [.. Weights.Select((w, i) => (mask >> i & 1) == 1 ? Math.Round(TonnesIn * w / used, 4) : 0)];
    }
}
