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
        var controls = resolver.Resolve(run.Shocks, "shocks", "shock");
        var answers = resolver.Resolve(run.Responses, "responses", "response");
        var all = resolver.Link([.. controls, .. answers]);
        return new ResolvedPolicies([.. all.Take(controls.Count)], [.. all.Skip(controls.Count)]);
    }
}
