using SupplyShockSim.Cli.Output;

namespace SupplyShockSim.Cli.Running;

/// <summary>Work that a person may be waiting for: where it takes long, and on a terminal only, a bar shows how far it is.</summary>
internal static class Watched
{
    /// <param name="context">Where the person may be.</param>
    /// <param name="what">What goes on, in a word.</param>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="work">The work. It is handed what to tell its progress to, null where nobody watches.</param>
    public static T Do<T>(CommandContext context, string what, bool quiet, Func<IProgress<double>?, T> work)
    {
        if (quiet || !context.Environment.ErrorIsTerminal)
        {
            return work(null);
        }

        var done = new ShareDone();
        var working = Task.Run(() => work(done), CancellationToken.None);
        if (!IsSoonDone(working))
        {
            ProgressBar.ShowAsync(context.Error, what, working, () => done.Share).GetAwaiter().GetResult();
        }

        return working.GetAwaiter().GetResult();
    }

    private static bool IsSoonDone(Task working) => Task.WaitAny([working], ProgressBar.Patience) >= 0;

    /// <summary>The share last heard of; the work tells it from its threads, the bar asks from another.</summary>
    private sealed class ShareDone : IProgress<double>
    {
        private double _share = double.NaN;

        public double Share => Volatile.Read(ref _share);

        public void Report(double value) => Volatile.Write(ref _share, value);
    }
}
