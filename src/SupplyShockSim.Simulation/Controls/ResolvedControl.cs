using SupplyShockSim.Engine;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>A shock with its names looked up: whom it acts on and when. Immutable, shared by all runs of a scenario.</summary>
/// <param name="Spec">As written.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as written in scenarios.</param>
/// <param name="Summary">One sentence for people.</param>
/// <param name="Subjects">The lanes (or, for controls of sites, the sites) it acts on, rising.</param>
/// <param name="Announced">When it becomes known.</param>
/// <param name="InForce">The windows in which it is in force: its life less its suspensions. The last may be open (<see cref="SimTime.MaxValue"/>).</param>
public sealed record ResolvedControl(
    ControlSpec Spec,
    string Name,
    string Type,
    string Summary,
    int[] Subjects,
    SimTime Announced,
    IReadOnlyList<(SimTime From, SimTime Until)> InForce);
