namespace SupplyShockSim.Engine.Tests;

public class SimulationTests
{
    /// <summary>Writes down what it is given, and schedules <c>Child</c> when told.</summary>
    private readonly struct Recorder(List<(long Time, byte Phase, int Event)> log, Action<SimTime, int>? onEvent = null)
        : IEventHandler<int>
    {
        public void Handle(Scheduler<int> scheduler, SimTime now, Phase phase, in int e)
        {
            log.Add((now.Seconds, phase.Value, e));
            onEvent?.Invoke(now, e);
        }
    }

    private Scheduler<int> _scheduler;
    private readonly List<(long Time, byte Phase, int Event)> _log = [];

    private Simulation<int, Recorder> Start(Action<SimTime, int>? onEvent = null)
    {
        var simulation = new Simulation<int, Recorder>(new Recorder(_log, onEvent));
        _scheduler = simulation.Scheduler;
        return simulation;
    }

    private void Schedule(long seconds, int e, byte phase = 0) => _scheduler.Schedule(new SimTime(seconds), new Phase(phase), e);

    [Fact]
    public void Run_until_runs_what_is_due_and_leaves_the_clock_at_the_end()
    {
        var simulation = Start();
        Schedule(10, 1);
        Schedule(20, 2);
        Schedule(20, 3, phase: 1);
        Schedule(21, 4);
        Assert.Equal(3, simulation.RunUntil(new SimTime(20)));
        Assert.Equal([(10, 0, 1), (20, 0, 2), (20, 1, 3)], _log);
        Assert.Equal((new SimTime(20), 3L, 1), (simulation.Now, simulation.EventCount, simulation.PendingCount));
        Assert.Equal(0, simulation.RunUntil(new SimTime(20)));
        Assert.Equal(1, simulation.RunUntil(new SimTime(1_000_000)));
        Assert.Equal(new SimTime(1_000_000), simulation.Now);
        Assert.Equal(0, simulation.RunUntil(SimTime.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.RunUntil(new SimTime(5)));
    }

    [Fact]
    public void Between_the_last_event_and_the_end_of_a_run_anything_can_be_scheduled_from_the_end_on()
    {
        var simulation = Start();
        Schedule(1_000_000, 9);
        simulation.RunUntil(new SimTime(500));
        Assert.Throws<ArgumentOutOfRangeException>(() => Schedule(499, 0));
        Schedule(500, 1);
        Schedule(501, 2);
        simulation.RunUntil(new SimTime(2_000_000));
        Assert.Equal([(500, 0, 1), (501, 0, 2), (1_000_000, 0, 9)], _log);
    }

    [Fact]
    public void A_cancelled_earliest_event_does_not_drag_later_ones_forward()
    {
        // 300 and 301 s share a bucket of the wheel seen from 0; when 300 goes, the bound of the bucket is no longer a key in it.
        var simulation = Start();
        var first = _scheduler.Schedule(new SimTime(300), default, 1);
        Schedule(302, 3);
        Schedule(303, 4);
        _scheduler.Cancel(first);
        Assert.Equal(0, simulation.RunUntil(new SimTime(301)));
        Schedule(301, 2);
        simulation.RunUntil(new SimTime(400));
        Assert.Equal([(301, 0, 2), (302, 0, 3), (303, 0, 4)], _log);
    }

    [Fact]
    public void A_handler_may_schedule_for_now_in_any_phase_and_not_for_the_past()
    {
        Exception? error = null;
        var simulation = Start((now, e) =>
        {
            if (e != 1)
            {
                return;
            }

            _scheduler.Schedule(now, new Phase(7), 3);
            _scheduler.Schedule(now, new Phase(2), 2);
            error = Record.Exception(() => _scheduler.Schedule(now - new SimDuration(1), default, 4));
        });
        Schedule(100, 1, phase: 5);
        simulation.RunUntil(new SimTime(100));
        Assert.Equal([(100, 5, 1), (100, 2, 2), (100, 7, 3)], _log);
        Assert.IsType<ArgumentOutOfRangeException>(error);
    }

    [Fact]
    public void Step_runs_one_event_and_step_instant_all_of_an_instant()
    {
        var simulation = Start((now, e) =>
        {
            if (e == 2)
            {
                _scheduler.Schedule(now, default, 4);
            }
        });
        Schedule(10, 1);
        Schedule(10, 2);
        Schedule(10, 3);
        Schedule(11, 5);
        Assert.True(simulation.Step());
        Assert.Single(_log);
        simulation.RunUntil(new SimTime(10));
        Assert.Equal([1, 2, 3, 4], _log.Select(l => l.Event));
        Assert.True(simulation.Step());
        Assert.False(simulation.Step());
        Assert.Equal(new SimTime(11), simulation.Now);
    }

    [Fact]
    public void A_token_stops_a_run_that_can_be_continued()
    {
        using var source = new CancellationTokenSource();
        var simulation = Start((now, e) =>
        {
            if (e == 100)
            {
                source.Cancel();
            }
        });
        for (var i = 0; i < 10_000; i++)
        {
            Schedule(i, i);
        }

        Assert.Throws<OperationCanceledException>(() => simulation.RunUntil(new SimTime(9_999), source.Token));
        Assert.InRange(simulation.EventCount, 101, 101 + 1024);
        Assert.Equal(new SimTime(simulation.EventCount - 1), simulation.Now);
        Assert.Equal(10_000 - simulation.EventCount, simulation.RunUntil(new SimTime(9_999)));
        Assert.Equal(Enumerable.Range(0, 10_000), _log.Select(l => l.Event));
    }

    [Fact]
    public void A_run_that_does_not_advance_is_stopped()
    {
        var simulation = Start((now, e) => _scheduler.Schedule(now, default, e));
        simulation.MaxEventsPerInstant = 50;
        Schedule(3, 1);
        var error = Assert.Throws<InvalidOperationException>(() => simulation.RunUntil(new SimTime(10)));
        Assert.Contains("does not advance: more than 50 events at 0 d 00:00:03", error.Message, StringComparison.Ordinal);
        Assert.Equal(50, _log.Count);
    }

    [Fact]
    public void The_limit_is_per_instant()
    {
        var simulation = Start();
        simulation.MaxEventsPerInstant = 2;
        foreach (var t in new[] { 0, 0, 1, 1, 2, 2 })
        {
            Schedule(t, t);
        }

        Assert.Equal(6, simulation.RunUntil(new SimTime(2)));
    }

    [Fact]
    public void The_handler_is_handed_the_calendar_of_its_own_simulation()
    {
        var (one, other) = (new Simulation<int, Follower>(default), new Simulation<int, Follower>(default));
        one.Scheduler.Schedule(new SimTime(1), default, 3);
        Assert.Equal(4, one.RunUntil(new SimTime(9)));
        Assert.Equal((0, 0L), (other.PendingCount, other.EventCount));
    }

    [Fact]
    public void What_is_missing_is_said() => Assert.Throws<ArgumentNullException>(() => Start().Restore(null!));

    /// <summary>Each event is followed by the next lower number, down to zero.</summary>
    private readonly struct Follower : IEventHandler<int>
    {
        public void Handle(Scheduler<int> scheduler, SimTime now, Phase phase, in int e)
        {
            if (e > 0)
            {
                scheduler.Schedule(now + new SimDuration(1), phase, e - 1);
            }
        }
    }
}
