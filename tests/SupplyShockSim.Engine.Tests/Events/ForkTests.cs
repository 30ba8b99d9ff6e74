namespace SupplyShockSim.Engine.Tests;

/// <summary>A run that is saved, led astray and restored ends like one that never was.</summary>
public class ForkTests
{
    private const int Targets = 500;

    /// <summary>Each event reschedules itself, moves one other and replaces a third, all drawn at random.</summary>
    private struct Model(RandomStream random, EventHandle[] handles) : IEventHandler<int>
    {
        public readonly EventHandle[] Handles => handles;

        public void Handle(Scheduler<int> scheduler, SimTime now, Phase phase, in int e)
        {
            handles[e] = scheduler.Schedule(Later(now), phase, e);
            scheduler.Reschedule(handles[random.Next(Targets)], Later(now), new Phase((byte)random.Next(16)));
            var third = random.Next(Targets);
            if (scheduler.Cancel(handles[third]))
            {
                handles[third] = scheduler.Schedule(Later(now), phase, third);
            }
        }

        public readonly SimTime Later(SimTime now) => now + new SimDuration(random.Next(0, 20) * 3_600L);
    }

    private static (Simulation<int, Model> Simulation, RandomStreams Streams) Start()
    {
        var streams = new RandomStreams(99);
        var simulation = new Simulation<int, Model>(new Model(streams.Stream("model"), new EventHandle[Targets]));
        for (var i = 0; i < Targets; i++)
        {
            simulation.Handler.Handles[i] = simulation.Scheduler.Schedule(simulation.Handler.Later(SimTime.Zero), default, i);
        }

        return (simulation, streams);
    }

    [Fact]
    public void A_forked_run_equals_an_unforked_one()
    {
        var (plain, _) = Start();
        plain.RunUntil(SimTime.FromDays(20));

        var (forked, streams) = Start();
        forked.RunUntil(SimTime.FromDays(5));
        var saved = (Simulation: forked.Snapshot(), Streams: streams.Snapshot(), Handles: (EventHandle[])forked.Handler.Handles.Clone());
        Assert.Equal((forked.Now, forked.EventCount, forked.TraceHash), (saved.Simulation.Now, saved.Simulation.EventCount, saved.Simulation.TraceHash));

        var ends = new List<(ulong, long, SimTime, int)>();
        for (var branch = 0; branch < 3; branch++)
        {
            // The second branch is led astray by an event that the others do not have.
            if (branch == 1)
            {
                forked.Scheduler.Schedule(SimTime.FromDays(6), default, 0);
            }

            forked.RunUntil(SimTime.FromDays(20));
            ends.Add((forked.TraceHash, forked.EventCount, forked.Now, forked.PendingCount));
            forked.Restore(saved.Simulation);
            streams.Restore(saved.Streams);
            saved.Handles.CopyTo(forked.Handler.Handles, 0);
        }

        Assert.Equal((plain.TraceHash, plain.EventCount, plain.Now, plain.PendingCount), ends[0]);
        Assert.Equal(ends[0], ends[2]);
        Assert.NotEqual(ends[0].Item1, ends[1].Item1);
        Assert.Equal(SimTime.FromDays(5), forked.Now);
    }
}
