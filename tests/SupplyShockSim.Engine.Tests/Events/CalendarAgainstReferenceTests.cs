namespace SupplyShockSim.Engine.Tests;

/// <summary>Millions of random schedules, cancellations, moves, pops and restores: the calendar and a sorted set agree on every answer.</summary>
public class CalendarAgainstReferenceTests
{
    private delegate long DelayLaw(Random random);

    private const long Day = SimDuration.SecondsPerDay;

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Whole_days_with_massive_ties(ulong seed) => Compare(seed, 400_000, 2_000, r => r.Next(0, 60) * Day);

    [Theory]
    [InlineData(4UL)]
    [InlineData(5UL)]
    public void Seconds_without_ties(ulong seed) => Compare(seed, 400_000, 2_000, r => (long)(-Math.Log(1 - r.NextDouble()) * 30 * Day));

    [Theory]
    [InlineData(6UL)]
    [InlineData(7UL)]
    public void Delays_of_every_magnitude(ulong seed) => Compare(seed, 300_000, 200, r => r.NextInt64(1L << r.Next(0, 49)));

    [Theory]
    [InlineData(8UL)]
    [InlineData(9UL)]
    public void Nearly_everything_at_the_same_instant(ulong seed) => Compare(seed, 300_000, 1_000, r => r.Next(0, 50) == 0 ? 1 : 0);

    [Theory]
    [InlineData(10UL)]
    [InlineData(11UL)]
    public void A_calendar_that_is_often_empty(ulong seed) => Compare(seed, 300_000, 3, r => r.Next(0, 3) * Day);

    [Theory]
    [InlineData(12UL)]
    [InlineData(13UL)]
    public void A_calendar_large_enough_to_fetch_ahead(ulong seed) =>
        Compare(seed, 300_000, 2_000, r => r.Next(0, 4) == 0 ? r.Next(0, 60) * Day : r.NextInt64(60 * Day), capacity: 40_000);

    /// <summary>A run that stops anywhere, mostly between events; whoever stopped it cancels what is next, and schedules from that very instant on.</summary>
    [Theory]
    [InlineData(14UL)]
    [InlineData(15UL)]
    [InlineData(16UL)]
    public void Runs_that_stop_anywhere(ulong seed)
    {
        var random = new RandomStreams(seed).Stream("calendar test");
        var reference = new ReferenceCalendar();
        var handles = new List<EventHandle>();
        var expected = new List<(long, byte, int)>();
        var simulation = new Simulation<int, Log>(new Log([]));
        for (var stop = 0; stop < 20_000; stop++)
        {
            var end = simulation.Now.Seconds + (random.Next(0, 3) == 0 ? 0 : random.NextInt64(1L << random.Next(1, 24)));
            simulation.RunUntil(new SimTime(end));
            while (reference.Peek() is { } next && next.Time <= end)
            {
                expected.Add(reference.Pop()!.Value);
            }

            if (reference.Peek() is { } first && random.Next(0, 2) == 0)
            {
                Assert.Equal(reference.Cancel(first.Id), simulation.Scheduler.Cancel(handles[first.Id]));
            }

            for (var i = random.Next(0, 4); i > 0; i--)
            {
                var time = end + (random.Next(0, 4) == 0 ? 0 : random.NextInt64(1L << random.Next(1, 26)));
                var phase = (byte)random.Next(0, 3);
                reference.Schedule(time, phase, handles.Count);
                handles.Add(simulation.Scheduler.Schedule(new SimTime(time), new Phase(phase), handles.Count));
            }
        }

        Assert.Equal(expected, simulation.Handler.Events);
        Assert.InRange(expected.Count, 10_000, 30_000);
    }

    private readonly struct Log(List<(long Time, byte Phase, int Event)> events) : IEventHandler<int>
    {
        public List<(long Time, byte Phase, int Event)> Events => events;

        public void Handle(Scheduler<int> scheduler, SimTime now, Phase phase, in int e) => events.Add((now.Seconds, phase.Value, e));
    }

    private static void Compare(ulong seed, int steps, int size, DelayLaw delay, int capacity = 16)
    {
        var random = new RandomStreams(seed).Stream("calendar test");
        var calendar = new EventCalendar<int>(capacity);
        var reference = new ReferenceCalendar();
        var handles = new List<EventHandle>();
        (CalendarSnapshot<int> Calendar, ReferenceCalendar Reference, int Handles)? saved = null;

        for (var step = 0; step < steps; step++)
        {
            var action = random.Next(0, 100);
            var time = calendar.Now.Seconds + delay(random);
            var phase = (byte)random.Next(0, 16);
            // Mostly a recent handle, pending or stale; sometimes one from long ago.
            var id = handles.Count == 0 ? -1 : random.Next(random.Next(0, 4) == 0 ? 0 : Math.Max(0, handles.Count - (2 * size)), handles.Count);
            if (action < (reference.Count < size ? 45 : 25))
            {
                var handle = calendar.Schedule(new SimTime(time), new Phase(phase), handles.Count);
                reference.Schedule(time, phase, handles.Count);
                handles.Add(handle);
            }
            else if (action < 60)
            {
                var popped = calendar.TryPop(out var t, out var p, out var e);
                Agree(reference.Pop(), popped ? (t.Seconds, p.Value, e) : null);
            }
            else if (action < 70)
            {
                if (id >= 0)
                {
                    Agree(reference.Cancel(id), calendar.Cancel(handles[id]));
                }
            }
            else if (action < 85)
            {
                if (id >= 0)
                {
                    Agree(reference.Reschedule(id, time, phase), calendar.Reschedule(handles[id], new SimTime(time), new Phase(phase)));
                }
            }
            else if (action < 92)
            {
                var expected = reference.Peek();
                var found = calendar.TryPeek(out var t, out var p);
                Agree(expected is { } e ? (e.Time, e.Phase) : null, found ? (t.Seconds, p.Value) : ((long, byte)?)null);
            }
            else if (action < 99)
            {
                if (id < 0)
                {
                    continue;
                }

                var pending = reference.TryGetTime(id, out var expected);
                Agree(pending, calendar.IsPending(handles[id]));
                Agree((pending, expected), (calendar.TryGetTime(handles[id], out var t), t.Seconds));
            }
            else if (random.Next(0, 20) == 0)
            {
                saved = (calendar.Snapshot(), reference.Clone(), handles.Count);
            }
            else if (saved is { } s && random.Next(0, 20) == 0)
            {
                calendar.Restore(s.Calendar);
                reference = s.Reference.Clone();
                handles.RemoveRange(s.Handles, handles.Count - s.Handles);
            }

            Agree(reference.Count, calendar.Count);
        }

        while (reference.Pop() is { } expected)
        {
            Assert.True(calendar.TryPop(out var t, out var p, out var e));
            Agree(expected, (t.Seconds, p.Value, e));
        }

        Assert.False(calendar.TryPop(out _, out _, out _));

        void Agree<T>(T expected, T actual) =>
            Assert.True(EqualityComparer<T>.Default.Equals(expected, actual), $"seed {seed}: expected {expected}, got {actual}");
    }
}
