namespace SupplyShockSim.Engine;

/// <summary>
/// SplitMix64 (G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014): a 64-bit counter and a
/// finaliser that scatters its bits. Used to turn a key into the state of a stream.
/// </summary>
internal struct SplitMix64(ulong state)
{
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = state;

    public ulong Next()
    {
        _state += Gamma;
        return Scatter(_state);
    }

    /// <summary>A one-to-one map of 64 bits in which each bit of the result depends on each bit of the argument.</summary>
    public static ulong Scatter(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
