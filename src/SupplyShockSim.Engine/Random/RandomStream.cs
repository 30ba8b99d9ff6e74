using System.Buffers.Binary;
using System.Numerics;

namespace SupplyShockSim.Engine;

/// <summary>
/// A stream of random numbers: xoshiro256** (D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Trans.
/// Math. Softw. 47, 2021), of period 2^256 - 1. A <see cref="Random"/>, so that whatever draws from one can draw from it.
/// Bounded integers are exactly uniform (D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29, 2019).
/// </summary>
public sealed class RandomStream : Random
{
    private ulong _s0, _s1, _s2, _s3;

    /// <exception cref="ArgumentException">The state is all zero.</exception>
    public RandomStream(RandomState state)
        : base(0) // The base class draws nothing; with a seed given it does not ask the shared generator for one.
        => State = state;

    /// <summary>What the stream draws from here on. Set it back to draw the same numbers again.</summary>
    /// <exception cref="ArgumentException">The state is all zero, from which the generator would never move.</exception>
    public RandomState State
    {
        get => new(_s0, _s1, _s2, _s3);
        set
        {
            if (value == default)
            {
                throw new ArgumentException("The state of a random stream cannot be all zero.", nameof(value));
            }

            (_s0, _s1, _s2, _s3) = (value.S0, value.S1, value.S2, value.S3);
        }
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A multiple of 2^-53, uniform in [0, 1).</summary>
    public override double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A multiple of 2^-24, uniform in [0, 1).</summary>
    public override float NextSingle() => (NextBits() >> 40) * (1.0f / (1u << 24));

    /// <summary>Uniform in [0, <see cref="int.MaxValue"/>).</summary>
    public override int Next() => (int)Below(int.MaxValue);

    /// <inheritdoc/>
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)Below((ulong)maxValue);
    }

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + (long)Below((ulong)((long)maxValue - minValue)));
    }

    /// <summary>Uniform in [0, <see cref="long.MaxValue"/>).</summary>
    public override long NextInt64() => (long)Below(long.MaxValue);

    /// <inheritdoc/>
    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (long)Below((ulong)maxValue);
    }

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return unchecked((long)((ulong)minValue + Below((ulong)maxValue - (ulong)minValue)));
    }

    /// <inheritdoc/>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <inheritdoc/>
    public override void NextBytes(Span<byte> buffer)
    {
        for (; buffer.Length >= 8; buffer = buffer[8..])
        {
            BinaryPrimitives.WriteUInt64LittleEndian(buffer, NextBits());
        }

        if (buffer.IsEmpty)
        {
            return;
        }

        Span<byte> last = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(last, NextBits());
        last[..buffer.Length].CopyTo(buffer);
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();

    /// <summary>Uniform in [0, <paramref name="range"/>), without the bias of a plain remainder; 0 for an empty range, as in <see cref="Random"/>.</summary>
    private ulong Below(ulong range)
    {
        if (range == 0)
        {
            return 0;
        }

        var high = Math.BigMul(NextBits(), range, out var low);
        if (low < range)
        {
            var threshold = (0UL - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(NextBits(), range, out low);
            }
        }

        return high;
    }
}
