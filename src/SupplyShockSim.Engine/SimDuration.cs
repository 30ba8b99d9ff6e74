namespace SupplyShockSim.Engine;

/// <summary>A span of simulated time in whole seconds; may be negative. Arithmetic is overflow-checked.</summary>
public readonly record struct SimDuration(long Seconds) : IComparable<SimDuration>
{
    public const long SecondsPerDay = 86_400;

    public static SimDuration Zero => default;

    /// <summary>The longest span: stands for "never ends".</summary>
    public static SimDuration MaxValue => new(long.MaxValue);

    /// <summary>The span as days with decimals.</summary>
    public double Days => Seconds / (double)SecondsPerDay;

    public static SimDuration FromSeconds(long seconds) => new(seconds);

    /// <summary>Whole or fractional days, rounded to the nearest second.</summary>
    /// <exception cref="OverflowException">The span does not fit into 64 bits of seconds, or is not a number.</exception>
    public static SimDuration FromDays(double days) => new(checked((long)Math.Round(days * SecondsPerDay)));

    public int CompareTo(SimDuration other) => Seconds.CompareTo(other.Seconds);

    public static SimDuration operator +(SimDuration a, SimDuration b) => new(checked(a.Seconds + b.Seconds));
    public static SimDuration operator -(SimDuration a, SimDuration b) => new(checked(a.Seconds - b.Seconds));
    public static bool operator <(SimDuration a, SimDuration b) => a.Seconds < b.Seconds;
    public static bool operator >(SimDuration a, SimDuration b) => a.Seconds > b.Seconds;
    public static bool operator <=(SimDuration a, SimDuration b) => a.Seconds <= b.Seconds;
    public static bool operator >=(SimDuration a, SimDuration b) => a.Seconds >= b.Seconds;
}
