using System.Text;
using SupplyShockSim.Analysis.Comparisons;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Cli.Running;

/// <summary>Comparisons kept in a file: read as part of what is to be compared, so that new runs can join them, and written.</summary>
internal static class SavedComparisons
{
    /// <summary>How far into a file its format is looked for.</summary>
    private const int FirstLines = 20;

    /// <summary>What is named, with the runs of each saved comparison in its place; and the baseline that the first of these names.</summary>
    /// <exception cref="CliException">A saved comparison is invalid; all its problems are printed.</exception>
    public static (IReadOnlyList<Wanted> Runs, string? Baseline) Open(CommandContext context, IEnumerable<string> named)
    {
        var runs = new List<Wanted>();
        string? baseline = null;
        foreach (var path in named)
        {
            if (!IsAt(context, path))
            {
                runs.Add(new Wanted(path, null, []));
                continue;
            }

            var (saved, diagnostics) = ComparisonFile.Load(context.Environment.Locate(path));
            if (diagnostics.Count > 0)
            {
                ScenarioInput.Print(context.Error, diagnostics, json: false, context.Environment.ErrorColours);
            }

            if (saved is null)
            {
                throw new CliException(ExitCode.InvalidInput, $"{path} is invalid: {ScenarioInput.Count(diagnostics)}; nothing was written");
            }

            baseline ??= saved.Baseline;
            var folder = Path.GetDirectoryName(path) ?? "";
            runs.AddRange(saved.Runs.Select(r => new Wanted(Path.Combine(folder, r.Path), r.Name, [.. r.Set.Select(s => $"{s.Key}={s.Value}")])));
        }

        return (runs, baseline);
    }

    /// <summary>Refuses to write over a file that is no saved comparison.</summary>
    /// <exception cref="CliException">There is such a file.</exception>
    public static void EnsureReplaceable(CommandContext context, string path)
    {
        if (Path.Exists(context.Environment.Locate(path)) && !IsAt(context, path))
        {
            throw new CliException(ExitCode.WrongUse, $"{path} is there already and no saved comparison; choose another name");
        }
    }

    /// <summary>Writes what was compared, with paths relative to the file and every run under the name it had.</summary>
    public static void Save(CommandContext context, string path, IReadOnlyList<Wanted> runs, IReadOnlyList<ComparedScenario> asked, int baseline)
    {
        var file = context.Environment.Locate(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var comparison = new ComparisonSpec
        {
            Baseline = asked[baseline].Name,
            Runs =
            [
                .. runs.Select((run, i) => new ComparedSpec
                {
                    Path = Path.GetRelativePath(folder, Path.GetFullPath(context.Environment.Locate(run.Path))).Replace('\\', '/'),
                    Name = asked[i].Name,
                    Set = run.Set.Select(s => s.Split('=', 2)).ToDictionary(s => s[0].Trim(), s => s[1].Trim()),
                }),
            ],
        };
        Writing.Try("the saved comparison", () => File.WriteAllText(file, ComparisonFile.Text(comparison), new UTF8Encoding(false)));
    }

    private static bool IsAt(CommandContext context, string path)
    {
        var file = context.Environment.Locate(path);
        return Path.GetExtension(path) is ".yaml" or ".yml" && File.Exists(file)
            && File.ReadLines(file).Take(FirstLines).Any(line => line.StartsWith("schema:", StringComparison.Ordinal)
                && line.Contains(ComparisonSpec.Format, StringComparison.Ordinal));
    }
}
