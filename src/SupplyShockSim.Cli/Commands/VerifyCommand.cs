using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using SupplyShockSim.Cli.Hosting;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Reports;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Commands;

/// <summary>Runs again from the manifest of a run folder and compares: the same inputs have to give the same run.</summary>
internal sealed class VerifyCommand : CliCommand
{
    private readonly Argument<string> _run = new("RUN") { Description = "Run folder, or its manifest" };

    public VerifyCommand()
        : base("verify", "Run again from a run folder and compare") => Arguments.Add(_run);

    public override async Task<int> ExecuteAsync(ParseResult arguments, CommandContext context, CancellationToken cancellation)
    {
        var named = arguments.GetRequiredValue(_run);
        var folder = Path.GetFullPath(context.Environment.Locate(named));
        if (Path.GetFileName(folder) == RunFolder.ManifestName)
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        var manifest = Read(named, folder);
        var origin = Origin(folder, manifest, context.Environment.WorkingDirectory);
        Require(manifest, Changes(origin, manifest));

        var options = new LoadOptions { Set = manifest.Overrides, Seed = manifest.Seed };
        var result = ScenarioInput.Read(Path.Combine(origin, manifest.ScenarioPath!), options);
        if (result.Scenario is null)
        {
            ScenarioInput.Print(context.Error, result.Diagnostics, json: false, context.Environment.ErrorColours);
            Require(manifest, ["the scenario is no longer valid"]);
        }
        var (record, _) = await MeasuredRun.RunAsync(result.Scenario!.Prepared.Open(), context, quiet: false, cancellation);
        Require(manifest, Differences(manifest, record.TraceHash, record.Events));
        await context.Out.WriteLineAsync($"reproduced: trace {Hex(record.TraceHash)}, {record.Events.ToString(CultureInfo.InvariantCulture)} events, inputs unchanged");
        return ExitCode.Done;
    }

    private static RunManifest Read(string named, string folder)
    {
        try
        {
            return RunFolder.ReadManifest(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CliException(ExitCode.InvalidInput, $"{named} is not the folder of a run: {problem.Message}");
        }
    }

    /// <summary>
    /// The folder that the manifest's paths start from: they were written as named from the working directory of the run, which by
    /// default is above the run folder; else it is the working directory of now.
    /// </summary>
    private static string Origin(string folder, RunManifest manifest, string workingDirectory)
    {
        for (var above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if (manifest.ScenarioPath is { } path && File.Exists(Path.Combine(above, path)))
            {
                return above;
            }
        }
        return workingDirectory;
    }

    private static IEnumerable<string> Changes(string origin, RunManifest manifest)
    {
        foreach (var input in manifest.Inputs)
        {
            var path = Path.Combine(origin, input.Path);
            if (!File.Exists(path))
            {
                yield return $"{input.Path} is missing";
            }
            else if (!Hash(path).Equals(input.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{input.Path} has changed";
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
