namespace SupplyShockSim.Scenarios.Files;

/// <summary>What is accepted from files, so that a broken or hostile one ends in a message.</summary>
internal static class Limits
{
    /// <summary>Size of a YAML file in bytes; networks beyond it belong into tables.</summary>
    public const int YamlBytes = 32 * 1024 * 1024;

    /// <summary>Lists and maps within each other.</summary>
    public const int Depth = 32;

    /// <summary>Bytes in one line of a table.</summary>
    public const int LineLength = 256 * 1024;

    /// <summary>Rows of a table.</summary>
    public const int Rows = 50_000_000;

    /// <summary>Scenarios that extend each other.</summary>
    public const int Extends = 16;

    /// <summary>Characters of a text: a title, a note.</summary>
    public const int TextLength = 10_000;

    /// <summary>Characters of a name or an id.</summary>
    public const int NameLength = 200;

    /// <summary>Shocks of a scenario.</summary>
    public const int Shocks = 10_000;

    /// <summary>Problems listed in one pass.</summary>
    public const int Problems = 1000;
}
