namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>Whether a problem stops the work.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Nothing runs until it is mended.</summary>
    Error,

    /// <summary>The run goes on; the reader should know.</summary>
    Warning,
}

/// <summary>One problem in what was written: where it stands, what is wrong, and what to do about it.</summary>
/// <param name="File">The file as it was named on the command line or in a scenario, with forward slashes; <c>--set</c> for an override.</param>
/// <param name="Line">Line, from 1; for an override, which override it is.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
/// <param name="Length">How many characters the caret underlines, at least 1.</param>
/// <param name="Severity">Errors stop the run; warnings are reported.</param>
/// <param name="Code">A stable code, <c>SSnnn</c> (see <see cref="DiagnosticCodes"/>).</param>
/// <param name="Message">What is wrong, and what was expected.</param>
/// <param name="Hint">What to do about it, or null.</param>
/// <param name="SourceLine">The line as it stands in the file, or null where there is none to show.</param>
public sealed record Diagnostic(
    string File,
    int Line,
    int Column,
    int Length,
    DiagnosticSeverity Severity,
    string Code,
    string Message,
    string? Hint,
    string? SourceLine);
