namespace SupplyShockSim.Engine.Tests;

/// <summary>The total order (time, phase, sequence), in the situations in which simulators have been seen to lose it.</summary>
public class CalendarOrderTests
{
    private static readonly SimTime Day = SimTime.FromDays(1);

    private static List<int> PopAll(EventCalendar<int> calendar)
    {
        var order = new List<int>();
        while (calendar.TryPop(out _, out _, out var e))
        {
            order.Add(e);
        }

        return order;
    }

    [Fact]
    public void Thousands_of_events_of_one_instant_keep_their_order_while_the_calendar_grows()
    {
        // 5,000 passes every size at which the slots grow (512, 1024, 2048, 4096), starting from as little room as there can be.
        var calendar = new EventCalendar<int>(0);
        for (var i = 0; i < 5_000; i++)
        {
            calendar.Schedule(Day, default, i);
        }

        Assert.Equal(Enumerable.Range(0, 5_000), PopAll(calendar));
    }

    [Fact]
    public void They_keep_it_when_every_third_is_cancelled_and_the_slots_are_used_again()
    {
        var calendar = new EventCalendar<int>();
        var handles = Enumerable.Range(0, 3_000).Select(i => calendar.Schedule(Day, default, i)).ToArray();
        for (var i = 0; i < 3_000; i += 3)
        {
            Assert.True(calendar.Cancel(handles[i]));
        }

        for (var i = 3_000; i < 5_000; i++)
        {
            calendar.Schedule(Day, default, i);
        }

        var expected = Enumerable.Range(0, 5_000).Where(i => i >= 3_000 || i % 3 != 0);
        Assert.Equal(expected, PopAll(calendar));
    }

    [Fact]
    public void They_keep_it_through_snapshot_and_restore_into_a_smaller_calendar()
    {
        var calendar = new EventCalendar<int>();
        for (var i = 0; i < 2_000; i++)
        {
            calendar.Schedule(Day, default, i);
        }

        var other = new EventCalendar<int>();
        other.Schedule(SimTime.Zero, default, -1);
        other.Restore(calendar.Snapshot());
        for (var i = 2_000; i < 3_000; i++)
        {
            other.Schedule(Day, default, i);
        }

        Assert.Equal(Enumerable.Range(0, 3_000), PopAll(other));
        Assert.Equal(Enumerable.Range(0, 2_000), PopAll(calendar));
    }

    [Fact]
    public void They_keep_it_when_scheduled_from_different_instants()
    {
        // The events of day 100 are scheduled on days 0 to 99, so they lie on different wheels until then; each day pops one marker.
        var calendar = new EventCalendar<int>();
        for (var day = 0; day < 100; day++)
        {
            calendar.Schedule(SimTime.FromDays(day), default, -1);
        }

        var scheduled = 0;
        while (scheduled < 1_500)
        {
            calendar.TryPop(out _, out _, out _);
            for (var k = 0; k < 15; k++)
            {
                calendar.Schedule(SimTime.FromDays(100), default, scheduled++);
            }
        }

        Assert.Equal(Enumerable.Range(0, 1_500), PopAll(calendar));
    }

    [Fact]
    public void Time_then_phase_then_sequence()
    {
        var calendar = new EventCalendar<int>();
        calendar.Schedule(Day, new Phase(2), 5);
        calendar.Schedule(Day, new Phase(1), 3);
        calendar.Schedule(SimTime.FromDays(2), new Phase(0), 7);
        calendar.Schedule(Day, new Phase(2), 6);
        calendar.Schedule(Day, new Phase(1), 4);
        calendar.Schedule(SimTime.Zero, new Phase(15), 2);
        calendar.Schedule(SimTime.Zero, new Phase(0), 1);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], PopAll(calendar));
    }

    [Fact]
    public void An_event_of_the_present_in_a_lower_phase_runs_next()
    {
        var calendar = new EventCalendar<int>();
        calendar.Schedule(Day, new Phase(3), 1);
        calendar.Schedule(Day, new Phase(3), 4);
        calendar.TryPop(out _, out _, out _);
        calendar.Schedule(Day, new Phase(3), 5);
        calendar.Schedule(Day, new Phase(1), 2);
        calendar.Schedule(Day, new Phase(2), 3);
        Assert.Equal([2, 3, 4, 5], PopAll(calendar));
    }

    [Fact]
    public void A_moved_event_goes_to_the_end_of_its_queue_even_when_it_stays_where_it_is()
    {
        var calendar = new EventCalendar<int>();
        var first = calendar.Schedule(Day, default, 3);
        calendar.Schedule(Day, default, 1);
        calendar.Schedule(Day, default, 2);
        Assert.True(calendar.Reschedule(first, Day, default));
        Assert.Equal([1, 2, 3], PopAll(calendar));
    }

    [Fact]
    public void Peek_shows_what_pop_takes_and_changes_nothing()
    {
        var calendar = new EventCalendar<int>();
        Assert.False(calendar.TryPeek(out _, out _));
        var first = calendar.Schedule(Day, new Phase(4), 1);
        calendar.Schedule(SimTime.FromDays(3), new Phase(2), 2);
        Assert.True(calendar.TryPeek(out var time, out var phase));
        Assert.Equal((Day, new Phase(4), 2, SimTime.Zero), (time, phase, calendar.Count, calendar.Now));
        calendar.Cancel(first);
        Assert.True(calendar.TryPeek(out time, out phase));
        Assert.Equal((SimTime.FromDays(3), new Phase(2)), (time, phase));
        // What was peeked at does not bound what may still be scheduled.
        calendar.Schedule(SimTime.FromSeconds(1), default, 3);
        Assert.Equal([3, 2], PopAll(calendar));
    }

    [Fact]
    public void The_last_schedulable_instant_can_be_scheduled()
    {
        var calendar = new EventCalendar<int>();
        calendar.Schedule(EventCalendar<int>.LastSchedulable, new Phase(15), 2);
        calendar.Schedule(SimTime.Zero, default, 1);
        Assert.Equal([1, 2], PopAll(calendar));
        Assert.Equal(EventCalendar<int>.LastSchedulable, calendar.Now);
    }
}
