using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;

namespace SupplyShockSim.Policies;

/// <summary>What a policy may look at to see whether its keys hold, and where it says so.</summary>
/// <param name="Start">The date of the run's second 0.</param>
/// <param name="Name">What the policy is called.</param>
/// <param name="Network">The network.</param>
/// <param name="Subjects">The lanes or sites it acts on.</param>
/// <param name="Places">The places that its keys name beside the selectors (<see cref="PolicySpec.PlacesNamed"/>), as far as there are such.</param>
/// <param name="Earlier">The policies before it, as written.</param>
/// <param name="Path">Where it stands in the scenario.</param>
/// <param name="Problems">Takes what is wrong.</param>
public sealed record PolicyCheck(
    DateTime Start,
    string Name,
    SupplyNetwork Network,
    int[] Subjects,
    IReadOnlyDictionary<string, Place> Places,
    IReadOnlyList<PolicySpec> Earlier,
    string Path,
    ICollection<Problem> Problems)
{
    /// <summary>Reports that something is wrong.</summary>
    /// <param name="key">The key that is wrong; empty for the policy as a whole.</param>
    /// <param name="code">The code of the problem.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What to do.</param>
    public void Fault(string key, string code, string message, string? hint) => Add(key, code, message, hint, ProblemSeverity.Error);

    /// <summary>Reports that something is likely not meant; see <see cref="Fault"/>.</summary>
    public void Warn(string key, string code, string message, string? hint) => Add(key, code, message, hint, ProblemSeverity.Warning);

    private void Add(string key, string code, string message, string? hint, ProblemSeverity severity) =>
        Problems.Add(new Problem(key.Length == 0 ? Path : $"{Path}.{key}", code, message, hint, severity));
}
