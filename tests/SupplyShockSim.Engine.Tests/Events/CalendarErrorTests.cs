namespace SupplyShockSim.Engine.Tests;

public class CalendarErrorTests
{
    private readonly EventCalendar<int> _calendar = new();

    [Fact]
    public void The_past_cannot_be_scheduled()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.Schedule(new SimTime(-1), default, 1));
        _calendar.Schedule(new SimTime(10), default, 1);
        var later = _calendar.Schedule(new SimTime(20), default, 2);
        _calendar.TryPop(out _, out _, out _);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.Schedule(new SimTime(9), default, 3));
        Assert.Contains("in the past: the clock stands at 0 d 00:00:10", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.Schedule(new SimTime(long.MinValue), default, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.Reschedule(later, new SimTime(9), default));
        // The failed move left the event where it was.
        Assert.True(_calendar.TryGetTime(later, out var time));
        Assert.Equal((new SimTime(20), 1), (time, _calendar.Count));
    }

    [Fact]
    public void Never_cannot_be_scheduled()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.Schedule(SimTime.MaxValue, default, 1));
        Assert.Contains("an event that never happens is not scheduled", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => _calendar.Schedule(EventCalendar<int>.LastSchedulable + new SimDuration(1), default, 1));
        Assert.Equal(0, _calendar.Count);
    }

    [Fact]
    public void Bad_arguments()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventCalendar<int>(-1));
        Assert.Throws<ArgumentNullException>(() => _calendar.Restore(null!));
    }
}
