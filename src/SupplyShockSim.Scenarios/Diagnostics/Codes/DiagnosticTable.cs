using SupplyShockSim.Scenarios.Diagnostics.Codes;

namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>The one table of codes, in their order: of files, values, the network, shocks, the market and the scenario as a whole.</summary>
public static class DiagnosticTable
{
    private static readonly Dictionary<string, DiagnosticCode> ByCode = Build();

    /// <summary>Every code there is, sorted.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } = [.. ByCode.Values.OrderBy(c => c.Code, StringComparer.Ordinal)];

    /// <summary>What a code stands for; null where there is no such code.</summary>
    public static DiagnosticCode? Find(string code) => ByCode.GetValueOrDefault(code);

    private static Dictionary<string, DiagnosticCode> Build() =>
        new[] { FileCodes.All, ValueCodes.All, CodesOfNetwork.All, ShockCodes.All, AnswerCodes.All, RunCodes.All }.SelectMany(c => c).ToDictionary(c => c.Code, StringComparer.Ordinal);
}
