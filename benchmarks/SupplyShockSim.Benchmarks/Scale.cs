using System.Diagnostics;
using System.Globalization;
using SupplyShockSim.Benchmarks.Workloads;
using SupplyShockSim.Engine;
using SupplyShockSim.Policies;
using SupplyShockSim.Simulation;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Benchmarks;

/// <summary>
/// What one run costs, by the size of the network, by the reach of the shock and by the plan tolerance. Each work is loaded once (files
/// read, network built and balanced, state opened), run once as it comes, and again until the best of some runs is known.
/// </summary>
internal static class Scale
{
    private static readonly (string Name, Func<Func<PreparedRun>> Write, int Runs)[] Works =
    [
        ("200 firms, 600 links, 500 d, out for 30 d", () => Firms.Write(200, 600, 500, 30, "1 %"), 20),
        ("200 firms, a third out for 30 d", () => Firms.Write(200, 600, 500, 30, "1 %", "CN"), 20),
        ("200 firms, a third out for 30 d, tolerance 0", () => Firms.Write(200, 600, 500, 30, "0 %", "CN"), 20),
        ("1,000 firms, 5,000 links, 100 d, out for 30 d", () => Firms.Write(1_000, 5_000, 100, 30, "1 %"), 10),
        ("10,000 firms, 50,000 links, 100 d, out for 30 d", () => Firms.Write(10_000, 50_000, 100, 30, "1 %"), 5),
        ("100,000 firms, 500,000 links, 100 d, out for 30 d", () => Firms.Write(100_000, 500_000, 100, 30, "1 %"), 5),
        ("100,000 firms, tolerance 0.1 %", () => Firms.Write(100_000, 500_000, 100, 30, "0.1 %"), 2),
        ("100,000 firms, tolerance 0", () => Firms.Write(100_000, 500_000, 100, 30, "0 %"), 1),
        ("100,000 firms, out for 1 d, tolerance 1 %", () => Firms.Write(100_000, 500_000, 100, 1, "1 %"), 5),
        ("100,000 firms, no shock", () => Firms.Write(100_000, 500_000, 100, 0, "1 %"), 5),
        ("1,000 sectors, each buys from all, 365 d", () => () => DenseSectors.Prepare(1_000, 365, 0.01), 5),
    ];

    private static readonly (string Name, Func<Func<PreparedRun>> Write, int Runs)[] LargeWorks =
    [
        ("1,000,000 firms, 5,000,000 links, 365 d, out for 60 d", () => Firms.Write(1_000_000, 5_000_000, 365, 60, "1 %"), 1),
        ("1,000,000 firms, no shock", () => Firms.Write(1_000_000, 5_000_000, 365, 0, "1 %"), 1),
    ];

    /// <param name="name">Part of the names of the works to do; null for all but the million, which needs a process of its own to tell its memory.</param>
    public static void Run(string? name)
    {
        Rehearse();
        Console.WriteLine("| work | load, s | first run, s | best run, s | events | lanes touched | log | shortfall | mass error | peak, MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (work, write, runs) in name is null ? Works : Works.Concat(LargeWorks).Where(w => w.Name.Contains(name, StringComparison.Ordinal)))
        {
            var read = write();
            GC.Collect();
            var began = Stopwatch.GetTimestamp();
            var prepared = read();
            var opened = prepared.Open();
            var load = Stopwatch.GetElapsedTime(began).TotalSeconds;
            GC.Collect();
            var (record, first) = Time(opened);
            var best = first;
            for (var i = 1; i < runs; i++)
            {
                best = Math.Min(best, Time(prepared.Open()).Seconds);
            }

            Print(work, record, load, first, best);
            if (runs > 2)
            {
                Console.Error.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{work}: two runs at once on two threads take {TwoAtOnce(prepared):0.0000} s"));
            }
        }
    }

    /// <summary>What the second core could give at most: two runs that share nothing but the network and the memory bus.</summary>
    private static double TwoAtOnce(PreparedRun prepared)
    {
        SupplySimulation[] two = [prepared.Open(), prepared.Open()];
        var began = Stopwatch.GetTimestamp();
        Parallel.ForEach(two, s => s.Run());
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Lets the runtime compile what is measured for good.</summary>
    private static void Rehearse()
    {
        var small = Firms.Write(2_000, 10_000, 100, 30, "0.1 %")();
        for (var i = 0; i < 10; i++)
        {
            small.Run();
        }
    }

    private static (RunRecord Record, double Seconds) Time(SupplySimulation simulation)
    {
        var began = Stopwatch.GetTimestamp();
        var record = simulation.Run();
        return (record, Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private static void Print(string name, RunRecord record, double load, double first, double best)
    {
        var (short_, demand) = (
            record.Totals.Sum(t => t.Shortfall.Integral(SimTime.Zero, record.End)), record.Totals.Sum(t => t.Demand.Integral(SimTime.Zero, record.End)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {load:0.0} | {first:0.0000} | {best:0.0000} | {record.Events:N0} | {record.Reach.Lanes:N0} | {record.Log.Count:N0} | "
            + $"{short_ / demand:0.0000 %} | {record.Mass.Max(m => m.RelativeError):0e0} | {Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} |"));
    }
}
