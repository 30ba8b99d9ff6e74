namespace SupplyShockSim.Cli;

/// <summary>What the command's exit code tells a script.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault of this program.</summary>
    public const int OurFault = 1;

    /// <summary>Wrong use: arguments that mean nothing, or a place that cannot be written to.</summary>
    public const int WrongUse = 2;

    /// <summary>The scenario or what it refers to is invalid; nothing was written.</summary>
    public const int InvalidInput = 3;

    /// <summary>A check of a scenario failed.</summary>
    public const int CheckFailed = 4;

    /// <summary>A run could not be reproduced from its manifest.</summary>
    public const int NotReproduced = 6;

    /// <summary>Cancelled by the user (128 + SIGINT).</summary>
    public const int Cancelled = 130;
}
