using System.CommandLine;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Library;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Writes a scenario to start from, with the network it uses and the schema it points to; it runs as it is.</summary>
internal sealed class NewCommand : CliCommand
{
    private readonly Argument<string> _name = new("NAME") { Description = "Name of the scenario; the file is NAME.yaml" };

    private readonly Option<string?> _from = new("--from")
    {
        HelpName = "SCENARIO",
        Description = $"A shipped scenario to start from; `{Tool.Name} list` names them",
    };

    private readonly Option<string?> _network = new("--network")
    {
        HelpName = "NETWORK",
        Description = "A shipped network, or a folder of your own, to start from",
    };

    public NewCommand()
        : base("new", "Write a scenario to start from")
    {
        Arguments.Add(_name);
        Options.Add(_from);
        Options.Add(_network);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "new my-question",
        "new my-question --from japan-magnet-halt",
        "new my-question --network ndfeb-2024",
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

        if (Path.Exists(context.Environment.Locate(file)))
        {
            throw new CliException(ExitCode.WrongUse, $"{file} exists already; choose another name");
        }

        var files = new WrittenOut(context, Path.GetDirectoryName(file)!);
        files.Add(Path.GetFileName(file), Text(files, title, arguments.GetValue(_from), arguments.GetValue(_network), file, context));
        files.AddSchema();
        var written = await files.WriteAsync();
        await context.Out.WriteLineAsync(file);
        if (written.Count > 1)
        {
            await context.Error.WriteLineAsync("Written with it: " + string.Join(", ", written.Where(w => w != file)));
        }

        await context.Error.WriteLineAsync($"It runs as it is: {Tool.Name} run {(file.Contains(' ', StringComparison.Ordinal) ? $"'{file}'" : file)}");
        return ExitCode.Done;
    }

    /// <summary>The scenario's text; adds the files that it needs.</summary>
    private static string Text(WrittenOut files, string title, string? from, string? network, string file, CommandContext context)
    {
        if (from is not null && network is not null)
        {
            throw new CliException(ExitCode.WrongUse, "--from and --network do not go together: a shipped scenario has its network");
        }

        return from is not null ? Shipped(files, from) : network is not null ? OnNetwork(files, title, network, file, context) : StarterScenario.Text(title);
    }

    /// <summary>A shipped scenario, with what it builds on beside it: paths that led out of its folder lead into the new one.</summary>
    private static string Shipped(WrittenOut files, string name)
    {
        var shipped = ShippedFiles.Instance;
        RequireOneOf("scenario", name, shipped.ScenarioNames);
        var path = ShippedFiles.PathOfScenario(name);
        var result = ScenarioInput.Read(path, new LoadOptions { Files = shipped });
        var scenario = result.Scenario
            ?? throw new CliException(ExitCode.InvalidInput, $"'{name}' cannot be run by this version: {result.Diagnostics[0].Message}");
        foreach (var input in scenario.Inputs.Select(i => i.Path).Where(p => p != path))
        {
            Add(files, input);
        }

        return AtTop(path, shipped.Text(path));
    }

    /// <summary>A ban of what crosses most borders of a network, to be replaced by the question at hand.</summary>
    private static string OnNetwork(WrittenOut files, string title, string network, string file, CommandContext context)
    {
        var shipped = ShippedFiles.Instance;
        var isShipped = shipped.NetworkNames.Contains(network);
        if (!isShipped && !Path.Exists(context.Environment.Locate(network)))
        {
            RequireOneOf("network", network, shipped.NetworkNames);
        }

        var folder = isShipped ? ShippedFiles.FolderOfNetwork(network) : context.Environment.Locate(network);
        var result = ScenarioLoader.LoadNetwork(folder, new LoadOptions { Files = isShipped ? shipped : DiskFiles.Instance });
        var scenario = result.Scenario
            ?? throw new CliException(ExitCode.InvalidInput,
                $"{network} is invalid: {ScenarioInput.Count(result.Diagnostics)}; `{Tool.Name} network show` tells them");
        foreach (var input in isShipped ? scenario.Inputs.Select(i => i.Path) : []) // those of a network below as well
        {
            Add(files, input);
        }

        var own = Path.GetFullPath(Path.GetDirectoryName(context.Environment.Locate(file))!, context.Environment.WorkingDirectory);
        var named = isShipped ? folder : Path.GetRelativePath(own, Path.GetFullPath(folder, context.Environment.WorkingDirectory)).Replace('\\', '/');
        return StarterScenario.OnNetwork(title, named, scenario.Prepared.Network);
    }

    /// <summary>Adds a shipped file, or the whole folder where it is part of a network.</summary>
    private static void Add(WrittenOut files, string path)
    {
        var shipped = ShippedFiles.Instance;
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        foreach (var file in folder.Length > 0 && shipped.IsFile(folder + "/network.yaml") ? shipped.In(folder) : [path])
        {
            files.Add(file, shipped.Text(file));
        }
    }

    private static string AtTop(string path, string text) =>
        path.Contains('/', StringComparison.Ordinal) ? text.Replace("../", "", StringComparison.Ordinal) : text;

    private static void RequireOneOf(string what, string name, IEnumerable<string> names)
    {
        var known = names.ToArray();
        if (!known.Contains(name))
        {
            throw new CliException(ExitCode.WrongUse, $"there is no shipped {what} '{name}'{Meant.Hint(name, known)}; `{Tool.Name} list` names them");
        }
    }
}
