namespace SupplyShockSim.House.Tests;

/// <summary>The files of the repository, without what is built or written by runs.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Skipped =
        ["bin", "obj", ".git", "runs", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", ".vs", ".idea", ".vscode"];

    public static readonly string Root = Above(AppContext.BaseDirectory);

    /// <summary>Paths from the root, with slashes, in ordinal order.</summary>
    public static readonly IReadOnlyList<string> Files =
        [.. Below(Root).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Ending(params string[] endings) =>
        Files.Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root, file));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>All that is wrong at once, each on a line of its own.</summary>
    public static void AssertNone(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Concat(
            Directory.EnumerateDirectories(folder).Where(inner => !Skipped.Contains(Path.GetFileName(inner))).SelectMany(Below));

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
