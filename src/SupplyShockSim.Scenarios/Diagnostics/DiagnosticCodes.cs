namespace SupplyShockSim.Scenarios.Diagnostics;

/// <summary>
/// The codes of problems found while files are read: SS1xx syntax and files, SS2xx values and keys, SS55x the scenario as a whole. What each means
/// stands in the <see cref="DiagnosticTable"/>, beside those of the network (SS3xx), the shocks (SS4xx) and the market (SS50x).
/// </summary>
public static class DiagnosticCodes
{
    public const string FileMissing = "SS101";

    public const string FileUnreadable = "SS102";

    public const string TooLarge = "SS103";

    public const string NotUtf8 = "SS104";

    public const string Empty = "SS105";

    public const string YamlSyntax = "SS106";

    public const string SeveralDocuments = "SS107";

    public const string YamlFeature = "SS108";

    public const string TooDeep = "SS109";

    public const string DuplicateKey = "SS110";

    public const string ExtendsCycle = "SS111";

    public const string CellCount = "SS112";

    public const string CsvSyntax = "SS113";

    public const string UnknownColumn = "SS114";

    public const string MissingColumn = "SS115";

    public const string DuplicateColumn = "SS116";

    public const string Override = "SS117";

    public const string TooMany = "SS118";

    public const string InputChanged = "SS119";

    public const string Separator = "SS120";

    public const string UnknownKey = "SS201";

    public const string MissingKey = "SS202";

    public const string WrongShape = "SS203";

    public const string WrongDimension = "SS204";

    public const string UnknownUnit = "SS205";

    public const string NotAValue = "SS206";

    public const string OutOfRange = "SS207";

    public const string UnknownWord = "SS208";

    public const string NotYet = "SS209";

    public const string NoValue = "SS210";

    public const string NotADate = "SS211";

    public const string BadDistribution = "SS212";

    public const string SchemaVersion = "SS551";

    public const string HorizonOrUntil = "SS552";

    public const string BadUncertain = "SS553";

    public const string BadCheck = "SS554";

    public const string BadBacktest = "SS555";

    public const string LongRun = "SS556";
}
