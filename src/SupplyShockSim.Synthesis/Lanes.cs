namespace SupplyShockSim.Synthesis;

/// <summary>
/// The lanes of a synthetic network, in columns; those of one buyer stand together, and of these those of one input.
/// </summary>
internal sealed class Lanes(int count)
{
    public int Count => From.Length;

    /// <summary>The seller; its sector says what is shipped.</summary>
    public int[] From { get; } = new int[count];

    /// <summary>The buyer.</summary>
    public int[] To { get; } = new int[count];

    /// <summary>The position of what is shipped in the recipe of the buyer's sector.</summary>
    public byte[] Input { get; } = new byte[count];

    /// <summary>The lane could be opened but carries nothing.</summary>
    public bool[] IsSpare { get; } = new bool[count];

    /// <summary>Contract flow, t/d.</summary>
    public double[] Flow { get; } = new double[count];
}
