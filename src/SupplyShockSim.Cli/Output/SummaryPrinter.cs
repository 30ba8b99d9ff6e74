using Spectre.Console;
using SupplyShockSim.Reports;
using SupplyShockSim.Reports.Words;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints the result of a run: on lines of any length where a program or a file may read it, fitted to the terminal where a person does.</summary>
internal static class SummaryPrinter
{
    /// <summary>How soon each column of the table is left out where lines are short: who and how much stay.</summary>
    private static readonly int[] Ranks = [0, 6, 5, 0, 2, 4, 1, 3];

    /// <summary>The same where draws were made: how far the tonnes range stands behind them, and goes after the first date.</summary>
    private static readonly int[] RanksWithRange = [0, 7, 6, 0, 1, 3, 5, 2, 4];

    /// <summary>The first columns hold names, the others numbers and dates.</summary>
    private const int NameColumns = 2;

    /// <param name="context">Where to print.</param>
    /// <param name="run">The run and what is known of it.</param>
    /// <param name="summary">Its result.</param>
    /// <param name="folder">The run folder, as a person would name it.</param>
    public static void Print(CommandContext context, RunOutput run, TerminalSummary summary, string folder)
    {
        var output = context.Out;
        var width = context.Environment.LineWidth;
        if (context.Environment.OutputIsTerminal)
        {
            TerminalConsole.On(output, context.Environment.Colours).MarkupLineInterpolated($"[bold]{run.Heading}[/]");
        }
        else
        {
            output.WriteLine(run.Heading);
        }

        Lines(output, [summary.Headline, .. run.Warnings.Select(WarningWords.Line)], width);
        output.WriteLine();
        Table(output, width, summary.Columns, summary.Rows);
        Lines(output, summary.Omitted is { } omitted ? [omitted] : [], width);
        if (run.Record.Answers.Count > 0)
        {
            output.WriteLine();
            Lines(output, run.Record.Answers.Select(answer => AnswerWords.Line(run.Record, answer)), width);
        }

        if (run.Checks.Count > 0)
        {
            output.WriteLine();
            CheckPrinter.Print(output, width, run.Checks);
        }

        if (summary.Chart.Count > 0)
        {
            output.WriteLine();
            Lines(output, summary.Chart, int.MaxValue);
        }

        output.WriteLine();
        Lines(output, [summary.Proof, $"run folder: {folder}"], width);
    }

    /// <summary>The table of who is short.</summary>
    internal static void Table(TextWriter output, int width, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var ranks = columns.Count == Ranks.Length ? Ranks : RanksWithRange;
        FittedTable.Write(output, width, [.. columns.Select((name, i) => new FittedColumn(name, ranks[i], i >= NameColumns, IsWhole: true))], rows);
    }

    private static void Lines(TextWriter output, IEnumerable<string> texts, int width)
    {
        foreach (var line in texts.SelectMany(t => width == int.MaxValue ? [t] : FittedTable.Wrap(t, width)))
        {
            output.WriteLine(line);
        }
    }
}
