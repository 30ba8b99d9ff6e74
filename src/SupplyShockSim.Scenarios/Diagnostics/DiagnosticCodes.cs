namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>
/// The stable codes of problems found while reading files: SS1xx syntax and files, SS2xx values and keys, SS55x the scenario as
/// a whole. The model adds SS3xx (the network), SS4xx (the shocks) and SS50x (the market and the horizon), which it finds when a run
/// is prepared.
/// </summary>
public static class DiagnosticCodes
{
    /// <summary>A file or folder is not there.</summary>
    public const string FileMissing = "SS101";

    /// <summary>A file is there but cannot be read.</summary>
    public const string FileUnreadable = "SS102";

    /// <summary>A file, a cell or the number of rows is beyond what is accepted.</summary>
    public const string TooLarge = "SS103";

    /// <summary>A file is not encoded as UTF-8.</summary>
    public const string NotUtf8 = "SS104";

    /// <summary>A file holds nothing.</summary>
    public const string Empty = "SS105";

    /// <summary>YAML that cannot be parsed.</summary>
    public const string YamlSyntax = "SS106";

    /// <summary>More than one YAML document in a file.</summary>
    public const string SeveralDocuments = "SS107";

    /// <summary>Anchors, aliases or tags.</summary>
    public const string YamlFeature = "SS108";

    /// <summary>Lists and maps within each other beyond the limit.</summary>
    public const string TooDeep = "SS109";

    /// <summary>The same key twice in one map.</summary>
    public const string DuplicateKey = "SS110";

    /// <summary>A scenario that extends itself, directly or through others.</summary>
    public const string ExtendsCycle = "SS111";

    /// <summary>A row of a table with more or fewer cells than the header.</summary>
    public const string CellCount = "SS112";

    /// <summary>A table whose quotes do not close or stand in the middle of a cell.</summary>
    public const string CsvSyntax = "SS113";

    /// <summary>A column that no row has a use for.</summary>
    public const string UnknownColumn = "SS114";

    /// <summary>A column that every row needs.</summary>
    public const string MissingColumn = "SS115";

    /// <summary>The same column twice.</summary>
    public const string DuplicateColumn = "SS116";

    /// <summary>An override that is not written as path=value, or whose path leads nowhere.</summary>
    public const string Override = "SS117";

    /// <summary>More problems than are worth listing.</summary>
    public const string TooMany = "SS118";

    /// <summary>A network file that differs from the one a scenario names by its hash.</summary>
    public const string InputChanged = "SS119";

    /// <summary>A table whose cells are separated by something else than commas.</summary>
    public const string Separator = "SS120";

    /// <summary>A key that does not exist.</summary>
    public const string UnknownKey = "SS201";

    /// <summary>A key that must be there.</summary>
    public const string MissingKey = "SS202";

    /// <summary>A list, map or single value where another of these is expected.</summary>
    public const string WrongShape = "SS203";

    /// <summary>A quantity of the wrong dimension.</summary>
    public const string WrongDimension = "SS204";

    /// <summary>A unit that is not known.</summary>
    public const string UnknownUnit = "SS205";

    /// <summary>Text that is not the number, truth value or quantity expected.</summary>
    public const string NotAValue = "SS206";

    /// <summary>A value that is too small or too large.</summary>
    public const string OutOfRange = "SS207";

    /// <summary>A word that is not one of those possible.</summary>
    public const string UnknownWord = "SS208";

    /// <summary>Something that is planned and not simulated yet.</summary>
    public const string NotYet = "SS209";

    /// <summary>A key without a value.</summary>
    public const string NoValue = "SS210";

    /// <summary>Text that is not a date or a moment.</summary>
    public const string NotADate = "SS211";

    /// <summary>Parameters that do not make a distribution.</summary>
    public const string BadDistribution = "SS212";

    /// <summary>A scenario of another format.</summary>
    public const string SchemaVersion = "SS551";

    /// <summary>Neither or both of <c>horizon</c> and <c>until</c>.</summary>
    public const string HorizonOrUntil = "SS552";

    /// <summary>An uncertain input that does not say what it should.</summary>
    public const string BadUncertain = "SS553";

    /// <summary>A check that cannot be made.</summary>
    public const string BadCheck = "SS554";

    /// <summary>A back-test that cannot be made.</summary>
    public const string BadBacktest = "SS555";
}
