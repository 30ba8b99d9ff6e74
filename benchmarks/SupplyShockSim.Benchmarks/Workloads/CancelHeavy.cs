using SupplyShockSim.Engine;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>
/// A model whose predictions keep changing: per step one event runs, one other is cancelled and two are scheduled. The cancelled one
/// is drawn by a fixed sequence among the pending.
/// </summary>
internal sealed class CancelHeavy
{
    private readonly Simulation<Work, Handler> _simulation;
    private readonly double _secondsPerEvent;

    public CancelHeavy(long[] delays, int pending)
    {
        _secondsPerEvent = Delays.SecondsPerEvent(delays, pending);
        _simulation = new Simulation<Work, Handler>(new Handler(delays, new EventHandle[pending]), pending);
        for (var i = 0; i < pending; i++)
        {
            _simulation.Handler.Schedule(_simulation.Scheduler, SimTime.Zero, i);
        }
    }

    /// <summary>
    /// Runs about so many steps (<see cref="Delays.SecondsPerEvent"/>; exponential delays have no memory, so cancelling does not change the rate) and
    /// returns a checksum of all run so far.
    /// </summary>
    public long Run(int steps)
    {
        _simulation.RunUntil(_simulation.Now + new SimDuration((long)(steps * _secondsPerEvent)));
        return _simulation.Handler.Checksum;
    }

    private struct Handler(long[] delays, EventHandle[] handles) : IEventHandler<Work>
    {
        private int _draw;
        private uint _pick = 1;

        public long Checksum;

        public void Schedule(Scheduler<Work> scheduler, SimTime now, int i) =>
            handles[i] = scheduler.Schedule(new SimTime(now.Seconds + delays[_draw++ & (Delays.Count - 1)]), new Phase((byte)(i & 3)), new Work(i & 3, i));

        public void Handle(Scheduler<Work> scheduler, SimTime now, Phase phase, in Work e)
        {
            Schedule(scheduler, now, e.Target);
            _pick = (_pick * 1_664_525) + 1_013_904_223;
            var other = (int)(((ulong)_pick * (ulong)handles.Length) >> 32);
            Checksum = (Checksum * 31) + now.Seconds + e.Target + (scheduler.Cancel(handles[other]) ? 1 : 0);
            Schedule(scheduler, now, other);
        }
    }
}
