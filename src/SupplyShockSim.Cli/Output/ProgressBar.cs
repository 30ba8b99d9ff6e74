using Spectre.Console;

namespace SupplyShockSim.Cli.Output;

/// <summary>A bar on a terminal while something goes on; it is wiped at the end.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Shows the share done (0 to 1) until the work has ended, however it ends.</summary>
    public static Task ShowAsync(TextWriter terminal, Task work, Func<double> share) =>
        TerminalConsole.On(terminal, colours: true).Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask("running", maxValue: 1);
                while (await Task.WhenAny(work, Task.Delay(Refresh)) != work)
                    bar.Value = share();
            });
}
