using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Policies;

/// <summary>The policies of a run, looked up.</summary>
/// <param name="Controls">What happens.</param>
/// <param name="Answers">What is done about it.</param>
internal sealed record ResolvedPolicies(IReadOnlyList<ResolvedPolicy> Controls, IReadOnlyList<ResolvedPolicy> Answers)
{
    /// <summary>Looks up the policies of a run; reports what does not fit.</summary>
    public static ResolvedPolicies Of(RunSpec run, SupplyNetwork network, ICollection<Problem> problems)
    {
        var resolver = new PolicyResolver(run, network, problems);
        return new ResolvedPolicies(resolver.Resolve(run.Shocks, "shocks", "shock"), resolver.Resolve(run.Responses, "responses", "response"));
    }
}
