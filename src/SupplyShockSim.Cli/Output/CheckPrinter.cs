using SupplyShockSim.Analysis.Checks;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints how checks came out.</summary>
internal static class CheckPrinter
{
    private static readonly FittedColumn[] Columns =
    [
        .. CheckWords.Columns.Select((name, i) => new FittedColumn(name, i switch { 1 => 3, 4 => 2, 2 => 1, _ => 0 }, IsRight: i is 2 or 3 or 4, IsWhole: true)),
    ];

    /// <summary>A table of the checks and a sentence below it; nothing where there are none.</summary>
    public static void Print(TextWriter output, int width, IReadOnlyList<CheckResult> checks)
    {
        if (CheckWords.Count(checks) is { } count)
        {
            FittedTable.Write(output, width, Columns, [.. checks.Select(CheckWords.Row)]);
            FittedTable.Hang(output, width, "", count);
        }
    }
}
