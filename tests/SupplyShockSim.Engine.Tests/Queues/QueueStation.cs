namespace SupplyShockSim.Engine.Tests;

public enum QueueEvent { Arrival, Departure }

/// <summary>Poisson arrivals, some servers, first come first served; the mean service lasts one day, so that rounding to seconds is negligible.</summary>
internal struct QueueStation(RandomStreams streams, double load, int servers, bool exponentialService)
    : IEventHandler<QueueEvent>
{
    private readonly Queue<SimTime> _waiting = new();
    private int _busy;

    public double DaysWaited { get; private set; }

    public int Served { get; private set; }

    public void Handle(Scheduler<QueueEvent> scheduler, SimTime now, Phase phase, in QueueEvent e)
    {
        if (e == QueueEvent.Arrival)
        {
            _waiting.Enqueue(now);
            scheduler.Schedule(now + SimDuration.FromDays(Exponential("arrivals") / (load * servers)), phase, QueueEvent.Arrival);
        }
        else
        {
            _busy--;
        }

        if (_busy == servers || !_waiting.TryDequeue(out var since))
        {
            return;
        }

        _busy++;
        Served++;
        DaysWaited += (now - since).Days;
        scheduler.Schedule(now + SimDuration.FromDays(exponentialService ? Exponential("service") : 1), phase, QueueEvent.Departure);
    }

    private readonly double Exponential(string stream) => -Math.Log(1 - streams.Stream(stream).NextDouble());
}
