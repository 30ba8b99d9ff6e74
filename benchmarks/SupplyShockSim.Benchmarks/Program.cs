using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SupplyShockSim.Benchmarks;

if (args is ["--smoke"])
{
    return Smoke.Run();
}

if (args is ["--peers", var folder])
{
    Peers.Run(folder);
    return 0;
}

if (args is ["--scale", ..])
{
    Scale.Run(args is [_, var name] ? name : null);
    return 0;
}

if (args is ["--interleaved"])
{
    Interleaved.Run();
    return 0;
}

// In this process: the projects of the repository treat warnings as errors, which the code that BenchmarkDotNet generates does not pass.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15).WithMinIterationCount(15);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median);
return BenchmarkSwitcher.FromAssembly(typeof(Smoke).Assembly).Run(args, config).Any(s => s.HasCriticalValidationErrors) ? 1 : 0;
