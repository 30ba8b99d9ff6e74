using System.CommandLine;
using SupplyShockSim.Cli.Library;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Names the scenarios and networks that travel inside the program.</summary>
internal sealed class ListCommand : CliCommand
{
    private readonly Option<string> _format = Inputs.Format();

    public ListCommand()
        : base("list", "List the shipped scenarios and networks, to start from with new") => Options.Add(_format);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "list",
        "list --format json",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var shipped = ShippedFiles.Instance;
        var scenarios = shipped.ScenarioNames.Select(name => (Name: name, Title: shipped.TitleOfScenario(name))).ToArray();
        var networks = shipped.NetworkNames.Select(name => (Name: name, Title: shipped.TitleOfNetwork(name))).ToArray();
        if (arguments.IsJson(_format))
        {
            context.Out.Write(Json.TextOfObjects(
                [.. scenarios.Select(s => (Kind: "scenario", s.Name, s.Title)), .. networks.Select(n => (Kind: "network", n.Name, n.Title))],
                (json, row) =>
                {
                    json.WriteString("kind", row.Kind);
                    json.WriteString("name", row.Name);
                    json.WriteString("title", row.Title);
                }));
        }
        else
        {
            context.Out.WriteLine("Scenarios (new NAME --from SCENARIO)");
            PlainTable.Write(context.Out, [.. scenarios.Select(s => (string[])[s.Name, s.Title])], indent: 2);
            context.Out.WriteLine();
            context.Out.WriteLine("Networks (new NAME --network NETWORK)");
            PlainTable.Write(context.Out, [.. networks.Select(n => (string[])[n.Name, n.Title])], indent: 2);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
