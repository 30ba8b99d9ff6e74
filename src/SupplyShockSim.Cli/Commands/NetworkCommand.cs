using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Reports;
using SupplyShockSim.Synthesis;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Makes a synthetic network of any size, with a quiet scenario and one with a shock.</summary>
internal sealed class NetworkCommand : CliCommand
{
    private const string Generate = "generate";

    private readonly Argument<string> _action = new("ACTION") { Description = "What to do: generate" };
    private readonly Option<int> _sites = Count("--sites", "Sites of the network, consumers included", 10_000);
    private readonly Option<int> _lanes = Count("--lanes", "Lanes of the network, spare ones included", 50_000);
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<string?> _out = Inputs.Out("Folder to write; it must be empty or not exist");
    private readonly Option<bool> _gzip = new("--gzip") { Description = "Compress the tables" };

    public NetworkCommand()
        : base("network", "Generate a synthetic network")
    {
        _action.CompletionSources.Add(_ => [new CompletionItem(Generate)]);
        _action.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value != Generate)
            {
                result.AddError($"ACTION expects {Generate}, not '{result.Tokens[0].Value}'");
            }
        });
        Arguments.Add(_action);
        foreach (var option in (Option[])[_sites, _lanes, _seed, _out, _gzip])
        {
            Options.Add(option);
        }
    }

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
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
            throw new CliException(ExitCode.WrongUse, $"cannot write the network: {problem.Message}");
        }
        context.Out.WriteLine(named);
        return Task.FromResult(ExitCode.Done);
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
