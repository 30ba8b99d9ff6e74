using System.Diagnostics;
using System.Globalization;
using SupplyShockSim.Benchmarks.Workloads;
using SupplyShockSim.Policies;

namespace SupplyShockSim.Benchmarks;

/// <summary>
/// Every workload for a moment, in this process: the answers must be the pinned ones, those of the calendar and of the queue of .NET the
/// same, and the steady state of the calendar must allocate nothing. The times printed are a hint, not a measurement.
/// </summary>
internal static class Smoke
{
    private const int WarmUp = 50_000;
    private const int Operations = 100_000;

    /// <summary>What a workload has answered: a checksum of all it ran, the time and the bytes of its second part.</summary>
    private readonly record struct Outcome(string Name, long Checksum, double Nanoseconds, long Bytes);

    /// <returns>The exit code: 0, or 1 when an answer or an allocation is not what it should be.</returns>
    public static int Run()
    {
        var failures = 0;
        foreach (var (name, delays, pending, checksum) in HoldCase.All)
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"hold, {name}, {pending} pending");
            failures += Check(Measure(label, new HoldOnCalendar(delays, pending).Run), checksum, mayAllocate: false);
            failures += Check(Measure(label + ", PriorityQueue", new HoldOnPriorityQueue(delays, pending).Run), checksum, mayAllocate: true);
        }

        foreach (var (pending, checksum) in new[] { (100, 5362775152210636673), (10_000, 2603757447310394718) })
        {
            var label = string.Create(CultureInfo.InvariantCulture, $"cancel-heavy, {pending} pending");
            failures += Check(Measure(label, new CancelHeavy(Delays.Exponential(), pending).Run), checksum, mayAllocate: false);
        }

        failures += CheckTwice("flagship scenario", Flagship.Load());
        failures += CheckTwice("1,000 firms", Firms.Write(1_000, 5_000, 100, 30, "1 %")());
        failures += CheckTwice("50 dense sectors", DenseSectors.Prepare(50, 365, 0.01));
        failures += CheckFigures();
        Console.WriteLine(failures == 0 ? "smoke: all as expected" : string.Create(CultureInfo.InvariantCulture, $"smoke: {failures} failures"));
        return failures == 0 ? 0 : 1;
    }

    /// <summary>Two runs have the same fingerprint; the second one's time is printed.</summary>
    private static int CheckTwice(string name, PreparedRun prepared)
    {
        var first = prepared.Run();
        var start = Stopwatch.GetTimestamp();
        var second = prepared.Run();
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name,-20} {second.Events,8} events {milliseconds,10:F1} ms  fingerprint {second.TraceHash:x16}"));
        if (first.TraceHash == second.TraceHash)
        {
            return 0;
        }

        Console.Error.WriteLine(name + ": two runs differ");
        return 1;
    }

    /// <summary>Each figure of a run drawn twice is the same; the second time is printed.</summary>
    private static int CheckFigures()
    {
        var failures = 0;
        foreach (var figure in RunFigures.Of(Flagship.Load()))
        {
            var first = RunFigures.Draw(figure);
            var start = Stopwatch.GetTimestamp();
            var second = RunFigures.Draw(figure);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figure {figure.Name,-13} {second,8} bytes {milliseconds,11:F1} ms, SVG and PNG"));
            failures += first == second ? 0 : 1;
        }

        return failures;
    }

    private static Outcome Measure(string name, Func<int, long> run)
    {
        run(WarmUp);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var checksum = run(Operations);
        var nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Operations;
        return new Outcome(name, checksum, nanoseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static int Check(Outcome o, long expectedChecksum, bool mayAllocate)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{o.Name,-52} {o.Nanoseconds,8:F1} ns {o.Bytes,4} B  checksum {o.Checksum}"));
        var failures = 0;
        if (o.Checksum != expectedChecksum)
        {
            failures++;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{o.Name}: checksum {o.Checksum}, expected {expectedChecksum}"));
        }

        if (o.Bytes != 0 && !mayAllocate)
        {
            failures++;
            Console.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{o.Name}: {o.Bytes} bytes allocated in {Operations} operations, expected none"));
        }

        return failures;
    }
}
