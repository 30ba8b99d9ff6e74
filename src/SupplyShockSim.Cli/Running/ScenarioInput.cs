using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Running;

/// <summary>Loads what a command was given and says everything that is wrong with it.</summary>
internal static class ScenarioInput
{
    /// <summary>The scenario; warnings are printed.</summary>
    /// <exception cref="CliException">It is invalid; all its problems are printed.</exception>
    public static Scenario Load(CommandContext context, string path, LoadOptions options, bool json)
    {
        var result = ScenarioLoader.Load(context.Environment.Locate(path), options);
        if (result.Diagnostics.Count > 0)
            Print(context.Error, result.Diagnostics, json);
        return result.Scenario ?? throw new CliException(ExitCode.InvalidInput, $"{path} is invalid: {Count(result.Diagnostics)}; nothing was written");
    }

    public static void Print(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, bool json)
    {
        if (json)
            DiagnosticPrinter.WriteJson(writer, diagnostics);
        else
            DiagnosticPrinter.WriteText(writer, diagnostics);
    }

    /// <summary>How many problems, as a reader would say it.</summary>
    public static string Count(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count - errors;
        return string.Join(", ", new[] { Some(errors, "error"), Some(warnings, "warning") }.Where(s => s.Length > 0));

        static string Some(int count, string what) => count switch { 0 => "", 1 => $"1 {what}", _ => $"{count} {what}s" };
    }
}
