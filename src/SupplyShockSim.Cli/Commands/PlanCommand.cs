using System.CommandLine;
using SupplyShockSim.Cli.Output;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>What would happen when, to whom, and where every value comes from; nothing is run or written.</summary>
internal sealed class PlanCommand : CliCommand
{
    private readonly Argument<string> _scenario = Inputs.Scenario();
    private readonly Option<string[]> _set = Inputs.Set();

    public PlanCommand()
        : base("plan", "Show what would happen when, and where every value comes from")
    {
        Arguments.Add(_scenario);
        Options.Add(_set);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "plan scenarios/japan-magnet-halt.yaml",
        "plan scenario.yaml --set \"horizon=5 yr\"",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var options = new LoadOptions { Set = arguments.GetRequiredValue(_set) };
        var scenario = ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), options, json: false);
        PlanPrinter.Print(context.Out, scenario);
        return Task.FromResult(ExitCode.Done);
    }
}
