using Spectre.Console;
using SupplyShockSim.Reports;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints the result of a run: on lines of any length where a program or a file may read it, fitted to the terminal where a person does.</summary>
internal static class SummaryPrinter
{
    /// <summary>How soon each column of the table is left out where lines are short: who and how much stay.</summary>
    private static readonly int[] Ranks = [0, 6, 5, 0, 2, 4, 1, 3];

    /// <summary>The first columns hold names, the others numbers and dates.</summary>
    private const int NameColumns = 2;

    /// <param name="context">Where to print.</param>
    /// <param name="title">What to print above.</param>
    /// <param name="summary">The result.</param>
    /// <param name="folder">The run folder, as a person would name it.</param>
    public static void Print(CommandContext context, string title, TerminalSummary summary, string folder)
    {
        var output = context.Out;
        var width = context.Environment.OutputIsTerminal ? context.Environment.Width : int.MaxValue;
        if (context.Environment.OutputIsTerminal)
        {
            TerminalConsole.On(output, context.Environment.Colours).MarkupLineInterpolated($"[bold]{title}[/]");
        }
        else
        {
            output.WriteLine(title);
        }

        Lines(output, [summary.Headline, .. summary.Warnings], width);
        output.WriteLine();
        FittedTable.Write(output, width, [.. summary.Columns.Select((name, i) => new FittedColumn(name, Ranks[i], i >= NameColumns, IsWhole: true))], summary.Rows);
        Lines(output, summary.Omitted is { } omitted ? [omitted] : [], width);
        if (summary.Chart.Count > 0)
        {
            output.WriteLine();
            Lines(output, summary.Chart, int.MaxValue);
        }

        output.WriteLine();
        Lines(output, [summary.Proof, $"run folder: {folder}"], width);
    }

    private static void Lines(TextWriter output, IEnumerable<string> texts, int width)
    {
        foreach (var line in texts.SelectMany(t => width == int.MaxValue ? [t] : FittedTable.Wrap(t, width)))
        {
            output.WriteLine(line);
        }
    }
}
