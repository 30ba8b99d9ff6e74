namespace SupplyShockSim.Engine;

/// <summary>
/// The place of an event among those of the same instant: 0 to 15, lower first. A model names its phases once;
/// events of equal time and phase run in the order in which they were scheduled.
/// </summary>
public readonly record struct Phase : IComparable<Phase>
{
    /// <summary>The number of phases an instant has.</summary>
    public const int Count = 16;

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is above 15.</exception>
    public Phase(byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, Count);
        Value = value;
    }

    private Phase(byte value, bool isKnown) => Value = value;

    public byte Value { get; }

    /// <summary>For a value that is known to be below <see cref="Count"/>.</summary>
    internal static Phase Unchecked(uint value) => new((byte)value, isKnown: true);

    public int CompareTo(Phase other) => Value.CompareTo(other.Value);

    public static bool operator <(Phase a, Phase b) => a.Value < b.Value;
    public static bool operator >(Phase a, Phase b) => a.Value > b.Value;
    public static bool operator <=(Phase a, Phase b) => a.Value <= b.Value;
    public static bool operator >=(Phase a, Phase b) => a.Value >= b.Value;
}
