namespace SupplyShockSim.Benchmarks.Workloads;

/// <summary>A hold model that the smoke run and the interleaved run go through, with its pinned answer.</summary>
/// <param name="Name">The law of the delays.</param>
/// <param name="Delays">The delays drawn, in seconds.</param>
/// <param name="Pending">The number of pending events.</param>
/// <param name="SmokeChecksum">The checksum after the events of a smoke run.</param>
internal sealed record HoldCase(string Name, long[] Delays, int Pending, long SmokeChecksum)
{
    public static HoldCase[] All { get; } =
    [
        new("whole days", Workloads.Delays.WholeDays(), 100, -334190993733199363),
        new("whole days", Workloads.Delays.WholeDays(), 10_000, -3846127647765780064),
        new("exponential", Workloads.Delays.Exponential(), 100, -3436272137956219629),
        new("exponential", Workloads.Delays.Exponential(), 10_000, 8791695548706554666),
        new("exponential", Workloads.Delays.Exponential(), 1_000_000, 4728988347544215298),
    ];
}
