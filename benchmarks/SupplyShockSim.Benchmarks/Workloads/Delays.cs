using SupplyShockSim.Engine;

namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>Delays drawn beforehand, so that a benchmark measures the calendar and not the random numbers. The mean is about 30 days.</summary>
internal static class Delays
{
    /// <summary>A power of two; enough of them that branch prediction cannot learn the sequence by heart.</summary>
    public const int Count = 65536;

    /// <summary>Whole days, 1 to 60, each as likely: the times of a supply network tie massively.</summary>
    public static long[] WholeDays() => Draw("whole days", r => r.Next(1, 61) * SimDuration.SecondsPerDay);

    /// <summary>Exponential, in whole seconds: ties are rare.</summary>
    public static long[] Exponential() => Draw("exponential", r => 1 + (long)(-Math.Log(1 - r.NextDouble()) * 30 * SimDuration.SecondsPerDay));

    /// <summary>How far apart the events are on average when so many are pending and each is followed by another after one of the delays.</summary>
    public static double SecondsPerEvent(long[] delays, int pending) => delays.Average() / pending;

    private static long[] Draw(string name, Func<Random, long> delay)
    {
        var random = new RandomStreams(20260106).Stream(name);
        return [.. Enumerable.Range(0, Count).Select(_ => delay(random))];
    }
}
