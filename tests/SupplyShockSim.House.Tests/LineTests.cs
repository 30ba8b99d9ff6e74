namespace SupplyShockSim.House.Tests;

/// <summary>
/// No line is longer than a screen is wide, and none has a tab. Left out is what cannot be wrapped: rows of tables, lines inside code blocks (they show
/// what is printed) and lines that are one link in Markdown; what stands inside a raw string in C#; JSON, CSV, SVG and baselines, which programs write.
/// </summary>
public sealed class LineTests
{
    private const int Longest = 160;

    private static readonly string[] Kinds = [".cs", ".md", ".yaml", ".yml", ".csproj", ".props", ".sh", ".py", ".cc", ".cff", ".ci/run", ".ci/refresh"];

    /// <summary>Rooms whose lines are still to be broken. This list only shrinks: a room without a long line must leave it.</summary>
    private static readonly string[] StillLong =
    [
        "src/SupplyShockSim.Scenarios/", "src/SupplyShockSim.Analysis/", "src/SupplyShockSim.Figures/",
        "src/SupplyShockSim.Reports/", "src/SupplyShockSim.Cli/",
    ];

    private static IEnumerable<string> Files =>
        Repository.Ending(Kinds).Where(file => !file.Contains("/Baselines/", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void No_line_is_longer_than_160_characters() =>
        Repository.AssertNone(
            from file in Files
            where !StillLong.Any(room => IsIn(room, file))
            from line in Wrappable(file)
            where line.Text.Length > Longest
            select $"{file}:{line.Number}: {line.Text.Length} characters; break it at {Longest} or before");

    [Fact]
    public void What_may_have_long_lines_has_some() =>
        Repository.AssertNone(
            from room in StillLong
            let files = Files.Where(file => IsIn(room, file)).ToList()
            where files.Count > 0 && !files.Any(file => Wrappable(file).Any(line => line.Text.Length > Longest))
            select $"{room} has no long line any more: take it off the list");

    [Fact]
    public void No_line_has_a_tab() =>
        Repository.AssertNone(
            from file in Files
            from line in Repository.Lines(file).Index()
            where line.Item.Contains('\t', StringComparison.Ordinal)
            select $"{file}:{line.Index + 1}: a tab; write spaces");

    [Fact]
    public void Nothing_is_left_to_do_in_a_comment()
    {
        const string Mark = "TO" + "DO"; // in two parts, so as not to find itself
        Repository.AssertNone(
            from file in Files
            from line in Repository.Lines(file).Index()
            where line.Item.Contains(Mark, StringComparison.Ordinal)
            select $"{file}:{line.Index + 1}: {Mark}; do it, or write an issue");
    }

    [Theory]
    [InlineData("| a | b |", false)]
    [InlineData("- [text](https://example.org/page)", false)]
    [InlineData("[1]: https://example.org/page", false)]
    [InlineData("Words, and [text](https://example.org/page) after them", true)]
    public void Tables_and_links_alone_are_left_out(string line, bool wraps) => Assert.Equal(wraps, Markdown([line]).Any());

    [Fact]
    public void Code_blocks_are_left_out() => Assert.Equal([1, 5], Markdown(["words", "```text", "output", "```", "words"]).Select(l => l.Number));

    [Fact]
    public void Raw_strings_are_left_out() =>
        Assert.Equal([1, 3, 4], CSharp(["var a = \"\"\"", "  text", "  \"\"\";", "var b = 1;"]).Select(l => l.Number));

    private static bool IsIn(string room, string file) => file.StartsWith(room, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal);

    private static IEnumerable<(int Number, string Text)> Wrappable(string file)
    {
        var lines = Repository.Lines(file);
        return Path.GetExtension(file) switch
        {
            ".md" => Markdown(lines),
            ".cs" => CSharp(lines),
            _ => lines.Select((text, i) => (i + 1, text)),
        };
    }

    private static IEnumerable<(int Number, string Text)> CSharp(string[] lines)
    {
        const string Quotes = "\"\"\"";
        var inRaw = false;
        foreach (var (index, line) in lines.Index())
        {
            var turns = (line.Split(Quotes).Length - 1) % 2 == 1;
            if (!inRaw || turns)
            {
                yield return (index + 1, line);
            }

            inRaw ^= turns;
        }
    }

    private static IEnumerable<(int Number, string Text)> Markdown(string[] lines)
    {
        var inCode = false;
        foreach (var (index, line) in lines.Index())
        {
            var text = line.Trim();
            var fence = text.StartsWith("```", StringComparison.Ordinal);
            inCode ^= fence;
            var oneLink = text.TrimStart('-', ' ').StartsWith('[') && !text.TrimStart('-', ' ').Contains(' ', StringComparison.Ordinal);
            var reference = text.StartsWith('[') && text.Contains("]: ", StringComparison.Ordinal);
            if (!fence && !inCode && !text.StartsWith('|') && !oneLink && !reference)
            {
                yield return (index + 1, line);
            }
        }
    }
}
