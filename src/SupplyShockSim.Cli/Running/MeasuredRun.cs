using System.Diagnostics;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Engine;
using SupplyShockSim.Simulation;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Running;

/// <summary>Runs an opened run for a person who may be watching.</summary>
internal static class MeasuredRun
{
    /// <summary>The record of the run, and the time that the run alone took.</summary>
    /// <exception cref="OperationCanceledException">When <paramref name="cancellation"/> was asked for.</exception>
    public static async Task<(RunRecord Record, TimeSpan Took)> RunAsync(SupplySimulation run, CommandContext context, bool quiet, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        if (quiet || !context.Environment.ErrorIsTerminal)
        {
            return (run.Run(cancellation), watch.Elapsed);
        }

        var reached = new Reached();
        var running = Task.Run(() => (run.Run(cancellation, reached), watch.Elapsed), CancellationToken.None);
        if (await Task.WhenAny(running, Task.Delay(ProgressBar.Patience, cancellation)) != running)
        {
            await ProgressBar.ShowAsync(context.Error, "running", running, () => reached.Time.Days / run.End.Days);
        }

        return await running;
    }

    /// <summary>The simulated time last heard of; the run tells it from its thread, the bar asks from another.</summary>
    private sealed class Reached : IProgress<SimTime>
    {
        private long _seconds;

        public SimTime Time => SimTime.FromSeconds(Volatile.Read(ref _seconds));

        public void Report(SimTime value) => Volatile.Write(ref _seconds, value.Seconds);
    }
}
