using SupplyShockSim.Engine;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>
/// The hold model on this engine: each event schedules its successor. Dispatch through <see cref="Simulation{TEvent, THandler}"/>, handles kept, trace hash
/// on.
/// </summary>
internal sealed class HoldOnCalendar
{
    private readonly Simulation<Work, Handler> _simulation;
    private readonly double _secondsPerEvent;

    public HoldOnCalendar(long[] delays, int pending)
    {
        _secondsPerEvent = Delays.SecondsPerEvent(delays, pending);
        _simulation = new Simulation<Work, Handler>(new Handler(delays, new EventHandle[pending]), pending);
        for (var i = 0; i < pending; i++)
        {
            _simulation.Handler.Start(_simulation.Scheduler, i);
        }
    }

    public SimTime Now => _simulation.Now;

    public long EventCount => _simulation.EventCount;

    /// <summary>Runs about so many events (<see cref="Delays.SecondsPerEvent"/>) and returns a checksum of all run so far.</summary>
    public long Run(int events)
    {
        _simulation.RunUntil(_simulation.Now + new SimDuration((long)(events * _secondsPerEvent)));
        return _simulation.Handler.Checksum;
    }

    private struct Handler(long[] delays, EventHandle[] handles) : IEventHandler<Work>
    {
        private int _draw;

        public long Checksum;

        public void Start(Scheduler<Work> scheduler, int i) =>
            handles[i] = scheduler.Schedule(Next(SimTime.Zero), new Phase((byte)(i & 3)), new Work(i & 3, i));

        public void Handle(Scheduler<Work> scheduler, SimTime now, Phase phase, in Work e)
        {
            Checksum = (Checksum * 31) + now.Seconds + e.Target;
            handles[e.Target] = scheduler.Schedule(Next(now), phase, e);
        }

        private SimTime Next(SimTime now) => new(now.Seconds + delays[_draw++ & (Delays.Count - 1)]);
    }
}
