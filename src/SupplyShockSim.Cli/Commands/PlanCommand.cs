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
    private readonly Option<ulong?> _seed = Inputs.Seed();
    private readonly Option<bool> _all = new("--all") { Description = "Every lane touched and every value, those of the network and defaults too" };
    private readonly Option<string> _format = Inputs.Format();

    public PlanCommand()
        : base("plan", "Show what would happen when, and where every value comes from")
    {
        Arguments.Add(_scenario);
        foreach (var option in (Option[])[_set, _seed, _all, _format])
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "plan scenarios/japan-magnet-halt.yaml",
        "plan scenario.yaml --all --set \"horizon=5 yr\"",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var options = new LoadOptions { Set = arguments.GetRequiredValue(_set), Seed = arguments.GetValue(_seed) };
        var (json, all) = (arguments.IsJson(_format), arguments.GetValue(_all));
        var plan = new ScenarioPlan(ScenarioInput.Load(context, arguments.GetRequiredValue(_scenario), options, json));
        if (json)
        {
            context.Out.Write(PlanJson.Of(plan, all));
        }
        else
        {
            PlanPrinter.Print(context.Out, context.Environment.LineWidth, plan, all);
        }

        return Task.FromResult(ExitCode.Done);
    }
}
