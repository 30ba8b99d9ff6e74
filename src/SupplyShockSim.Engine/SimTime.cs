namespace SupplyShockSim.Engine;

/// <summary>
/// An instant: whole seconds since the start of the simulation. Integers make equal times equal, so that
/// simultaneous events are simultaneous. Arithmetic is overflow-checked.
/// </summary>
public readonly record struct SimTime(long Seconds) : IComparable<SimTime>
{
    /// <summary>The start of the simulation.</summary>
    public static SimTime Zero => default;

    /// <summary>Later than anything that can be scheduled: stands for "never".</summary>
    public static SimTime MaxValue => new(long.MaxValue);

    /// <summary>Days since the start, with decimals.</summary>
    public double Days => Seconds / (double)SimDuration.SecondsPerDay;

    public static SimTime FromSeconds(long seconds) => new(seconds);

    /// <summary>Whole or fractional days since the start, rounded to the nearest second.</summary>
    /// <exception cref="OverflowException">The instant does not fit into 64 bits of seconds, or is not a number.</exception>
    public static SimTime FromDays(double days) => SimTime.Zero + SimDuration.FromDays(days);

    public int CompareTo(SimTime other) => Seconds.CompareTo(other.Seconds);

    public static SimTime operator +(SimTime t, SimDuration d) => new(checked(t.Seconds + d.Seconds));
    public static SimTime operator -(SimTime t, SimDuration d) => new(checked(t.Seconds - d.Seconds));
    public static SimDuration operator -(SimTime a, SimTime b) => new(checked(a.Seconds - b.Seconds));
    public static bool operator <(SimTime a, SimTime b) => a.Seconds < b.Seconds;
    public static bool operator >(SimTime a, SimTime b) => a.Seconds > b.Seconds;
    public static bool operator <=(SimTime a, SimTime b) => a.Seconds <= b.Seconds;
    public static bool operator >=(SimTime a, SimTime b) => a.Seconds >= b.Seconds;
}
