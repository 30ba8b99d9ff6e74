using SupplyShockSim.Reports;

namespace SupplyShockSim.Cli.Running;

/// <summary>Writes what a command leaves behind, and says whose fault it is where that fails.</summary>
internal static class Writing
{
    /// <param name="what">What is written: <c>the run folder</c>.</param>
    /// <param name="write">Writes it.</param>
    /// <exception cref="CliException">The place is taken by something else, or the machine refuses: the disk is full, the place may not be written.</exception>
    public static void Try(string what, Action write)
    {
        try
        {
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            var code = problem is PlaceTakenException or DirectoryNotFoundException ? ExitCode.WrongUse : ExitCode.MachineRefuses;
            throw new CliException(code, $"cannot write {what}: {problem.Message}");
        }
    }
}
