using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Running;

/// <summary>Loads what a command was given and says everything that is wrong with it.</summary>
internal static class ScenarioInput
{
    /// <summary>The scenario; warnings are printed, and a person who waits for a large network sees how far it is, unless <paramref name="quiet"/>.</summary>
    /// <exception cref="CliException">It is invalid; all its problems are printed.</exception>
    public static Scenario Load(CommandContext context, string path, LoadOptions options, bool json, bool quiet = false) =>
        Valid(context, path, Read(context, options, quiet, with => Read(context, path, with)), json);

    /// <summary>A network by itself, in a scenario in which nothing happens; otherwise as <see cref="Load"/>.</summary>
    /// <inheritdoc cref="Load" path="/exception"/>
    public static Scenario LoadNetwork(CommandContext context, string path, bool json) =>
        Valid(context, path, Read(context, new LoadOptions(), quiet: false, with => ScenarioLoader.LoadNetwork(context.Environment.Locate(path), with)), json);

    private static Scenario Valid(CommandContext context, string path, LoadResult result, bool json)
    {
        if (result.Diagnostics.Count > 0)
        {
            Print(context.Error, result.Diagnostics, json, context.Environment.ErrorColours);
        }

        return result.Scenario ?? throw new CliException(ExitCode.InvalidInput, $"{path} is invalid: {Count(result.Diagnostics)}; nothing was written");
    }

    /// <summary>What standard input is called in messages and files.</summary>
    private const string StandardInput = "stdin";

    /// <summary>Loads a scenario as named on the command line, where <c>-</c> is standard input; what is wrong comes with it.</summary>
    public static LoadResult Read(CommandContext context, string named, LoadOptions options)
    {
        if (named != "-")
        {
            return Read(context.Environment.Locate(named), options);
        }

        using var buffer = new MemoryStream();
        using (var input = context.Environment.StandardInput())
        {
            input.CopyTo(buffer);
        }

        var (path, bytes) = (context.Environment.Locate(StandardInput), buffer.ToArray());
        var piped = new Dictionary<string, Func<Stream>>(StringComparer.Ordinal) { [path.Replace('\\', '/')] = () => new MemoryStream(bytes) };
        var files = new NamedFiles(piped, options.Files);
        return Read(path, options with { Files = files });
    }

    /// <summary>Loads a scenario whose checks may name any measure there is; what is wrong comes with it.</summary>
    public static LoadResult Read(string path, LoadOptions options) => ScenarioLoader.Load(path, options with { Measures = MeasureCatalog.Checked });

    /// <summary>Whoever stops the program does not wait for the loader to come to a place where it looks up.</summary>
    private static LoadResult Read(CommandContext context, LoadOptions options, bool quiet, Func<LoadOptions, LoadResult> load) => Watched.Do(
        context,
        "loading",
        quiet,
        progress => Task.Run(() => load(options with { Progress = progress, Cancellation = context.Cancellation }), CancellationToken.None)
            .WaitAsync(context.Cancellation).GetAwaiter().GetResult());

    public static void Print(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, bool json, bool colours)
    {
        if (json)
        {
            DiagnosticPrinter.WriteJson(writer, diagnostics);
        }
        else
        {
            DiagnosticPrinter.WriteText(writer, diagnostics, colours);
        }
    }

    /// <summary>How many problems, as a reader would say it.</summary>
    public static string Count(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error);
        var warnings = diagnostics.Count - errors;
        return string.Join(", ", new[] { Some(errors, "error"), Some(warnings, "warning") }.Where(s => s.Length > 0));

        static string Some(int count, string what) => count switch { 0 => "", 1 => $"1 {what}", _ => $"{count} {what}s" };
    }
}
