using System.Runtime.CompilerServices;
using System.Text;
using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>The page of errors in the repository: every code with a wrong and a right example, which the program tells apart.</summary>
public class ErrorPageTests
{
    public static TheoryData<string> Codes() => [.. CodeExamples.All.Select(e => e.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gives_that_code_alone_and_the_right_one_nothing(string code)
    {
        var example = CodeExamples.All.Single(e => e.Code == code);
        Assert.Equal("", Reading.Printed(Load(example, example.Right)));
        var told = Load(example, example.Wrong);
        Assert.True(told.Count > 0 && told.All(d => d.Code == code), $"{code}: {Reading.Printed(told)}");
    }

    [Fact]
    public void Every_code_has_an_example_or_a_reason_to_have_none()
    {
        string[] named = [.. CodeExamples.All.Select(e => e.Code), .. CodeExamples.FromCodeOnly, .. CodeExamples.NotInText, .. CodeExamples.OfPlans,
            .. CodeExamples.WithOthers];
        Assert.Equal(named.Length, named.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(named.Except(DiagnosticTable.All.Select(c => c.Code)));
        Assert.Empty(DiagnosticTable.All.Select(c => c.Code).Except(named));
    }

    [Fact]
    public void The_page_in_the_repository_is_up_to_date()
    {
        var path = Path.GetFullPath(Path.Combine(Source(), "../../scenarios/ERRORS.md"));
        if (Environment.GetEnvironmentVariable("SUPPLYSHOCK_ACCEPT") is not null)
        {
            File.WriteAllText(path, Page());
            return;
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), Page());
    }

    private static string Page()
    {
        var text = new StringBuilder();
        text.Append("# Errors\n\nEvery problem in a file is told with its code, its place and what to do. Here is each code with a piece of a file\n")
            .Append("that gives it, and the same piece mended; a test holds both against the program. [REFERENCE.md](REFERENCE.md) has the keys.\n");
        foreach (var code in DiagnosticTable.All)
        {
            text.Append($"\n## {code.Code}\n\n{(code.Severity == DiagnosticSeverity.Error ? "Error" : "Warning")}: {code.Meaning}\n{code.Remedy}\n\n");
            if (CodeExamples.All.FirstOrDefault(e => e.Code == code.Code) is { } example)
            {
                var kind = example.File?.EndsWith(".csv", StringComparison.Ordinal) == true ? "text" : "yaml";
                text.Append($"Wrong:\n\n```{kind}\n{example.Wrong.TrimEnd('\n')}\n```\n\nRight:\n\n```{kind}\n{example.Right.TrimEnd('\n')}\n```\n");
            }
            else
            {
                text.Append(CodeExamples.FromCodeOnly.Contains(code.Code)
                    ? "Only a program that builds the model from C# meets it: in a file another problem is told first.\n"
                    : $"For example: `{code.Example.Replace("`", "", StringComparison.Ordinal)}`\n");
            }
        }

        return text.ToString();
    }

    private static IReadOnlyList<Diagnostic> Load(CodeExample example, string piece)
    {
        var files = example.File is null ? new MemoryFiles().Add("s.yaml", CodeExamples.Scenario) : Networks.Files().Add("s.yaml", Networks.Scenario);
        var path = example.File ?? "s.yaml";
        var text = Encoding.UTF8.GetString(files.Bytes(path));
        var place = example.Place ?? example.Right;
        Assert.Equal(2, text.Split(place).Length); // it stands there once
        var options = new LoadOptions { Files = files.Add(path, text.Replace(place, piece, StringComparison.Ordinal)), Measures = MeasureCatalog.Checked };
        return ScenarioLoader.Load("s.yaml", options).Diagnostics;
    }

    private static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
