using SupplyShockSim.Engine;

namespace SupplyShockSim.Policies.Controls;

/// <summary>Calendar months, quarters and years in the seconds of a run.</summary>
internal static class CalendarPeriods
{
    /// <summary>Second at which the calendar period that holds <paramref name="now"/> began; below zero where that was before the run.</summary>
    public static long Begin(QuotaPeriod period, DateTime start, long now)
    {
        var next = SimTime.FromSeconds(Next(period, start, now)).ToDate(start);
        return SimTime.FromDate(start, period switch
        {
            QuotaPeriod.Month => next.AddMonths(-1),
            QuotaPeriod.Quarter => next.AddMonths(-3),
            _ => next.AddYears(-1),
        }).Seconds;
    }

    /// <summary>Second at which the calendar period after the one that holds <paramref name="now"/> begins.</summary>
    public static long Next(QuotaPeriod period, DateTime start, long now)
    {
        var date = SimTime.FromSeconds(now).ToDate(start);
        var month = new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Unspecified);
        var next = period switch
        {
            QuotaPeriod.Month => month.AddMonths(1),
            QuotaPeriod.Quarter => month.AddMonths(3 - ((date.Month - 1) % 3)),
            _ => new DateTime(date.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
        };
        return SimTime.FromDate(start, next).Seconds;
    }
}
