namespace SupplyShockSim.Simulation.Levers;

/// <summary>In the place of a policy that a fork goes on without: its timers come to nothing, and its grips stay without effect.</summary>
internal sealed class Withdrawn : IPolicyAtWork
{
    private Withdrawn()
    {
    }

    public static Withdrawn Policy { get; } = new();

    /// <inheritdoc/>
    public void Open()
    {
    }

    /// <inheritdoc/>
    public void OnTimer(int code, int arg, long now)
    {
    }

    /// <inheritdoc/>
    public IPolicyAtWork CloneFor(PolicyBench bench) => this;
}
