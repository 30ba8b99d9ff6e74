using SupplyShockSim.Engine;

namespace SupplyShockSim.Policies;

/// <summary>Subjects that a policy leaves alone for part of its life.</summary>
/// <param name="Words">Who is exempt, in words.</param>
/// <param name="Positions">Which of the policy's subjects, as positions in their list, rising.</param>
/// <param name="From">When the exemption begins.</param>
/// <param name="Until">When it ends; <see cref="SimTime.MaxValue"/> where it does not.</param>
public sealed record DatedExemption(string Words, int[] Positions, SimTime From, SimTime Until);
