using System.CommandLine;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Comparisons;
using SupplyShockSim.Scenarios.Backtests;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Holds runs against a baseline: what goes in that differs, what comes out, and the curves.</summary>
internal sealed class CompareCommand : CliCommand
{
    private readonly Argument<string[]> _runs = new("RUN|SCENARIO...")
    {
        Description = "Scenario files (YAML) and run folders, at least two, or one with variants or what was observed",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _variants = new("--variant")
    {
        HelpName = "NAME:KEY=VALUE",
        Description = "The first scenario once more with other values, several with ; between them; may be given again",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _baseline = new("--baseline") { HelpName = "NAME", Description = "The run that the others are held against; default: the first" };
    private readonly CompareInputs _how = new();
    private readonly Option<int?> _draws = RangesOfRun.Draws();
    private readonly Option<string?> _observed = BacktestInputs.Observed(isRequired: false);
    private readonly Option<string?> _notes = new("--notes") { HelpName = "FILE", Description = "Dates to point out in figures (CSV): date,text" };
    private readonly Option<bool> _exitCode = new("--exit-code") { Description = "End with 5 where a run differs from the baseline by more than is tolerated" };
    private readonly Option<bool> _anyway = new("--anyway") { Description = "Compare what should not be compared; every figure says so" };
    private readonly Option<string?> _save = new("--save")
    {
        HelpName = "FILE",
        Description = "Keep what is compared in a file (YAML), to name it again with new runs",
    };

    private readonly Option<string?> _out = Inputs.Out("Folder to write; default runs/compare-<address of the comparison>");
    private readonly Option<string> _format = Inputs.Format();

    public CompareCommand()
        : base("compare", "Compare runs: inputs that differ, measures, curves and figures")
    {
        Arguments.Add(_runs);
        _draws.Description = "Draws of what is uncertain in each run, in pairs; 0 for none; default 64 of two runs, none of more";
        foreach (var option in (Option[])[_variants, _baseline, .. _how.All, _observed, _notes, _draws, _exitCode, _anyway, _save, _out, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "compare scenarios/japan-magnet-halt.yaml scenarios/all-magnets-halt.yaml",
        "compare scenarios/japan-magnet-halt.yaml --variant \"half: shocks.magnet halt.share=50 %\" --by country",
        "compare runs/before runs/after --tolerance 1% --exit-code",
        "compare kept.yaml runs/new --save kept.yaml",
        "compare scenarios/backtests/magnet-licensing-2025.yaml --observed scenarios/backtests/magnet-exports.csv",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Codes { get; } = [.. Usual, ExitCode.NotComparable, ExitCode.NotReproduced];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        FigureRenderer.WarmUp();
        var saveAs = arguments.GetValue(_save);
        if (saveAs is not null)
        {
            SavedComparisons.EnsureReplaceable(context, saveAs);
        }

        var (wanted, savedBaseline) = Wanted(arguments, context);
        var loaded = RunsToCompare.Load(context, wanted);
        ComparedScenario[] asked = [.. loaded.Select(l => l.Asked)];
        var baseline = Baseline(asked, arguments.GetValue(_baseline) ?? savedBaseline);
        var options = _how.Of(arguments, RunFiles.GridOf(asked[baseline].Scenario.Spec.Output.Grid));
        var obstacles = Comparability.Of(asked, baseline, options.Align);
        if (obstacles.Count > 0 && !arguments.GetValue(_anyway))
        {
            throw new CliException(ExitCode.NotComparable,
                $"these cannot be compared: {string.Join("; ", obstacles.Select(o => $"{o.What}: {o.Text}"))}; --anyway compares them nevertheless");
        }

        var extra = Extras(arguments, context, options);
        var output = await Task.Run(() => Compare(arguments, loaded, baseline, options, obstacles, extra, cancellation), CancellationToken.None);
        if (output.WithoutDraws is { } why)
        {
            context.Error.WriteLine($"no paired draws: {why}");
        }

        var named = arguments.GetValue(_out) ?? Path.Combine("runs", $"compare-{output.Source.Address}");
        Writing.Try("the folder of the comparison", () => ComparisonFolder.Write(context.Environment.Locate(named), output, cancellation));
        if (saveAs is not null)
        {
            SavedComparisons.Save(context, saveAs, wanted, asked, baseline);
        }

        if (arguments.IsJson(_format))
        {
            await context.Out.WriteAsync(ComparisonFolder.JsonOf(output));
        }
        else
        {
            ComparisonPrinter.Print(context.Out, context.Environment.LineWidth, output, named);
        }

        return arguments.GetValue(_exitCode) && output.Comparison.Differs ? ExitCode.NotComparable : ExitCode.Done;
    }

    private ComparisonOutput Compare(
        ParseResult arguments, IReadOnlyList<(ComparedScenario Asked, ulong? TraceHash)> loaded, int baseline, ComparisonOptions options,
        IReadOnlyList<Obstacle> obstacles, Extra extra, CancellationToken cancellation)
    {
        var runs = RunsToCompare.Run(loaded, cancellation);
        CompareInputs.RequireKnown(options.Where, runs.SelectMany(r => r.Needs));
        var comparison = Comparison.Of(runs, baseline, options)
            ?? throw new CliException(ExitCode.NotComparable, "these cannot be compared: they have no time in common; --align control compares time since the first control");
        var (draws, whyNot) = DrawsToCompare.Of(comparison, arguments.GetValue(_draws), cancellation);
        var observed = extra.Observed is null ? [] : ObservedRun.Of(runs, extra.Observed, cancellation);
        if (extra.Observed is not null && observed.Count == 0)
        {
            throw new CliException(ExitCode.InvalidInput, "no run has an export control, so there are no exports to hold against what was observed");
        }

        DifferenceShares[] shares = [.. comparison.Others.Select(i => DifferenceShares.Of(comparison, i, cancellation)).OfType<DifferenceShares>()];
        var address = ComparisonAddress.Of(comparison, Tool.Version, [.. draws.Take(1).Select(d => FormattableString.Invariant($"draws {d.Draws}")), .. extra.Words]);
        return new ComparisonOutput
        {
            Title = runs.Length == 1 ? runs[0].Name + " against what was observed"
                : string.Join(", ", comparison.Others.Select(i => runs[i].Name)) + " against " + runs[baseline].Name,
            Command = CommandOf(arguments),
            Version = Tool.Version,
            Source = new ComparisonSource(comparison, address) { Overridden = obstacles, Draws = draws, Observed = observed, Notes = extra.Notes, Shares = shares },
            WithoutDraws = whyNot,
        };
    }

    /// <summary>What figures show beside the runs.</summary>
    private sealed record Extra(ObservedFile? Observed, IReadOnlyList<(DateTime Date, string Text)> Notes)
    {
        /// <summary>What stands for it in the address.</summary>
        public IEnumerable<string> Words =>
        [
            .. Observed is null ? Array.Empty<string>() : [$"observed {Observed.Input.Sha256}"],
            .. Notes.Select(n => FormattableString.Invariant($"note {n.Date:yyyy-MM-dd} {n.Text}")),
        ];
    }

    private Extra Extras(ParseResult arguments, CommandContext context, ComparisonOptions options)
    {
        var (observed, notes) = (arguments.GetValue(_observed), arguments.GetValue(_notes));
        if (options.Align == Alignment.Control && (observed ?? notes) is { } dated)
        {
            throw new CliException(ExitCode.WrongUse, $"{dated} has dates, and --align control has none: leave one of them out");
        }

        return new Extra(observed is null ? null : ObservedInput.Load(context, observed, json: false), notes is null ? [] : NotesFile.Load(context, notes));
    }

    /// <summary>What is to be compared: the runs named, then the variants of the first.</summary>
    private (IReadOnlyList<Wanted> Runs, string? Baseline) Wanted(ParseResult arguments, CommandContext context)
    {
        var (named, baseline) = SavedComparisons.Open(context, arguments.GetRequiredValue(_runs));
        var wanted = named.ToList();
        foreach (var variant in arguments.GetRequiredValue(_variants))
        {
            var at = variant.IndexOf(':', StringComparison.Ordinal);
            var set = variant[(at + 1)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (at < 1 || set.Length == 0)
            {
                throw new CliException(ExitCode.WrongUse, $"--variant expects a name and values, such as \"half: shocks.0.share=50 %\", not '{variant}'");
            }

            wanted.Add(new Wanted(named[0].Path, variant[..at].Trim(), [.. named[0].Set, .. set]));
        }

        return wanted.Count > 1 || arguments.GetValue(_observed) is not null ? (wanted, baseline)
            : throw new CliException(ExitCode.WrongUse, "there is nothing to compare with: name a second run, a --variant or --observed");
    }

    private static int Baseline(ComparedScenario[] asked, string? named)
    {
        var found = named is null ? 0 : Array.FindIndex(asked, a => a.Name == named || a.Path == named);
        string[] names = [.. asked.Select(a => a.Name)];
        return found >= 0 ? found
            : throw new CliException(ExitCode.WrongUse, $"there is no run '{named}'{Meant.Hint(named!, names)}; there are {string.Join(", ", names)}");
    }

    /// <summary>The command as it was typed, without what says where its result goes.</summary>
    private string CommandOf(ParseResult arguments)
    {
        var words = new List<string> { Tool.Name };
        var tokens = arguments.Tokens.Select(t => t.Value).ToArray();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == _out.Name || tokens[i] == _format.Name || tokens[i] == _save.Name)
            {
                i++;
                continue;
            }

            words.Add(tokens[i].AsSpan().IndexOfAny(" ;*?$\"'&|<>()") >= 0 ? $"'{tokens[i]}'" : tokens[i]);
        }

        return string.Join(' ', words);
    }
}
