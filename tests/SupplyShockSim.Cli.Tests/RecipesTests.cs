namespace SupplyShockSim.Cli.Tests;

/// <summary>The recipes read what is written, each in a few lines.</summary>
public sealed class RecipesTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Above(AppContext.BaseDirectory), "scenarios", "RECIPES.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Each_has_five_lines_at_most_and_names_columns_that_are_written()
    {
        var scripts = Scripts("python").Concat(Scripts("r")).ToArray();

        Assert.Equal(7, scripts.Length);
        Assert.All(scripts, script => Assert.InRange(script.Split('\n').Count(l => l.Length > 0 && !l.StartsWith("import ", StringComparison.Ordinal)), 1, 5));
        using var terminal = Written();
        Assert.StartsWith("date,day,measure,site,", File.ReadAllText(terminal.PathOf("runs/mine/series.csv")), StringComparison.Ordinal);
        Assert.StartsWith("date,day,measure,country,commodity,q05,q25,q50,q75,q95,mean\n", File.ReadAllText(terminal.PathOf("runs/mine/ranges.csv")),
            StringComparison.Ordinal);
    }

    [InterpreterFact("python3", "pandas")]
    public void Python_runs_them() => Run("python3", "python");

    [InterpreterFact("Rscript", "stats")]
    public void R_runs_them() => Run("Rscript", "r");

    private static void Run(string program, string language)
    {
        using var terminal = Written();
        Assert.All(Scripts(language), script => Assert.Null(Interpreter.Run(program, terminal.Folder, script)));
    }

    private static Terminal Written()
    {
        var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt + "\nuncertain: [{set: shocks.halt.for, uniform: [10 d, 40 d], source: assumption}]\n");
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--out", "runs/mine", "--draws", "4", "--quiet").Code);

        // A comparison of two runs, as its columns are.
        terminal.Write("comparisons/mine/compare.csv", """
            measure,consumer,country,commodity,unit,short,long,difference,percent
            shortfall.total,smelter,JP,ore,t,48,88,40,83.3
            shortfall.peak,smelter,JP,ore,t/d,4,4,0,0

            """);
        terminal.Write("comparisons/mine/curves.csv", """
            date,day,run,measure,country,commodity,endUse,value,unit
            2026-01-24,23,short,shortfall,JP,ore,automotive,4,t/d
            2026-01-24,23,long,shortfall,JP,ore,automotive,4,t/d

            """);
        return terminal;
    }

    private static string[] Scripts(string language) =>
        [.. Page.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)])];

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "SupplyShockSim.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);
}
