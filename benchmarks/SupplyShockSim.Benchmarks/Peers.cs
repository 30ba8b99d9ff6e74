using System.Diagnostics;
using System.Globalization;
using SupplyShockSim.Benchmarks.Workloads;

namespace SupplyShockSim.Benchmarks;

/// <summary>
/// The hold model for other simulators: writes the delays and the cases for the scripts in <c>benchmarks/peers</c>, and prints this engine's row
/// of each case. All count the events up to the same instant, so that equal counts show that they did the same work.
/// </summary>
internal static class Peers
{
    private const int Events = 1_000_000;

    /// <summary>Long enough for the runtime to compile what is measured for good; the others are compiled, or interpreted, from the start.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.5);

    public static void Run(string folder)
    {
        var rehearsal = new HoldOnCalendar(HoldCase.All[0].Delays, HoldCase.All[0].Pending);
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;)
        {
            rehearsal.Run(20_000);
        }

        var cases = new List<string>();
        foreach (var (name, delays, pending, _) in HoldCase.All)
        {
            var file = name.Replace(' ', '-') + ".txt";
            File.WriteAllLines(Path.Combine(folder, file), delays.Select(d => d.ToString(CultureInfo.InvariantCulture)));
            var warmUp = Math.Max(100_000, 2 * pending);
            var hold = new HoldOnCalendar(delays, pending);
            hold.Run(warmUp);
            var (from, before) = (hold.Now, hold.EventCount);
            var start = Stopwatch.GetTimestamp();
            hold.Run(Events);
            var nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            var count = hold.EventCount - before;
            cases.Add(string.Create(CultureInfo.InvariantCulture, $"{name.Replace(' ', '-')} {pending} {from.Seconds} {hold.Now.Seconds}"));
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"| this engine | {name.Replace(' ', '-')} | {pending} | {count} | {nanoseconds / count:F0} |"));
        }

        // A case a line: name of the delays, events pending, and the seconds between which events are counted and timed.
        File.WriteAllLines(Path.Combine(folder, "cases.txt"), cases);
    }
}
