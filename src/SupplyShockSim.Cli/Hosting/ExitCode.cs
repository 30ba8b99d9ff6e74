namespace SupplyShockSim.Cli;

/// <summary>What the command's exit code tells a script.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>A fault of this program.</summary>
    public const int OurFault = 1;

    /// <summary>Wrong use: arguments that mean nothing, or a place that is taken.</summary>
    public const int WrongUse = 2;

    /// <summary>The scenario or what it refers to is invalid; nothing was written.</summary>
    public const int InvalidInput = 3;

    /// <summary>A check of a scenario failed.</summary>
    public const int CheckFailed = 4;

    /// <summary>Runs cannot be compared, or differ by more than is tolerated.</summary>
    public const int NotComparable = 5;

    /// <summary>A run could not be reproduced from its manifest.</summary>
    public const int NotReproduced = 6;

    /// <summary>The machine refuses: the disk is full, a place may not be written, whoever reads the output has gone.</summary>
    public const int MachineRefuses = 7;

    /// <summary>Cancelled by the user (128 + SIGINT).</summary>
    public const int Cancelled = 130;

    /// <summary>What each means, in a few words.</summary>
    internal static IReadOnlyDictionary<int, string> Meanings { get; } = new SortedDictionary<int, string>
    {
        [Done] = "done",
        [OurFault] = "a fault of the program",
        [WrongUse] = "wrong use",
        [InvalidInput] = "invalid input",
        [CheckFailed] = "a check failed",
        [NotComparable] = "runs cannot be compared, or differ by more than is tolerated",
        [NotReproduced] = "a run could not be reproduced",
        [MachineRefuses] = "the machine refuses: disk full, place not writable",
        [Cancelled] = "cancelled",
    };
}
