namespace SupplyShockSim.Engine.Tests;

/// <summary>Once its calendar is large enough, a run allocates nothing: not one byte in 100,000 events.</summary>
public class AllocationTests
{
    private struct Hold(EventCalendar<long> calendar, RandomStream random, EventHandle[] handles, long unitSeconds) : IEventHandler<long>
    {
        public void Handle(SimTime now, Phase phase, in long e)
        {
            handles[e] = Schedule(now, e);
            var other = random.Next(handles.Length);
            if (calendar.Cancel(handles[other]))
            {
                handles[other] = Schedule(now, other);
            }

            calendar.Reschedule(handles[random.Next(handles.Length)], Later(now), phase);
        }

        public readonly EventHandle Schedule(SimTime now, long e) => calendar.Schedule(Later(now), new Phase((byte)(e & 7)), e);

        private readonly SimTime Later(SimTime now) => now + new SimDuration(unitSeconds * random.NextInt64(1, 60));
    }

    [Theory]
    [InlineData(86_400)]
    [InlineData(43_211)]
    public void Events_allocate_nothing(long unitSeconds)
    {
        const int Pending = 1_000;
        var calendar = new EventCalendar<long>(Pending);
        var handles = new EventHandle[Pending];
        var simulation = new Simulation<long, Hold>(calendar, new Hold(calendar, new RandomStreams(3).Stream("hold"), handles, unitSeconds));
        for (var i = 0; i < Pending; i++)
        {
            handles[i] = simulation.Handler.Schedule(SimTime.Zero, i);
        }

        Run(simulation, 10_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(simulation, 100_000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(110_000, simulation.EventCount);
    }

    private static void Run(Simulation<long, Hold> simulation, int events)
    {
        for (var i = 0; i < events; i++)
        {
            simulation.Step();
        }
    }
}
