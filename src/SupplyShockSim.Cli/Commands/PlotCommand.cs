using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using System.Text;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Draws a figure of one run or several, as SVG or PNG, with its data as CSV beside it.</summary>
internal sealed class PlotCommand : CliCommand
{
    private readonly Argument<string[]> _runs = new(RunOrScenario.Name) { Description = "Run folders, or scenario files (YAML)", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string> _figure = new("--figure") { HelpName = "KIND", Required = true, Description = "Which figure; supplyshock figures lists them" };
    private readonly Option<string> _out = new("--out") { HelpName = "FILE", Required = true, Description = "Picture to write, .svg or .png; its data go beside it as .csv" };
    private readonly Option<string?> _measure = new("--measure") { HelpName = "MEASURE", Description = "What is measured, by its key in metrics.json" };
    private readonly Option<string?> _by = new("--by") { Description = "What is told apart" };
    private readonly Option<string[]> _where = new("--where")
    {
        HelpName = "KEY=VALUE",
        Description = "Draw some only, for example country=Japan; may be given again",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _observed = BacktestInputs.Observed(isRequired: false);
    private readonly Option<int> _width = new("--width")
    {
        HelpName = "PIXELS",
        Description = $"Width of the picture, {FigureRenderer.LeastWidth} to {FigureRenderer.MostWidth}",
        DefaultValueFactory = _ => FigureRenderer.DefaultWidth,
    };

    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<int?> _draws = RangesOfRun.Draws();

    public PlotCommand()
        : base("plot", "Draw a figure of a run, or of several, with its data beside it")
    {
        Arguments.Add(_runs);
        _figure.CompletionSources.Add(_ => FigureCatalog.All.Select(k => new CompletionItem(k.Name)));
        _measure.CompletionSources.Add(_ => MeasureCatalog.All.Select(m => new CompletionItem(m.Key)));
        _by.HelpName = string.Join('|', Grouping.All.Select(g => g.Key));
        _by.CompletionSources.Add(_ => Grouping.All.Select(g => new CompletionItem(g.Key)));
        _width.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var pixels) && pixels is < FigureRenderer.LeastWidth or > FigureRenderer.MostWidth)
            {
                result.AddError($"--width expects {FigureRenderer.LeastWidth} to {FigureRenderer.MostWidth} pixels, not {text}");
            }
        });
        foreach (var option in (Option[])[_figure, _out, _measure, _by, _where, _observed, _width, _set, _draws])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "plot scenarios/japan-magnet-halt.yaml --figure shortfall --by country --out shortfall.svg",
        "plot runs/japan-magnet-halt-b2687fce9c --figure cover --where country=Japan --out cover.png",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Codes { get; } = [.. Usual, ExitCode.NotReproduced];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var wishes = new FigureWishes(
            arguments.GetRequiredValue(_figure), arguments.GetValue(_measure), arguments.GetValue(_by), arguments.GetRequiredValue(_where));
        var kind = wishes.Kind();
        wishes.Check(kind);
        var file = FigureFile.At(context, arguments.GetRequiredValue(_out));
        RequireFitting(kind, arguments);
        FigureRenderer.WarmUp();

        var (runs, set) = (arguments.GetRequiredValue(_runs), arguments.GetRequiredValue(_set));
        var input = new FigureInput(context, kind, wishes);
        var source = arguments.GetValue(_observed) is { } observed
            ? input.OfBacktest(runs[0], observed, set, cancellation)
            : await input.OfAsync(runs, set, arguments.GetValue(_draws), cancellation);
        var figure = kind.Build(source) ?? throw new CliException(ExitCode.InvalidInput, WhyNot(kind, source));
        file.Write(figure, arguments.GetValue(_width));
        await context.Out.WriteLineAsync(figure.Title);
        context.Error.WriteLine($"wrote {file.Named} and {file.NamedData}");
        return ExitCode.Done;
    }

    /// <summary>What was given that the kind has no use for, or lacks.</summary>
    private void RequireFitting(FigureKind kind, ParseResult arguments)
    {
        var problems = new StringBuilder();
        if (kind.ShowsObserved != arguments.GetValue(_observed) is not null)
        {
            problems.Append(kind.ShowsObserved ? $"{kind.Name} needs --observed FILE" : $"{kind.Name} shows nothing that was observed: leave out --observed");
        }

        if (arguments.GetValue(_draws) is not null && !kind.ShowsDraws)
        {
            problems.Append(problems.Length > 0 ? "\n  " : "").Append($"{kind.Name} shows no draws: leave out --draws");
        }

        if (kind.ShowsObserved && arguments.GetRequiredValue(_runs).Length > 1)
        {
            problems.Append(problems.Length > 0 ? "\n  " : "").Append($"{kind.Name} shows one run");
        }

        if (problems.Length > 0)
        {
            throw new CliException(ExitCode.WrongUse, problems.ToString());
        }
    }

    private static string WhyNot(FigureKind kind, FigureSource source) => source.Choice.Where.Count > 0
        ? $"there is nothing to draw of {source.Choice.Where.Words()}; {kind.Name} needs {kind.Needs}"
        : $"there is nothing to draw: {kind.Name} needs {kind.Needs}";
}
