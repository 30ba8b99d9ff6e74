namespace SupplyShockSim.Engine.Tests;

/// <summary>A handle means one event, from its scheduling to its end, and nothing afterwards.</summary>
public class CalendarHandleTests
{
    private static readonly SimTime Day = SimTime.FromDays(1);

    private readonly EventCalendar<int> _calendar = new();

    private void AssertStale(EventHandle h)
    {
        Assert.False(_calendar.IsPending(h));
        Assert.False(_calendar.Cancel(h));
        Assert.False(_calendar.Reschedule(h, Day, default));
        Assert.False(_calendar.TryGetTime(h, out var time));
        Assert.Equal(default, time);
    }

    [Fact]
    public void The_default_handle_names_no_event()
    {
        AssertStale(default);
        _calendar.Schedule(Day, default, 1);
        AssertStale(default);
        Assert.Equal(1, _calendar.Count);
    }

    [Fact]
    public void A_handle_tells_the_time_of_its_event_and_follows_it()
    {
        var h = _calendar.Schedule(Day, default, 1);
        Assert.True(_calendar.TryGetTime(h, out var time));
        Assert.Equal(Day, time);
        Assert.True(_calendar.Reschedule(h, SimTime.FromDays(9), new Phase(1)));
        Assert.True(_calendar.TryGetTime(h, out time));
        Assert.Equal(SimTime.FromDays(9), time);
        Assert.True(_calendar.Cancel(h));
        Assert.Equal(0, _calendar.Count);
        AssertStale(h);
    }

    [Fact]
    public void A_stale_handle_does_not_touch_the_next_tenant_of_its_slot()
    {
        var run = _calendar.Schedule(SimTime.Zero, default, 1);
        _calendar.TryPop(out _, out _, out _);
        var cancelled = _calendar.Schedule(Day, default, 2);
        Assert.Equal(run.Slot, cancelled.Slot);
        AssertStale(run);
        _calendar.Cancel(cancelled);
        var tenant = _calendar.Schedule(Day, default, 3);
        Assert.Equal(run.Slot, tenant.Slot);
        AssertStale(run);
        AssertStale(cancelled);
        Assert.True(_calendar.IsPending(tenant));
    }

    [Fact]
    public void Made_up_handles_name_no_event()
    {
        var h = _calendar.Schedule(Day, default, 1);
        _calendar.Cancel(h);
        // Every generation a free slot could be thought to have, and slots that hold no events at all.
        for (var generation = -3; generation <= 5; generation++)
        {
            AssertStale(h with { Generation = generation });
        }

        foreach (var slot in new[] { -1, 0, 1, int.MinValue, int.MaxValue })
        {
            AssertStale(new EventHandle(slot, 1));
        }
    }

    [Fact]
    public void Clearing_makes_all_handles_stale_and_starts_over()
    {
        var handles = Enumerable.Range(1, 100).Select(i => _calendar.Schedule(SimTime.FromDays(i % 7), default, i)).ToArray();
        _calendar.TryPop(out _, out _, out _);
        _calendar.TryPop(out _, out _, out _);
        _calendar.Clear();
        Assert.Equal((0, SimTime.Zero), (_calendar.Count, _calendar.Now));
        Assert.False(_calendar.TryPeek(out _, out _));
        foreach (var h in handles)
        {
            AssertStale(h);
        }

        _calendar.Schedule(SimTime.Zero, default, 7);
        Assert.True(_calendar.TryPop(out _, out _, out var e));
        Assert.Equal(7, e);
        foreach (var h in handles)
        {
            AssertStale(h);
        }
    }

    [Fact]
    public void A_slot_out_of_generations_retires()
    {
        // 2^30 tenants are too many to wait for, so the slot is aged by hand to its last but one.
        var first = _calendar.Schedule(Day, default, 1);
        _calendar.Cancel(first);
        _calendar.SetGeneration(first, int.MaxValue - 1);

        var last = _calendar.Schedule(Day, default, 2);
        Assert.Equal(new EventHandle(first.Slot, int.MaxValue), last);
        _calendar.Cancel(last);
        AssertStale(last);

        // The generation after the last would have been the first again: the slot gets no other tenant.
        for (var i = 0; i < 100; i++)
        {
            Assert.NotEqual(first.Slot, _calendar.Schedule(Day, default, i).Slot);
        }

        AssertStale(first);
        AssertStale(last);
        Assert.Equal(100, _calendar.Count);
    }
}
