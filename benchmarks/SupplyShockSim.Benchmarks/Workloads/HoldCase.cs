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
        new("whole days", Workloads.Delays.WholeDays(), 100, 2568818944358583294),
        new("whole days", Workloads.Delays.WholeDays(), 10_000, 2569719154447116931),
        new("exponential", Workloads.Delays.Exponential(), 100, 3053257496008780427),
        new("exponential", Workloads.Delays.Exponential(), 10_000, 5760224697234127624),
        new("exponential", Workloads.Delays.Exponential(), 1_000_000, 2831615947719455625),
    ];
}
