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
    private const int WarmUps = 20;

    public static void Run()
    {
        Console.WriteLine("| delays | pending | PriorityQueue, ns (min, median) | Calendar, ns (min, median) | ratio (median) |");
        Console.WriteLine("|---|---|---|---|---|");
        // Twice, and only the second time counts: by then everything is compiled for good.
        foreach (var _ in HoldCase.All) Measure(HoldCase.All[0], rounds: 3);
        foreach (var hold in HoldCase.All) Measure(hold, rounds: hold.Pending > 100_000 ? 25 : 150, print: true);

        Console.WriteLine();
        Console.WriteLine("| cancel-heavy, pending | ns per step (min, median) |");
        Console.WriteLine("|---|---|");
        foreach (var pending in new[] { 100, 10_000 })
        {
            var work = new CancelHeavy(Delays.Exponential(), pending);
            var times = Enumerable.Range(0, WarmUps + 150).Select(_ => Time(work.Run, 20_000)).Skip(WarmUps).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pending:N0} | {times[0]:F1}, {Median(times):F1} |"));
        }
    }

    private static void Measure(HoldCase hold, int rounds, bool print = false)
    {
        var events = hold.Pending > 100_000 ? 200_000 : 20_000;
        var calendar = new HoldOnCalendar(hold.Delays, hold.Pending);
        var queue = new HoldOnPriorityQueue(hold.Delays, hold.Pending);
        var pairs = new List<(double Calendar, double Queue)>();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var pair = (Time(calendar.Run, events), Time(queue.Run, events));
            if (round >= 0) pairs.Add(pair);
        }

        if (calendar.Run(1) != queue.Run(1)) throw new InvalidOperationException("The calendar and the queue disagree.");
        if (!print) return;
        var (c, q) = (pairs.Select(p => p.Calendar).Order().ToArray(), pairs.Select(p => p.Queue).Order().ToArray());
        var ratio = Median([.. pairs.Select(p => p.Calendar / p.Queue).Order()]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {hold.Name} | {hold.Pending:N0} | {q[0]:F1}, {Median(q):F1} | {c[0]:F1}, {Median(c):F1} | {ratio:F2} |"));
    }

    private static double Time(Func<int, long> run, int operations)
    {
        var start = Stopwatch.GetTimestamp();
        run(operations);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static double Median(double[] sorted) => sorted[sorted.Length / 2];
}
