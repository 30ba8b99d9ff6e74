using System.Globalization;

namespace SupplyShockSim.Engine.Tests;

// The example of the README: a queue with one server, Poisson arrivals and exponential service (M/M/1).
public enum Happening { Arrival, Departure }

public struct Mm1(Random random, double arrivalsPerDay, double servedPerDay) : IEventHandler<Happening>
{
    private readonly Queue<SimTime> _inSystem = new(); // when each arrived; the first is being served

    public double DaysWaited { get; private set; }
    public int Served { get; private set; }

    public void Handle(Scheduler<Happening> scheduler, SimTime now, Phase phase, in Happening e)
    {
        if (e == Happening.Arrival)
        {
            scheduler.Schedule(now + After(arrivalsPerDay), phase, Happening.Arrival);
            _inSystem.Enqueue(now);
        }
        else
        {
            _inSystem.Dequeue();
        }

        var serverIsFree = e == Happening.Departure || _inSystem.Count == 1;
        if (serverIsFree && _inSystem.Count > 0)
        {
            DaysWaited += (now - _inSystem.Peek()).Days;
            Served++;
            scheduler.Schedule(now + After(servedPerDay), phase, Happening.Departure);
        }
    }

    private readonly SimDuration After(double perDay) => SimDuration.FromDays(-Math.Log(1 - random.NextDouble()) / perDay);

    public static (double Simulated, double Analytic) MeanWaitDays()
    {
        var simulation = new Simulation<Happening, Mm1>(new Mm1(new RandomStreams(seed: 1).Stream("queue"), 8, 10));
        simulation.Scheduler.Schedule(SimTime.Zero, new Phase(0), Happening.Arrival);
        simulation.RunUntil(SimTime.FromDays(100_000));
        var simulated = simulation.Handler.DaysWaited / simulation.Handler.Served;
        const double Analytic = 8.0 / 10 / (10 - 8);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean wait: {simulated:F3} days simulated, {Analytic:F3} days analytic"));
        return (simulated, Analytic);
    }
}
