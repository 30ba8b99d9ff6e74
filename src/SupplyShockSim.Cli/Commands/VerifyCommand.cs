using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Reports;
using SupplyShockSim.Scenarios.Files;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Runs again from the manifest of a run folder and compares: the same inputs have to give the same run.</summary>
internal sealed class VerifyCommand : CliCommand
{
    private readonly Argument<string> _run = new("RUN") { Description = "Run folder, or its manifest" };

    public VerifyCommand()
        : base("verify", "Run again from a run folder, wherever it was taken, and compare") => Arguments.Add(_run);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples { get; } =
    [
        "verify runs/japan-magnet-halt-b2687fce9c",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<int> Codes { get; } = [.. Usual, ExitCode.NotReproduced];

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var run = RecordedRun.At(context, arguments.GetRequiredValue(_run));
        var manifest = run.Manifest;
        Require(manifest, Changes(run.Folder, manifest));

        var result = run.Load();
        if (result.Scenario is null)
        {
            ScenarioInput.Print(context.Error, result.Diagnostics, json: false, context.Environment.ErrorColours);
            Require(manifest, ["the scenario is no longer valid"]);
        }

        var (record, _) = await MeasuredRun.RunAsync(result.Scenario!.Prepared.Open(), context, quiet: false, cancellation);
        Require(manifest, Differences(manifest, record.TraceHash, record.Events));
        var events = record.Events.ToString(CultureInfo.InvariantCulture);
        await context.Out.WriteLineAsync($"reproduced: trace {Hex(record.TraceHash)}, {events} events, inputs and outputs unchanged");
        return ExitCode.Done;
    }

    /// <summary>Files of the folder that are not what they were: what was read, in copies, and what was written.</summary>
    private static IEnumerable<string> Changes(string folder, RunManifest manifest)
    {
        var inputs = manifest.Inputs.Select((input, i) => new InputFile(manifest.InputCopies[i], input.Sha256));
        foreach (var file in inputs.Concat(manifest.Outputs).DistinctBy(f => f.Path))
        {
            var path = Path.Combine(folder, file.Path);
            if (!File.Exists(path))
            {
                yield return $"{file.Path} is missing";
            }
            else if (!Hash(path).Equals(file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{file.Path} has changed";
            }
        }
    }

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }

    private static IEnumerable<string> Differences(RunManifest manifest, ulong traceHash, long events)
    {
        if (traceHash != manifest.TraceHash)
        {
            yield return $"the trace is {Hex(traceHash)}, and was {Hex(manifest.TraceHash)}";
        }

        if (events != manifest.Events)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"there are {events} events, and were {manifest.Events}");
        }
    }

    private static void Require(RunManifest manifest, IEnumerable<string> reasons)
    {
        var why = string.Join("; ", reasons);
        var version = manifest.Version == Tool.Version ? "" : $" (it was run by version {manifest.Version}, this is {Tool.Version})";
        if (why.Length > 0)
        {
            throw new CliException(ExitCode.NotReproduced, $"the run could not be reproduced: {why}{version}");
        }
    }

    private static string Hex(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}
