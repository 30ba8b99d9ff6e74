using System.Diagnostics;
using System.Globalization;
using SupplyShockSim.Benchmarks.Workloads;

namespace SupplyShockSim.Benchmarks;

/// <summary>
/// The calendar and the queue of .NET in turns of a few milliseconds, so that whatever else the machine does slows both alike: on a shared
/// machine the median of the ratios is steady when the times are not, and the least time is what the code needs when it is left alone.
/// </summary>
internal static class Interleaved
{
    /// <summary>Long enough for the runtime to compile what is measured for good, which it does in the background.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    public static void Run()
    {
        Console.WriteLine("| delays | pending | PriorityQueue, ns (min, median) | Calendar, ns (min, median) | ratio (median) |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var hold in HoldCase.All)
        {
            Measure(hold, rounds: hold.Pending > 100_000 ? 25 : 150);
        }

        Console.WriteLine();
        Console.WriteLine("| cancel-heavy, pending | ns per step (min, median) |");
        Console.WriteLine("|---|---|");
        foreach (var pending in new[] { 100, 10_000 })
        {
            var work = new CancelHeavy(Delays.Exponential(), pending);
            Warm(work.Run, 20_000);
            var times = Enumerable.Range(0, 150).Select(_ => Time(work.Run, 20_000)).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pending:N0} | {times[0]:F1}, {Median(times):F1} |"));
        }
    }

    private static void Measure(HoldCase hold, int rounds)
    {
        var events = hold.Pending > 100_000 ? 200_000 : 20_000;
        var calendar = new HoldOnCalendar(hold.Delays, hold.Pending);
        var queue = new HoldOnPriorityQueue(hold.Delays, hold.Pending);
        // As many events for each: they have to agree at the end.
        var warmUps = Warm(calendar.Run, events);
        for (var i = 0; i < warmUps; i++)
        {
            queue.Run(events);
        }

        var pairs = Enumerable.Range(0, rounds).Select(_ => (Calendar: Time(calendar.Run, events), Queue: Time(queue.Run, events))).ToArray();
        if (calendar.Run(1) != queue.Run(1))
        {
            throw new InvalidOperationException("The calendar and the queue disagree.");
        }

        var (c, q) = (pairs.Select(p => p.Calendar).Order().ToArray(), pairs.Select(p => p.Queue).Order().ToArray());
        var ratio = Median([.. pairs.Select(p => p.Calendar / p.Queue).Order()]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {hold.Name} | {hold.Pending:N0} | {q[0]:F1}, {Median(q):F1} | {c[0]:F1}, {Median(c):F1} | {ratio:F2} |"));
    }

    private static int Warm(Func<int, long> run, int operations)
    {
        var rounds = 0;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp; rounds++)
        {
            run(operations);
        }

        return rounds;
    }

    private static double Time(Func<int, long> run, int operations)
    {
        var start = Stopwatch.GetTimestamp();
        run(operations);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
