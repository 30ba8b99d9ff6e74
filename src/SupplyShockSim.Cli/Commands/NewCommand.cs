using System.CommandLine;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Writes a scenario to start from; it runs as it is.</summary>
internal sealed class NewCommand : CliCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "Name of the scenario; the file is NAME.yaml" };

    public NewCommand()
        : base("new", "Write a scenario to start from") => Arguments.Add(_name);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "new my-question",
    ];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var name = arguments.GetRequiredValue(_name);
        var file = Path.GetExtension(name) is ".yaml" or ".yml" ? name : name + ".yaml";
        var title = Path.GetFileNameWithoutExtension(file);
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new CliException(ExitCode.WrongUse, "a scenario needs a name");
        }

        var path = context.Environment.Locate(file);
        if (Path.Exists(path))
        {
            throw new CliException(ExitCode.WrongUse, $"{file} exists already; choose another name");
        }

        try
        {
            await using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync(StarterScenario.Text(title));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CliException(problem is DirectoryNotFoundException ? ExitCode.WrongUse : ExitCode.MachineRefuses,
                $"cannot write {file}: {problem.Message}");
        }
        await context.Out.WriteLineAsync(file);
        await context.Error.WriteLineAsync($"It runs as it is: {Tool.Name} run {(file.Contains(' ', StringComparison.Ordinal) ? $"'{file}'" : file)}");
        return ExitCode.Done;
    }
}
