namespace SupplyShockSim.Analysis;

/// <summary>
/// The fewest tonnes a day whose loss cuts a user off: whatever legs are lost, some input that it cannot do without no longer comes from any origin,
/// and no set of legs that does this carries less in the baseline.
/// </summary>
/// <param name="User">The user, as an index into the network's rows.</param>
/// <param name="TonnesPerDay">Baseline flow of the legs lost, added up over whatever materials they carry.</param>
/// <param name="Legs">The legs; empty where the user has no origin in the first place.</param>
/// <param name="IsExact">False where the search was given up: the legs do cut the user off, but fewer tonnes might do.</param>
/// <remarks>
/// Where every recipe has one input this is the minimum cut of Ford and Fulkerson (Maximal flow through a network, 1956). A recipe of several inputs
/// stops when one of them is missing, whichever: the cut is then the least over all ways to name, for each such site, the input that it loses.
/// Tonnes are those of the material that each leg carries, so a cut far upstream may be less than the user's own need, or more.
/// </remarks>
public sealed record MinimumCut(int User, double TonnesPerDay, IReadOnlyList<Leg> Legs, bool IsExact);
