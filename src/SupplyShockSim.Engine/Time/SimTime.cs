using System.Globalization;

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

    /// <summary>The instant that a date is when the simulation starts at another, both in the same zone; parts of a second are dropped downwards.</summary>
    public static SimTime FromDate(DateTime start, DateTime date) =>
        new((long)Math.Floor((date.Ticks - start.Ticks) / (decimal)TimeSpan.TicksPerSecond));

    /// <summary>The date of this instant when the simulation starts at <paramref name="start"/>.</summary>
    /// <exception cref="OverflowException">The calendar of dates, years 1 to 9999, does not reach it.</exception>
    public DateTime ToDate(DateTime start)
    {
        var ticks = start.Ticks + ((Int128)Seconds * TimeSpan.TicksPerSecond);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            throw new OverflowException($"{this} after {start.ToString("O", CultureInfo.InvariantCulture)} is outside the years 1 to 9999.");
        }

        return new DateTime((long)ticks, start.Kind);
    }

    public int CompareTo(SimTime other) => Seconds.CompareTo(other.Seconds);

    /// <summary>Days and time of day since the start, such as <c>12 d 06:30:00</c>; <c>never</c> for <see cref="MaxValue"/>.</summary>
    public override string ToString() => this == MaxValue ? "never" : new SimDuration(Seconds).ToString();

    public static SimTime operator +(SimTime t, SimDuration d) => new(checked(t.Seconds + d.Seconds));
    public static SimTime operator -(SimTime t, SimDuration d) => new(checked(t.Seconds - d.Seconds));
    public static SimDuration operator -(SimTime a, SimTime b) => new(checked(a.Seconds - b.Seconds));
    public static bool operator <(SimTime a, SimTime b) => a.Seconds < b.Seconds;
    public static bool operator >(SimTime a, SimTime b) => a.Seconds > b.Seconds;
    public static bool operator <=(SimTime a, SimTime b) => a.Seconds <= b.Seconds;
    public static bool operator >=(SimTime a, SimTime b) => a.Seconds >= b.Seconds;
}
