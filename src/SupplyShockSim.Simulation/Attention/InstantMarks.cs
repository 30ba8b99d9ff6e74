using SupplyShockSim.Simulation.State;

namespace SupplyShockSim.Simulation.Attention;

/// <summary>A list of what an instant marks, empty when it is over.</summary>
internal sealed class InstantMarks : IForkable
{
    public List<int> List { get; } = [];

    public static InvalidOperationException Breach() => new("a run can be forked between instants only");

    public IForkable Fork() => List.Count > 0 ? throw Breach() : new InstantMarks();
}
