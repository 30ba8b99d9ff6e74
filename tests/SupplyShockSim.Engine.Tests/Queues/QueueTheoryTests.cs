namespace SupplyShockSim.Engine.Tests;

/// <summary>
/// Mean waits against theory (L. Kleinrock, Queueing Systems I, 1975). The tolerance is that of the experiment itself: with R independent
/// replications of mean wait w_r, the standard error is s/sqrt(R), s the sample deviation of the w_r, and the mean lies within 4 standard
/// errors of the truth but for one seed in about 2,500 (Student's t, 29 degrees of freedom). The seeds are fixed, so that a test that passes
/// goes on passing. That the experiment is sharp is asserted too: its standard error is below 2 % of the theoretical value.
/// Each replication starts empty; over 20,000 days against relaxation times below 40 days (1 / (1 - sqrt(r))^2) that is a bias of less than 0.2 %.
/// </summary>
public class QueueTheoryTests
{
    private const int Replications = 30;

    // M/M/1, load r = 0.7, service rate 1 per day: r / (1 - r) = 2.3333.
    [Fact]
    public void Mm1() => Check(0.7, 1, exponentialService: true, 0.7 / 0.3);

    // M/D/1 by Pollaczek and Khinchine: half of M/M/1, r / (2 (1 - r)) = 1.1667.
    [Fact]
    public void Md1() => Check(0.7, 1, exponentialService: false, 0.7 / 0.6);

    // M/M/3, load 0.7, offered a = 2.1: Erlang's C = (a^3/6)/(1 - 0.7) / (1 + a + a^2/2 + (a^3/6)/(1 - 0.7))
    // = 5.145 / (1 + 2.1 + 2.205 + 5.145) = 0.492344; mean wait C / (3 - 2.1) = 0.547050.
    [Fact]
    public void Mm3() => Check(0.7, 3, exponentialService: true, 0.547050);

    [Fact]
    public void The_example_of_the_readme()
    {
        // 100,000 days of 8 arrivals: n = 800,000 customers, load r = 0.8. By Daley (1968) the variance of the mean wait is about
        // r (2 + 5r - 4r^2 + r^3) / (1 - r)^4 / n = 0.8 * 3.952 / 0.0016 / 800,000 = 0.00247 in squared mean services (0.1 d):
        // a deviation of 0.0497 * 0.1 = 0.0050 days, four of them 0.02.
        var (simulated, analytic) = Mm1Example();
        Assert.Equal(0.4, analytic, 12);
        Assert.InRange(simulated, 0.38, 0.42);
    }

    private static (double Simulated, double Analytic) Mm1Example() => Tests.Mm1.MeanWaitDays();

    private static void Check(double load, int servers, bool exponentialService, double expected)
    {
        var means = Enumerable.Range(0, Replications).Select(r => MeanWait(r, load, servers, exponentialService)).ToArray();
        var mean = means.Average();
        var error = Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (Replications - 1) / Replications);
        Assert.InRange(error, 0, 0.02 * expected);
        Assert.True(Math.Abs(mean - expected) < 4 * error, $"expected {expected}, got {mean} +- {error}");
    }

    private static double MeanWait(int replication, double load, int servers, bool exponentialService)
    {
        var station = new QueueStation(new RandomStreams(2026, replication), load, servers, exponentialService);
        var simulation = new Simulation<QueueEvent, QueueStation>(station);
        simulation.Scheduler.Schedule(SimTime.Zero, default, QueueEvent.Arrival);
        simulation.RunUntil(SimTime.FromDays(20_000));
        return simulation.Handler.DaysWaited / simulation.Handler.Served;
    }
}
