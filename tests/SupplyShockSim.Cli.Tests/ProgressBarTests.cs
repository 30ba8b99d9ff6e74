using SupplyShockSim.Cli.Output;

namespace SupplyShockSim.Cli.Tests;

public sealed class ProgressBarTests
{
    [Fact]
    public async Task Shows_the_share_done_until_the_work_ends()
    {
        using var terminal = new StringWriter();
        var work = new TaskCompletionSource();
        var asked = 0;

        await ProgressBar.ShowAsync(terminal, "working", work.Task, () =>
        {
            // Ends the work once the bar has had the time to draw what it was told.
            if (++asked == 5)
            {
                work.SetResult();
            }

            return 0.5;
        });

        Assert.Contains("working", terminal.ToString());
        Assert.Contains("50%", terminal.ToString());
    }

    [Fact]
    public async Task Ends_with_work_that_fails()
    {
        using var terminal = new StringWriter();

        await ProgressBar.ShowAsync(terminal, "working", Task.FromException(new InvalidOperationException()), () => 0);

        Assert.DoesNotContain("100%", terminal.ToString());
    }
}
