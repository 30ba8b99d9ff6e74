using System.Collections;

namespace SupplyShockSim.Cli;

/// <summary>All that the command line may know about where it runs, so that tests can say where that is.</summary>
public sealed record CliEnvironment
{
    /// <summary>Full path that relative paths on the command line start from.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Whether a person reads standard output: tables are drawn instead of written plainly.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads standard error: long runs show a progress bar.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Opens standard input, which <c>-</c> stands for where a scenario is asked for.</summary>
    public Func<Stream> StandardInput { get; init; } = () => Stream.Null;

    /// <summary>Characters in a line of the terminal.</summary>
    public int Width { get; init; } = 100;

    /// <summary>How long a line of output may become: as wide as the terminal, where it is one.</summary>
    public int LineWidth => OutputIsTerminal ? Width : int.MaxValue;

    /// <summary>Environment variables, by name.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether output may be coloured: on a terminal, unless NO_COLOR is set to anything (no-color.org) or the terminal is dumb.</summary>
    public bool Colours => OutputIsTerminal && MayColour;

    /// <summary>Whether problems may be coloured; as <see cref="Colours"/>, for the stream of errors.</summary>
    public bool ErrorColours => ErrorIsTerminal && MayColour;

    private bool MayColour =>
        Variables.GetValueOrDefault("NO_COLOR", "").Length == 0 && Variables.GetValueOrDefault("TERM") != "dumb";

    /// <summary>The process's own console, folder and variables.</summary>
    public static CliEnvironment OfProcess() => new()
    {
        WorkingDirectory = Directory.GetCurrentDirectory(),
        StandardInput = Console.OpenStandardInput,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected || Console.WindowWidth < 40 ? 100 : Console.WindowWidth,
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal),
    };

    /// <summary>The path as typed where the process would find it so, else its full path.</summary>
    /// <exception cref="CliException">It is no path: empty, or with a character that no path has.</exception>
    internal string Locate(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new CliException(ExitCode.WrongUse, $"'{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is no path");
        }

        var full = Path.GetFullPath(path, WorkingDirectory);
        return full == Path.GetFullPath(path) ? path : full;
    }
}
