using System.Numerics;
using SupplyShockSim.Simulation.Attention;

namespace SupplyShockSim.Simulation.Journal;

/// <summary>
/// A fingerprint of what a run does within its events: which sites decide what, which lanes carry and land how much, bit by bit. Together with the
/// engine's trace hash it is the fingerprint of the run. The mixing is that of xxHash64 (Y. Collet, xxHash specification, 2012).
/// </summary>
internal struct Digest
{
    private const ulong Prime1 = 0x9E37_79B1_85EB_CA87;
    private const ulong Prime2 = 0xC2B2_AE3D_27D4_EB4F;
    private const ulong Prime4 = 0x85EB_CA77_C2B2_AE63;

    public ulong Value { get; private set; }

    public void Add(EventKind kind, int subject, double value)
    {
        var word = BitConverter.DoubleToUInt64Bits(value) ^ BitOperations.RotateLeft(((ulong)kind << 32) | (uint)subject, 20);
        Value = (BitOperations.RotateLeft(Value ^ (BitOperations.RotateLeft(word * Prime2, 31) * Prime1), 27) * Prime1) + Prime4;
    }
}
