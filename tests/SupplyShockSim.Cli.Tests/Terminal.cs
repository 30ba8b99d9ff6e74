namespace SupplyShockSim.Cli.Tests;

/// <summary>A made-up terminal: a working directory of its own, deleted at the end, and streams that are strings.</summary>
internal sealed class Terminal : IDisposable
{
    public Terminal() => Folder = Directory.CreateTempSubdirectory("supplyshock test ").FullName;

    /// <summary>Full path of the working directory; it has a space in it, as users' folders do.</summary>
    public string Folder { get; }

    public Dictionary<string, string> Variables { get; } = new(StringComparer.Ordinal);

    public bool IsTerminal { get; init; }

    /// <summary>What is piped in.</summary>
    public string Input { get; init; } = "";

    /// <summary>Characters in a line.</summary>
    public int Width { get; init; } = 100;

    public Result Run(params string[] args) => RunAsync(CancellationToken.None, args).GetAwaiter().GetResult();

    public async Task<Result> RunAsync(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error, Environment, cancellation);
        return new Result(code, output.ToString(), error.ToString());
    }

    public CliEnvironment Environment => new()
    {
        WorkingDirectory = Folder,
        Variables = Variables,
        StandardInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Input)),
        OutputIsTerminal = IsTerminal,
        ErrorIsTerminal = IsTerminal,
        Width = Width,
    };

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file into the working directory, and folders above it.</summary>
    public string Write(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Paths of all files below the working directory, relative to it, sorted.</summary>
    public string[] Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command left behind.</summary>
internal sealed record Result(int Code, string Out, string Error);
