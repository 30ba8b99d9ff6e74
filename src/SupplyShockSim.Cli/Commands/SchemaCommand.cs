using System.CommandLine;
using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Prints the JSON Schema of scenario files, or of network files, for editors.</summary>
internal sealed class SchemaCommand : CliCommand
{
    private readonly Option<bool> _network = new("--network") { Description = "The schema of network.yaml instead" };

    public SchemaCommand()
        : base("schema", "Print the JSON Schema of scenario files") => Options.Add(_network);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "schema > schema/scenario.schema.json",
        "schema --network > schema/network.schema.json",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        if (arguments.GetValue(_network))
        {
            SchemaWriter.WriteNetwork(context.Out);
        }
        else
        {
            SchemaWriter.Write(context.Out, MeasureCatalog.Checked);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
