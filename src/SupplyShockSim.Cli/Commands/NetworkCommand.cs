using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Reports;
using SupplyShockSim.Synthesis;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Makes a synthetic network of any size, with a quiet scenario and one with a shock; or shows what a network is made of and how it holds.</summary>
internal sealed class NetworkCommand : CliCommand
{
    private const string Generate = "generate";
    private const string Show = "show";

    private readonly Argument<string> _action = new("ACTION") { Description = "What to do: generate or show" };
    private readonly Argument<string?> _folder = new("FOLDER") { Description = "show: folder or YAML file", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _sites = Count("--sites", "generate: sites of the network, consumers included", 10_000);
    private readonly Option<int> _lanes = Count("--lanes", "generate: lanes of the network, spare ones included", 50_000);
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string?> _out = Inputs.Out("generate: folder to write; it must be empty or not exist");
    private readonly Option<bool> _gzip = new("--gzip") { Description = "generate: compress the tables" };
    private readonly Option<string?> _find = new("--find")
    {
        HelpName = "WORDS",
        Description = "show: only sites with all these words in id, name, country, kind or end use, and all routes to them: \"japan automotive\"",
    };

    private readonly Option<string?> _stage = new("--stage") { HelpName = "STAGE", Description = "show: only who makes or uses this commodity, by id or name" };
    private readonly Option<string> _format = Inputs.Format();

    public NetworkCommand()
        : base("network", "Generate a synthetic network, or show a network: network show scenarios/networks/ndfeb-2024")
    {
        _action.CompletionSources.Add(_ => [new CompletionItem(Generate), new CompletionItem(Show)]);
        _action.Validators.Add(result => Inputs.RequireOneOf(result, "ACTION", [Generate, Show]));
        Arguments.Add(_action);
        Arguments.Add(_folder);
        foreach (var option in (Option[])[_sites, _lanes, _seed, _out, _gzip, _find, _stage, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "network show scenarios/networks/ndfeb-2024 --find japan",
        "network generate --sites 1000 --out networks/large",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        if (arguments.GetRequiredValue(_action) == Show)
        {
            Refuse(arguments, Show, _sites, _lanes, _seed, _out, _gzip);
            return Task.FromResult(ShowNetwork(arguments, context));
        }

        Refuse(arguments, Generate, _find, _stage, _format);
        if (arguments.GetValue(_folder) is { } folder)
        {
            throw new CliException(ExitCode.WrongUse, $"generate takes no FOLDER: to write to it, say --out {folder}");
        }

        return Task.FromResult(GenerateNetwork(arguments, context, cancellation));
    }

    /// <summary>What the other action knows is an error here: nothing is silently ignored.</summary>
    private static void Refuse(ParseResult arguments, string action, params Option[] options)
    {
        if (Array.Find(options, o => arguments.GetResult(o) is { Implicit: false }) is { } option)
        {
            throw new CliException(ExitCode.WrongUse, $"{action} does not know {option.Name}");
        }
    }

    private int ShowNetwork(ParseResult arguments, CommandContext context)
    {
        var folder = arguments.GetValue(_folder) ?? throw new CliException(ExitCode.WrongUse, "say which network: network show FOLDER");
        var json = arguments.IsJson(_format);
        var scenario = ScenarioInput.LoadNetwork(context, folder, json);
        var prepared = scenario.Prepared;
        var selection = new NetworkSelection(prepared.Network, prepared.Spec.Network, arguments.GetValue(_find) ?? "", arguments.GetValue(_stage));
        if (json)
        {
            context.Out.Write(NetworkJson.Of(selection));
        }
        else
        {
            new NetworkPrinter(context.Out, context.Environment.Width, selection).Print(scenario.Name);
        }

        return ExitCode.Done;
    }

    private int GenerateNetwork(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var named = arguments.GetValue(_out) ?? throw new CliException(ExitCode.WrongUse, "say where to: --out DIR");
        var options = new SyntheticNetworkOptions
        {
            Sites = arguments.GetValue(_sites),
            Lanes = arguments.GetValue(_lanes),
            Seed = arguments.GetValue(_seed) ?? 1,
        };
        try
        {
            AtomicFolder.Write(
                context.Environment.Locate(named),
                taken => $"{taken} is there already and is not empty; name another folder",
                fresh => SyntheticNetwork.Generate(options).Write(fresh, arguments.GetValue(_gzip), cancellation));
        }
        catch (ImpossibleNetworkException impossible)
        {
            throw new CliException(ExitCode.WrongUse, impossible.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(problem is Reports.PlaceTakenException ? ExitCode.WrongUse : ExitCode.MachineRefuses,
                $"cannot write the network: {problem.Message}");
        }

        context.Out.WriteLine(named);
        return ExitCode.Done;
    }

    private static Option<int> Count(string name, string description, int usual) => new(name)
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                result.AddError($"{name} expects a whole number, not '{text}'");
            }

            return count;
        },
    };
}
