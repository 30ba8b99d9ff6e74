using System.CommandLine;
using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Attributions;
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

/// <summary>Says how much of a measure goes back to which control of a scenario.</summary>
internal sealed class AttributeCommand : CliCommand
{
    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string> _measure = Inputs.OneOf(
        new Option<string>("--measure") { Description = "What is divided, of all needs together", DefaultValueFactory = _ => MeasureCatalog.ShortfallTotal.CheckKey! },
        [.. Divisible.Select(m => m.CheckKey!)]);

    private readonly Option<string[]> _set = Inputs.Set();
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string?> _picture = new("--picture") { HelpName = "FILE", Description = "Draw it as a waterfall, into a file that ends in .svg, .png or .csv" };
    private readonly Option<string> _format = Inputs.Format();

    public AttributeCommand()
        : base("attribute", "Say how much of the shortfall goes back to which control")
    {
        Arguments.Add(_scenario);
        _measure.HelpName = "MEASURE";
        _picture.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && Path.GetExtension(text) is not (".svg" or ".png" or ".csv"))
            {
                result.AddError($"--picture expects a file that ends in .svg, .png or .csv, not '{text}'");
            }
        });
        foreach (var option in (Option[])[_measure, _set, _seed, _picture, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "attribute scenarios/backtests/japan-2010.yaml",
        "attribute scenario.yaml --measure shortfall.peak --picture shares.svg",
    ];

    private static IEnumerable<ServiceMeasure> Divisible => MeasureCatalog.All.Where(m => m.CheckKey is not null && m.Words.Count == 0);

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var options = new LoadOptions { Set = arguments.GetRequiredValue(_set), Seed = arguments.GetValue(_seed) };
        var scenario = ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), options, arguments.IsJson(_format));
        var controls = scenario.Prepared.Controls.Count;
        if (controls is 0 or > Attribution.MostControls)
        {
            throw new CliException(ExitCode.InvalidInput, controls == 0
                ? $"{scenario.Path} has no control: there is nothing to go back to"
                : $"{scenario.Path} has {controls} controls; at most {Attribution.MostControls} can be told apart");
        }

        var measure = Divisible.Single(m => m.CheckKey == arguments.GetRequiredValue(_measure));
        var attribution = await Task.Run(() => Divide(scenario, measure, cancellation), CancellationToken.None);
        if (arguments.GetValue(_picture) is { } picture)
        {
            Draw(context, scenario, attribution, picture, cancellation);
        }

        await context.Out.WriteAsync(arguments.IsJson(_format) ? JsonOf(attribution) : Text(context, scenario, attribution));
        return ExitCode.Done;
    }

    private static Attribution Divide(Scenario scenario, ServiceMeasure measure, CancellationToken cancellation)
    {
        try
        {
            return Attribution.Of(scenario.Prepared, measure, Environment.ProcessorCount, cancellation);
        }
        catch (NoValueException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }
    }

    private static void Draw(CommandContext context, Scenario scenario, Attribution attribution, string picture, CancellationToken cancellation)
    {
        var source = new FigureSource
        {
            Title = scenario.Spec.Title ?? scenario.Name,
            Version = Tool.Version,
            Seed = scenario.Prepared.Spec.Seed,
            Attribution = new AttributionSource(attribution, scenario.Prepared.Run(cancellation).TraceHash),
        };
        var drawn = DrawnFigure.Of(FigureCatalog.Fill(source), cancellation).Single();
        var bytes = drawn.Files().Single(f => Path.GetExtension(f.Name) == Path.GetExtension(picture)).Bytes;
        Writing.Try("the picture", () => File.WriteAllBytes(context.Environment.Locate(picture), bytes.Span));
    }

    private static string JsonOf(Attribution attribution) => Json.Text(json =>
    {
        json.WriteString("measure", attribution.Measure.CheckKey);
        json.WriteString("unit", attribution.Measure.Unit);
        json.WriteNumber("all", attribution.Whole);
        json.WriteNumber("none", attribution.Without);
        json.WriteBoolean("exact", attribution.IsExact);
        json.WriteNumber("runs", attribution.Runs);
        json.Objects("controls", attribution.Shares, share =>
        {
            json.WriteString("name", share.Control);
            json.WriteNumber("value", share.Value);
            json.NumberOrNull("standardError", share.StandardError);
        });
    });

    private static string Text(CommandContext context, Scenario scenario, Attribution attribution)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var unit = attribution.Measure.Unit == "1" ? "" : " " + attribution.Measure.Unit;
        var all = attribution.Whole - attribution.Without;
        text.WriteLine(scenario.Spec.Title ?? scenario.Name);
        text.WriteLine($"{attribution.Measure.CheckKey}: {Say.Number(attribution.Whole)}{unit} under all controls, {Say.Number(attribution.Without)}{unit} without any");
        text.WriteLine();
        FittedTable.Write(text, context.Environment.LineWidth,
            [new FittedColumn("control"), new FittedColumn("value", IsRight: true), new FittedColumn("share", IsRight: true), new FittedColumn("standard error", IsRight: true)],
            [
                .. attribution.Shares.Select(s => (string[])
                [
                    s.Control, Say.Number(s.Value) + unit, all == 0 ? "-" : Say.Percent(s.Value / all), s.StandardError is { } e ? Say.Number(e) + unit : "",
                ]),
            ]);
        text.WriteLine();
        text.WriteLine(attribution.IsExact
            ? string.Create(CultureInfo.InvariantCulture, $"exact, by Shapley's value over {attribution.Runs} subsets of the controls")
            : string.Create(CultureInfo.InvariantCulture, $"estimated by Shapley's value over {2 * Attribution.UsualPairs} random orders of the controls, {attribution.Runs} runs"));
        return text.ToString();
    }
}
