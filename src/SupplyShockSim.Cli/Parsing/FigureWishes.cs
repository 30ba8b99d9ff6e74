using SupplyShockSim.Analysis.Selections;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Network;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>What was asked of a figure, as it was written, and how it is understood.</summary>
/// <param name="Figure">The kind.</param>
/// <param name="Measure">Key of a measure, or null.</param>
/// <param name="By">Key of a grouping, or null.</param>
/// <param name="Where">Conditions, each <c>K=V</c>.</param>
internal sealed record FigureWishes(string Figure, string? Measure, string? By, IReadOnlyList<string> Where)
{
    /// <summary>The kind that is meant.</summary>
    /// <exception cref="CliException">There is none of that name.</exception>
    public FigureKind Kind()
    {
        var names = FigureCatalog.All.Select(k => k.Name).ToArray();
        return FigureCatalog.All.FirstOrDefault(k => k.Name == Figure)
            ?? throw new CliException(ExitCode.WrongUse, $"there is no figure '{Figure}'{Meant.Hint(Figure, names)}; there are {string.Join(", ", names)}");
    }

    /// <summary>What is wrong with the wishes whatever the network, as far as that can be said.</summary>
    /// <exception cref="CliException">The kind cannot be asked this; every problem is told.</exception>
    public void Check(FigureKind kind)
    {
        var problems = new List<string>();
        Measured(kind, problems);
        Grouped("--by", kind.By, By, k => k.By.Count > 0, problems);
        foreach (var condition in Where)
        {
            if (!condition.Contains('=', StringComparison.Ordinal))
            {
                problems.Add($"--where expects KEY=VALUE such as country=Japan, not '{condition}'");
                continue;
            }

            Grouped("--where", kind.Where, Split(condition).Key, k => k.Where.Count > 0, problems);
        }

        Require(problems);
    }

    /// <summary>The wishes for the runs of some networks; a member has to be known to each of them.</summary>
    /// <exception cref="CliException">A network has no such member; every problem is told.</exception>
    public FigureChoice Choice(FigureKind kind, SupplyNetwork network)
    {
        Check(kind);
        var problems = new List<string>();
        var conditions = new List<Condition>();
        foreach (var (key, value) in Where.Select(Split))
        {
            var grouping = kind.Where.First(g => g.Key == key);
            if (Condition.Find(network, grouping, value) is { } condition)
            {
                conditions.Add(condition);
                continue;
            }

            var members = grouping.Members(network);
            string[] known = [.. members.SelectMany(m => new[] { m.Id, m.Name }).Distinct(StringComparer.Ordinal)];
            var some = string.Join(", ", members.Take(20).Select(m => m.Id)) + (members.Count > 20 ? " ..." : "");
            problems.Add($"there is no {grouping.One} '{value}'{Meant.Hint(value, known)}; there are {some}");
        }

        Require(problems);
        return new FigureChoice
        {
            Measure = kind.Measures.FirstOrDefault(m => m.Key == Measure),
            By = kind.By.FirstOrDefault(g => g.Key == By),
            Where = conditions,
        };
    }

    private void Measured(FigureKind kind, List<string> problems)
    {
        if (Measure is null || kind.Measures.Any(m => m.Key == Measure))
        {
            return;
        }

        string[] keys = [.. kind.Measures.Select(m => m.Key)];
        problems.Add(keys.Length > 0
            ? $"{kind.Name} does not show the measure '{Measure}'{Meant.Hint(Measure, keys)}; it shows {string.Join(", ", keys)}"
            : $"{kind.Name} shows no measure of choice; these do: {Names(k => k.Measures.Count > 0)}");
    }

    private static void Grouped(string option, IReadOnlyList<Grouping> known, string? written, Func<FigureKind, bool> has, List<string> problems)
    {
        if (written is null || known.Any(g => g.Key == written))
        {
            return;
        }

        string[] keys = [.. known.Select(g => g.Key)];
        problems.Add(keys.Length > 0
            ? $"{option} expects {string.Join(", ", keys)} here, not '{written}'{Meant.Hint(written, keys)}"
            : $"this figure does not know {option}; these do: {Names(has)}");
    }

    private static string Names(Func<FigureKind, bool> has) => string.Join(", ", FigureCatalog.All.Where(has).Select(k => k.Name));

    private static (string Key, string Value) Split(string condition)
    {
        var at = condition.IndexOf('=', StringComparison.Ordinal);
        return (condition[..at].Trim(), condition[(at + 1)..].Trim());
    }

    private static void Require(List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new CliException(ExitCode.WrongUse, string.Join("\n  ", problems.Distinct(StringComparer.Ordinal)));
        }
    }
}
