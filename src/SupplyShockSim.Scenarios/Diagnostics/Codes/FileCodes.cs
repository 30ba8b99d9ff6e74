namespace SupplyShockSim.Scenarios.Diagnostics.Codes;

/// <summary>Codes of files: syntax, size, encoding, overrides (SS1xx).</summary>
internal static class FileCodes
{
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        new(DiagnosticCodes.FileMissing, "A file or folder is not there.",
            "Correct the path; it is relative to the file it stands in.", "network: networks/ndfeb-2O24"),
        new(DiagnosticCodes.FileUnreadable, "A file is there but cannot be read, or is a folder.",
            "Give the file itself, and the right to read it.", "extends: networks/"),
        new(DiagnosticCodes.TooLarge, "A file, a cell or the number of rows is beyond what is accepted.",
            "Put large networks into sites.csv and lanes.csv.", "a scenario of 40 MB"),
        new(DiagnosticCodes.NotUtf8, "A file is not encoded as UTF-8.",
            "Save it as UTF-8.", "a sites.csv saved as Latin-1"),
        new(DiagnosticCodes.Empty, "A file holds nothing.",
            "Write it, or name another.", "an empty network.yaml"),
        new(DiagnosticCodes.YamlSyntax, "YAML that cannot be parsed.",
            "Correct the line; brackets and quotes must close.", "of: [magnet"),
        new(DiagnosticCodes.SeveralDocuments, "More than one YAML document in a file.",
            "Keep one; take out the line `---`.", "---"),
        new(DiagnosticCodes.YamlFeature, "Anchors, aliases or tags.",
            "Write the value out.", "site: &a {id: mine}"),
        new(DiagnosticCodes.TooDeep, "Lists and maps within each other beyond the limit.",
            "Flatten them.", "[[[[ ... ]]]]"),
        new(DiagnosticCodes.DuplicateKey, "The same key twice in one map.",
            "Keep one of them.", "{id: mine, id: mill}"),
        new(DiagnosticCodes.ExtendsCycle, "A scenario that extends itself, directly or through others.",
            "Take one `extends` out.", "extends: itself.yaml"),
        new(DiagnosticCodes.CellCount, "A row of a table with more or fewer cells than the header.",
            "Add or take out a comma; a cell that holds one stands in quotes.", "mine,mine,AU,Mount Weld, WA"),
        new(DiagnosticCodes.CsvSyntax, "A table whose quotes do not close or stand in the middle of a cell.",
            "Quote the whole cell and double the quotes in it.", "the \"old\" mine"),
        new(DiagnosticCodes.UnknownColumn, "A column that no row has a use for.",
            "Correct its name, or take it out.", "id,kind,contry"),
        new(DiagnosticCodes.MissingColumn, "A column that every row needs.",
            "Add it.", "from,to,flow"),
        new(DiagnosticCodes.DuplicateColumn, "The same column twice.",
            "Keep one of them.", "id,kind,id"),
        new(DiagnosticCodes.Override, "An override that is not written as path=value, or whose path leads nowhere.",
            "Write `--set shocks.0.share=50%`.", "--set shocks.9.share=50%"),
        new(DiagnosticCodes.TooMany, "More problems than are worth listing.",
            "Mend those listed first.", "a column of a million rows in the wrong unit"),
        new(DiagnosticCodes.InputChanged, "A network file that differs from the one a scenario names by its hash.",
            "Restore the file, or take the hash out.", "network: {folder: networks/a, sha256: {sites.csv: 00}}"),
        new(DiagnosticCodes.Separator, "A table whose cells are separated by something else than commas.",
            "Save it with commas.", "id;kind;country"),
    ];
}
