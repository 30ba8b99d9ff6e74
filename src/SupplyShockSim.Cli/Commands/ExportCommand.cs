using System.CommandLine;
using SupplyShockSim.Cli.Parsing;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Reports;
using SupplyShockSim.Reports.Exports;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Writes a run in a form that other programs read.</summary>
internal sealed class ExportCommand : CliCommand
{
    private readonly Argument<string> _run = new("RUN") { Description = "Run folder" };
    private readonly Option<string> _format = Inputs.Format([.. ExportFormats.All.Select(f => f.Name)]);
    private readonly Option<string?> _out = Inputs.Out("Folder to write; it must be empty or not exist; default exports/<run>-<format>");

    public ExportCommand()
        : base("export", "Write a run for other programs")
    {
        _format.Description = string.Join("; ", ExportFormats.All.Select(f => $"{f.Name}: {f.Meaning}"));
        _format.Required = true;
        _format.DefaultValueFactory = null;
        Arguments.Add(_run);
        Options.Add(_format);
        Options.Add(_out);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "export runs/japan-magnet-halt-ad289cd308 --format parquet",
        "export runs/mine --format iamc --out for-the-database",
    ];

    public override Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var named = arguments.GetRequiredValue(_run);
        var format = ExportFormats.All.First(f => f.Name == arguments.GetRequiredValue(_format));
        var run = RecordedRun.At(context, named);
        var scenario = run.Load().Scenario
            ?? throw new CliException(ExitCode.NotReproduced, $"the scenario of {named} is no longer valid; see supplyshock verify");
        var folder = arguments.GetValue(_out) ?? Path.Combine("exports", $"{run.Manifest.Run}-{format.Name}");
        var source = new ExportSource(run.Folder, run.Manifest, scenario.Prepared.Network);
        try
        {
            Writing.Try("the export", () => AtomicFolder.Write(
                context.Environment.Locate(folder),
                taken => $"{taken} is there already and is not empty; name another folder",
                fresh => Fill(fresh, format.Files(source), cancellation)));
        }
        catch (InvalidDataException problem)
        {
            throw new CliException(ExitCode.InvalidInput, problem.Message);
        }

        context.Out.WriteLine(folder);
        return Task.FromResult(ExitCode.Done);
    }

    private static void Fill(string folder, IEnumerable<(string Name, byte[] Bytes)> files, CancellationToken cancellation)
    {
        foreach (var (name, bytes) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
    }
}
