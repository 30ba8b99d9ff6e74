using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>Collects problems in any order and hands them out sorted, without repetition and up to a limit.</summary>
internal sealed class DiagnosticBag
{
    private readonly HashSet<(Place Place, string Code, string Message)> _seen = [];
    private readonly List<(Place Place, Diagnostic Diagnostic)> _all = [];
    private long _more;

    public bool HasErrors { get; private set; }

    /// <summary>Whether there are as many problems as are kept; further ones are only counted.</summary>
    public bool IsFull => _all.Count >= Limits.Problems;

    /// <summary>How many problems were found so far.</summary>
    public int Count => _all.Count;

    public void Error(Place place, string code, string message, string? hint = null) =>
        Add(place, code, message, hint, DiagnosticSeverity.Error);

    public void Error(Place place, Fault fault) => Error(place, fault.Code, fault.Message, fault.Hint);

    public void Add(Place place, string code, string message, string? hint, DiagnosticSeverity severity)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (_all.Count >= Limits.Problems)
        {
            _more++;
        }
        else if (_seen.Add((place, code, message)))
        {
            _all.Add((place, new Diagnostic(place.Source.Path, place.Line, place.Column, place.Length, severity, code, message, hint, null)));
        }
    }

    /// <summary>Whether an error has been reported at exactly this place.</summary>
    public bool HasErrorAt(Place place) => _all.Exists(a =>
        a.Diagnostic.Severity == DiagnosticSeverity.Error && a.Place.Source == place.Source && a.Place.Line == place.Line && a.Place.Column == place.Column);

    /// <summary>Whether an error has been reported in the line of a place.</summary>
    public bool HasErrorInLine(Place place) => _all.Exists(a =>
        a.Diagnostic.Severity == DiagnosticSeverity.Error && a.Place.Source == place.Source && a.Place.Line == place.Line);

    /// <summary>All problems, by file, line and column, each with the line it stands in.</summary>
    public IReadOnlyList<Diagnostic> Sorted()
    {
        var sorted = _all.OrderBy(a => a.Diagnostic.File, StringComparer.Ordinal)
            .ThenBy(a => a.Diagnostic.Line)
            .ThenBy(a => a.Diagnostic.Column)
            .ThenBy(a => a.Diagnostic.Code, StringComparer.Ordinal)
            .ThenBy(a => a.Diagnostic.Message, StringComparer.Ordinal)
            .Select(a => a.Diagnostic with { SourceLine = a.Place.Source.Line(a.Place.Line) })
            .ToList();
        if (_more > 0)
        {
            var last = sorted[^1];
            sorted.Add(last with
            {
                Severity = DiagnosticSeverity.Error,
                Code = DiagnosticCodes.TooMany,
                Message = FormattableString.Invariant($"there are more than {Limits.Problems} problems; {_more} more were found and are not shown"),
                Hint = "mend these first",
            });
        }

        return sorted;
    }
}
