namespace SupplyShockSim.Engine.Tests;

/// <summary>Once its calendar is large enough, a run allocates nothing: not one byte in 100,000 events.</summary>
public class AllocationTests
{
    private struct Hold(RandomStream random, EventHandle[] handles, long unitSeconds) : IEventHandler<long>
    {
        public void Handle(Scheduler<long> scheduler, SimTime now, Phase phase, in long e)
        {
            handles[e] = Schedule(scheduler, now, e);
            var other = random.Next(handles.Length);
            if (scheduler.Cancel(handles[other]))
            {
                handles[other] = Schedule(scheduler, now, other);
            }

            scheduler.Reschedule(handles[random.Next(handles.Length)], Later(now), phase);
        }

        public readonly EventHandle Schedule(Scheduler<long> scheduler, SimTime now, long e) => scheduler.Schedule(Later(now), new Phase((byte)(e & 7)), e);

        private readonly SimTime Later(SimTime now) => now + new SimDuration(unitSeconds * random.NextInt64(1, 60));
    }

    [Theory]
    [InlineData(86_400)]
    [InlineData(43_211)]
    public void Events_allocate_nothing(long unitSeconds)
    {
        const int Pending = 1_000;
        var handles = new EventHandle[Pending];
        var simulation = new Simulation<long, Hold>(new Hold(new RandomStreams(3).Stream("hold"), handles, unitSeconds), Pending);
        for (var i = 0; i < Pending; i++)
        {
            handles[i] = simulation.Handler.Schedule(simulation.Scheduler, SimTime.Zero, i);
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
