namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>What a code stands for: the text of its row in the documentation.</summary>
/// <param name="Code">The stable code, <c>SSnnn</c>; one that is no longer used is not given to anything else.</param>
/// <param name="Meaning">What is wrong, in a sentence.</param>
/// <param name="Remedy">What to do about it, in a sentence.</param>
/// <param name="Example">What would be reported with this code.</param>
public sealed record DiagnosticCode(string Code, string Meaning, string Remedy, string Example)
{
    /// <summary>Whether it stops the work, unless the scenario asks for less (<c>balance: report</c>).</summary>
    public DiagnosticSeverity Severity { get; init; }

    /// <summary>It compares several rows of a network, and so may only follow from one of them that could not be read.</summary>
    public bool ComparesRows { get; init; }
}
