using System.Globalization;

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

    /// <summary>
    /// Days and time of day, such as <c>12 d</c>, <c>12 d 06:30:00</c> or <c>-1 d 12:00:00</c> (a day and a half back); <c>forever</c> for
    /// <see cref="MaxValue"/>.
    /// </summary>
    public override string ToString()
    {
        if (this == MaxValue)
        {
            return "forever";
        }
        // Unsigned, because the magnitude of the most negative span does not fit into a long.
        var magnitude = Seconds < 0 ? 0UL - (ulong)Seconds : (ulong)Seconds;
        var (days, seconds) = Math.DivRem(magnitude, (ulong)SecondsPerDay);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(Seconds < 0 ? "-" : "")}{days} d");
        return seconds == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $" {seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    public static SimDuration operator +(SimDuration a, SimDuration b) => new(checked(a.Seconds + b.Seconds));
    public static SimDuration operator -(SimDuration a, SimDuration b) => new(checked(a.Seconds - b.Seconds));
    public static SimDuration operator -(SimDuration d) => new(checked(-d.Seconds));
    public static SimDuration operator *(SimDuration d, long factor) => new(checked(d.Seconds * factor));
    public static bool operator <(SimDuration a, SimDuration b) => a.Seconds < b.Seconds;
    public static bool operator >(SimDuration a, SimDuration b) => a.Seconds > b.Seconds;
    public static bool operator <=(SimDuration a, SimDuration b) => a.Seconds <= b.Seconds;
    public static bool operator >=(SimDuration a, SimDuration b) => a.Seconds >= b.Seconds;
}
