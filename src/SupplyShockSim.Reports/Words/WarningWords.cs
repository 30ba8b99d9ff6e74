using System.Globalization;
using System.Text.Json;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Reports.Words;

/// <summary>The warnings of a scenario as the results of its run carry them.</summary>
internal static class WarningWords
{
    /// <summary>On one line: <c>Warning: no site of the network lies in 'Germany' (halt.yaml:13:56, SS408)</c>.</summary>
    public static string Line(Diagnostic warning) =>
        string.Create(CultureInfo.InvariantCulture, $"Warning: {warning.Message} ({warning.File}:{warning.Line}:{warning.Column}, {warning.Code})");

    public static void Warnings(this Utf8JsonWriter json, IReadOnlyList<Diagnostic> warnings) => json.Objects("warnings", warnings, w =>
    {
        json.WriteString("code", w.Code);
        json.WriteString("message", w.Message);
        json.WriteString("file", w.File);
        json.WriteNumber("line", w.Line);
        json.WriteNumber("column", w.Column);
    });
}
