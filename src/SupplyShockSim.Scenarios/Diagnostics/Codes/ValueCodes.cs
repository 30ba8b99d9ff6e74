namespace SupplyShockSim.Scenarios.Diagnostics.Codes;

/// <summary>Codes of keys and values (SS2xx).</summary>
internal static class ValueCodes
{
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        new(DiagnosticCodes.UnknownKey, "A key that does not exist.",
            "Correct its name, or take it out.", "horizn: 3 yr"),
        new(DiagnosticCodes.MissingKey, "A key that must be there.",
            "Add it.", "{type: export-ban, of: [magnet]}"),
        new(DiagnosticCodes.WrongShape, "A list, map or single value where another of these is expected.",
            "Write what is expected there.", "of: {magnet: 1}"),
        new(DiagnosticCodes.WrongDimension, "A quantity of the wrong dimension.",
            "Give the unit that the key is documented with.", "horizon: 3 t"),
        new(DiagnosticCodes.UnknownUnit, "A unit that is not known.",
            "Write one of those listed.", "capacity: 5 tons/yr"),
        new(DiagnosticCodes.NotAValue, "Text that is not the number, truth value or quantity expected.",
            "Write one.", "seed: lucky"),
        new(DiagnosticCodes.OutOfRange, "A value that is too small or too large.",
            "Give one within the limits named.", "share: 150 %"),
        new(DiagnosticCodes.UnknownWord, "A word that is not one of those possible.",
            "Choose one of those listed.", "type: export-bann"),
        new(DiagnosticCodes.NotYet, "Something that is planned and not simulated yet.",
            "Do as the hint says.", "market: {elasticity: 0.3}"),
        new(DiagnosticCodes.NoValue, "A key without a value.",
            "Write a value, or leave the key out.", "horizon:"),
        new(DiagnosticCodes.NotADate, "Text that is not a date or a moment.",
            "Write `2026-01-06`, or a time after the start such as `30 d`.", "start: 6/1/2026"),
        new(DiagnosticCodes.BadDistribution, "Parameters that do not make a distribution.",
            "Correct their order and number.", "triangular: [90 d, 60 d, 30 d]"),
    ];
}
