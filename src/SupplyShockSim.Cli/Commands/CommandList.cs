using SupplyShockSim.Cli.Commands;

namespace SupplyShockSim.Cli;

/// <summary>The commands, in the order help lists them. A new command is one file in Commands and one line here.</summary>
internal static class CommandList
{
    public static IReadOnlyList<CliCommand> Create() =>
    [
        new RunCommand(),
        new CheckCommand(),
        new ValidateCommand(),
        new PlanCommand(),
        new ExplainCommand(),
        new AppraiseCommand(),
        new PlotCommand(),
        new FiguresCommand(),
        new CompareCommand(),
        new AttributeCommand(),
        new ExportCommand(),
        new VerifyCommand(),
        new ListCommand(),
        new NewCommand(),
        new NetworkCommand(),
        new SchemaCommand(),
        new BacktestCommand(),
        new CalibrateCommand(),
        new CompletionsCommand(),
    ];
}
