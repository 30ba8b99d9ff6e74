using System.CommandLine;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Lists the kinds of figures, with what each needs and what it can be asked.</summary>
internal sealed class FiguresCommand : CliCommand
{
    private readonly Option<string> _format = Inputs.Format();

    public FiguresCommand()
        : base("figures", "List the figures that can be drawn, and what they need") => Options.Add(_format);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "figures",
        "figures --format json",
    ];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        await context.Out.WriteAsync(arguments.IsJson(_format) ? JsonText() : Text(context.Environment.LineWidth));
        return ExitCode.Done;
    }

    private static string Text(int width)
    {
        using var text = new StringWriter { NewLine = "\n" };
        foreach (var kind in FigureCatalog.All)
        {
            text.WriteLine(kind.Name);
            Line(text, width, "shows", kind.Meaning);
            Line(text, width, "needs", kind.Needs + (kind.ShowsSeveral ? ", or several" : ""));
            Line(text, width, "--by", string.Join(", ", kind.By.Select(g => g.Key)));
            Line(text, width, "--where", string.Join(", ", kind.Where.Select(g => g.Key)));
            Line(text, width, "--measure", string.Join(", ", kind.Measures.Select(m => m.Key)));
            text.WriteLine();
        }

        FittedTable.Hang(text, width, "", "supplyshock plot RUN|SCENARIO --figure KIND --out FILE draws one.");
        return text.ToString();
    }

    private static void Line(StringWriter text, int width, string what, string words)
    {
        const int Indent = 13;
        if (words.Length == 0)
        {
            return;
        }

        var lines = FittedTable.Wrap(words, Math.Max(20, width - Indent));
        text.WriteLine($"  {what,-10} {lines[0]}");
        foreach (var line in lines.Skip(1))
        {
            text.WriteLine(new string(' ', Indent) + line);
        }
    }

    private static string JsonText() => Json.TextOfObjects(FigureCatalog.All, (json, kind) =>
    {
        json.WriteString("name", kind.Name);
        json.WriteString("meaning", kind.Meaning);
        json.WriteString("needs", kind.Needs);
        json.WriteBoolean("inRunFolder", kind.IsUsual);
        json.WriteBoolean("severalRuns", kind.ShowsSeveral);
        json.WriteBoolean("draws", kind.ShowsDraws);
        json.Strings("by", kind.By.Select(g => g.Key));
        json.Strings("where", kind.Where.Select(g => g.Key));
        json.Strings("measures", kind.Measures.Select(m => m.Key));
    });
}
