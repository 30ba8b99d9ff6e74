using System.CommandLine;
using System.CommandLine.Help;
using SupplyShockSim.Cli.Commands;
using SupplyShockSim.Cli.Hosting;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>The root of the command line: the commands, <c>--help</c> and <c>--version</c>.</summary>
internal sealed class RootOptions
{
    // Neither response files (@file) nor bundled letters (-abc): a path may begin with @, and no option has a letter.
    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private readonly Command _root = new(Tool.Name, "Simulates export-control shocks across critical-mineral supply networks.");
    private readonly Option<bool> _version = new("--version") { Description = "Show the version" };

    public RootOptions(IEnumerable<CliCommand> commands)
    {
        _root.Options.Add(new HelpOption("--help", "-h", "-?") { Description = "Show help" });
        _root.Options.Add(_version);
        foreach (var command in commands)
        {
            _root.Subcommands.Add(command);
        }
    }

    public ParseResult Parse(string[] args) => _root.Parse(args, Configuration);

    public bool AsksForHelp(ParseResult parsed) => parsed.Action is HelpAction;

    public bool AsksForVersion(ParseResult parsed) => parsed.GetValue(_version) && parsed.UnmatchedTokens.Count == 0 && parsed.CommandResult.Command == _root;
}
