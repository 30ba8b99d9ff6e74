using SupplyShockSim.Engine;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Policies.Controls;

/// <summary>The days of a week on which offices work.</summary>
public enum WorkWeek
{
    /// <summary>Five days: most of the world.</summary>
    MondayToFriday,

    /// <summary>Six days.</summary>
    MondayToSaturday,

    /// <summary>Five days: some countries of the Near East.</summary>
    SundayToThursday,
}

/// <summary>Counts workdays: the days of a week that are worked, less holidays, each from midnight to midnight.</summary>
/// <param name="start">The calendar date and time of the run's second 0.</param>
/// <param name="week">The days that are worked.</param>
/// <param name="holidays">Dates that are not.</param>
internal sealed class WorkCalendar(DateTime start, WorkWeek week, IEnumerable<DateTime> holidays)
{
    private readonly HashSet<DateTime> _holidays = [.. holidays.Select(h => h.Date)];

    /// <summary>Days in a week for each of its workdays: what a mean in workdays is multiplied by to be one in days.</summary>
    public double DaysPerWorkday => week == WorkWeek.MondayToSaturday ? 7 / 6.0 : 7 / 5.0;

    /// <summary>The second at which so many workdays have passed, a part of one counting as that part of its 24 hours.</summary>
    /// <param name="now">The second from which they are counted.</param>
    /// <param name="workdays">How many; none pass at once.</param>
    public long After(long now, double workdays)
    {
        // What no run lives to see need not be counted day by day.
        if (workdays > LongestTimes.Horizon.Days)
        {
            return now + SimDuration.FromDays(workdays).Seconds;
        }

        var left = SimDuration.FromDays(workdays).Seconds;
        var at = SimTime.FromSeconds(now).ToDate(start);
        while (left > 0)
        {
            var midnight = at.Date.AddDays(1);
            var rest = (long)(midnight - at).TotalSeconds;
            if (IsWorked(at.Date))
            {
                if (left <= rest)
                {
                    return SimTime.FromDate(start, at.AddSeconds(left)).Seconds;
                }

                left -= rest;
            }

            at = midnight;
        }

        return now;
    }

    private bool IsWorked(DateTime day) => !_holidays.Contains(day) && (week switch
    {
        WorkWeek.MondayToFriday => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        WorkWeek.MondayToSaturday => day.DayOfWeek != DayOfWeek.Sunday,
        _ => day.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday),
    });
}
