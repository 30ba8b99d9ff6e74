using Spectre.Console;

namespace SupplyShockSim.Cli.Output;

/// <summary>A bar on a terminal while something goes on; it is wiped at the end.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    /// <summary>Work shorter than this shows no bar: one that flashes tells nobody anything.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.5);

    /// <summary>Shows the share done (0 to 1) until the work has ended, however it ends.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="what">What goes on, in a word.</param>
    /// <param name="work">The work.</param>
    /// <param name="share">The share done so far; no number where that is not known, which the bar then shows.</param>
    public static Task ShowAsync(TextWriter terminal, string what, Task work, Func<double> share) =>
        TerminalConsole.On(terminal, colours: true).Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(what, maxValue: 1);
                while (await Task.WhenAny(work, Task.Delay(Refresh)) != work)
                {
                    var done = share();
                    bar.IsIndeterminate = double.IsNaN(done);
                    bar.Value = double.IsNaN(done) ? 0 : done;
                }
            });
}
