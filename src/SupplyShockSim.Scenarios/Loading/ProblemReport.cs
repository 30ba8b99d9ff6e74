using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>How what the model finds wrong becomes a diagnostic: it gets the place where the value stands.</summary>
internal static class ProblemReport
{
    public static void Add(this DiagnosticBag bag, Problem problem, NodePath places) => bag.Add(
        places.Find(problem.Path),
        problem.Code,
        problem.Message,
        problem.Hint,
        problem.Severity == ProblemSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);

    /// <summary>Whether a problem compares several rows, of which one may not have been read.</summary>
    public static bool ComparesRows(this Problem problem) => DiagnosticTable.Find(problem.Code) is { ComparesRows: true };
}
