using System.CommandLine;
using SupplyShockSim.Analysis.Appraisals;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Figures.Words;
using SupplyShockSim.Reports.Data;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Runs a scenario with and without its answers, and tells what each would have avoided and cost.</summary>
internal sealed class AppraiseCommand : CliCommand
{
    private const string FigureName = "appraisal";

    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string?> _out = new("--out") { HelpName = "DIR", Description = "Folder for appraise.csv, appraise.json and appraisal.svg" };
    private readonly Option<int> _replications = new("--replications")
    {
        HelpName = "N",
        Description = "Draw licences and projects N times, and tell within what each answer avoids in nine of ten",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string> _format = Inputs.Format("text", "json");

    public AppraiseCommand()
        : base("appraise", "Tell what each answer of a scenario avoids, and what it costs the public")
    {
        Arguments.Add(_scenario);
        _replications.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var n) && n < 1)
            {
                result.AddError($"--replications expects 1 or more, not {text}");
            }
        });
        foreach (var option in (Option[])[_out, _replications, _set, _seed, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } = ["appraise scenarios/answers/japan-60-and-180-days.yaml --out appraisal"];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var path = arguments.GetRequiredValue(_scenario);
        var isJson = arguments.GetRequiredValue(_format) == "json";
        var options = new LoadOptions { Set = arguments.GetRequiredValue(_set), Seed = arguments.GetValue(_seed) };
        var scenario = ScenarioInput.Load(context, path, options, isJson);
        if (scenario.Prepared.Answers.Count == 0)
        {
            throw new CliException(ExitCode.InvalidInput, $"{path} has no answers to appraise: add `responses: [{{type: stockpile, …}}]`");
        }

        var appraisal = Appraise(scenario, arguments.GetValue(_replications), cancellation);
        await context.Out.WriteAsync(isJson ? AppraisalFiles.Json(appraisal) : Text(scenario.Spec.Title ?? scenario.Name, appraisal));
        if (arguments.GetValue(_out) is { } folder)
        {
            Write(context, folder, scenario, appraisal);
        }

        return ExitCode.Done;
    }

    private static Appraisal Appraise(Scenario scenario, int replications, CancellationToken cancellation)
    {
        try
        {
            return Appraisal.Of(scenario.Prepared, replications, cancellation);
        }
        catch (InvalidOperationException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }
    }

    private static void Write(CommandContext context, string folder, Scenario scenario, Appraisal appraisal)
    {
        var figure = FigureCatalog.All.Single(k => k.Name == FigureName).Build(new FigureSource
        {
            Title = scenario.Spec.Title ?? scenario.Name,
            Version = Tool.Version,
            Seed = scenario.Prepared.Spec.Seed,
            Appraisal = appraisal,
        });
        var place = context.Environment.Locate(folder);
        Writing.Try("the appraisal", () =>
        {
            Directory.CreateDirectory(place);
            File.WriteAllText(Path.Combine(place, "appraise.csv"), AppraisalFiles.Csv(appraisal));
            File.WriteAllText(Path.Combine(place, "appraise.json"), AppraisalFiles.Json(appraisal));
        });
        if (figure is not null)
        {
            FigureFile.At(context, Path.Combine(folder, FigureName + ".svg")).Write(figure, FigureRenderer.DefaultWidth);
        }

        context.Error.WriteLine($"wrote appraise.csv, appraise.json and {FigureName}.svg to {folder}");
    }

    private static string Text(string title, Appraisal appraisal)
    {
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine(title);
        text.WriteLine();
        IReadOnlyList<string>[] rows =
        [
            ["answers", "short, t", "avoided, t", "public cost, M USD", "USD per t avoided", "first short, day"],
            .. appraisal.Rows.Select(r => (string[])
            [
                r.Set, Say.Number(r.ShortfallTonnes),
                Say.Number(r.AvoidedTonnes) + (r.AvoidedBand is { } band ? $" ({Say.Number(band.Low)} to {Say.Number(band.High)})" : ""),
                Say.Number(r.PublicCostUsd / 1e6), r.UsdPerTonneAvoided is { } price ? Say.Number(price) : "",
                r.FirstShortfallDay is { } day ? Say.Number(day) : "never",
            ]),
        ];
        PlainTable.Write(text, rows, column => column > 0, indent: 2);
        text.WriteLine();
        text.WriteLine(AppraisalFiles.Sentence(appraisal));
        return text.ToString();
    }
}
