using Spectre.Console;
using SupplyShockSim.Reports;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints the result of a run: plainly where a program or a file may read it, framed and coloured on a terminal.</summary>
internal static class SummaryPrinter
{
    /// <summary>The first columns hold names, the others numbers and dates.</summary>
    private const int NameColumns = 2;

    /// <param name="context">Where to print.</param>
    /// <param name="title">The scenario's title.</param>
    /// <param name="summary">The result.</param>
    /// <param name="folder">The run folder, as a person would name it.</param>
    public static void Print(CommandContext context, string title, TerminalSummary summary, string folder)
    {
        var output = context.Out;
        if (context.Environment.OutputIsTerminal)
        {
            Draw(TerminalConsole.On(output, context.Environment.Colours), title, summary);
        }
        else
        {
            Write(output, title, summary);
        }

        if (summary.Chart.Count > 0)
        {
            output.WriteLine();
            foreach (var line in summary.Chart)
            {
                output.WriteLine(line);
            }
        }
        output.WriteLine();
        output.WriteLine(summary.Proof);
        output.WriteLine($"run folder: {folder}");
    }

    private static void Write(TextWriter output, string title, TerminalSummary summary)
    {
        output.WriteLine(title);
        output.WriteLine(summary.Headline);
        output.WriteLine();
        PlainTable.Write(output, [summary.Columns, .. summary.Rows], column => column >= NameColumns);
        if (summary.Omitted is not null)
        {
            output.WriteLine(summary.Omitted);
        }
    }

    private static void Draw(IAnsiConsole console, string title, TerminalSummary summary)
    {
        console.MarkupLineInterpolated($"[bold]{title}[/]");
        console.WriteLine(summary.Headline);
        console.WriteLine();
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < summary.Columns.Count; i++)
        {
            table.AddColumn(new TableColumn(new Text(summary.Columns[i])) { Alignment = i < NameColumns ? Justify.Left : Justify.Right, NoWrap = i >= NameColumns });
        }

        foreach (var row in summary.Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
        if (summary.Omitted is not null)
        {
            console.WriteLine(summary.Omitted);
        }
    }
}
