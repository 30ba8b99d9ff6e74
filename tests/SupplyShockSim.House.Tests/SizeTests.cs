using System.Text.RegularExpressions;

namespace SupplyShockSim.House.Tests;

/// <summary>A file holds one idea and fits in a head; a function fits on a screen.</summary>
public sealed partial class SizeTests
{
    private const int MostLinesOfAFile = 250;
    private const int MostLinesOfAFunction = 70;

    /// <summary>
    /// Files that are still too long, with the lines they may have. This list only shrinks: a file that has become short enough must leave it.
    /// </summary>
    private static readonly Dictionary<string, int> StillTooLong = new(StringComparer.Ordinal)
    {
    };

    /// <summary>The same of files with a function that is still too long.</summary>
    private static readonly Dictionary<string, int> StillLongFunction = new(StringComparer.Ordinal)
    {
        ["CalendarAgainstReferenceTests.cs"] = 79,
        ["RecordBuilder.cs"] = 78,
    };

    [Fact]
    public void No_file_of_the_code_is_longer_than_250_lines() =>
        Repository.AssertNone(
            from file in Repository.Ending(".cs")
            where file.StartsWith("src/", StringComparison.Ordinal)
            let lines = Repository.Lines(file).Length
            let most = StillTooLong.GetValueOrDefault(Path.GetFileName(file), MostLinesOfAFile)
            where lines > most
            select $"{file}: {lines} lines, at most {most}; split it by ideas");

    [Fact]
    public void What_may_be_too_long_is_too_long() =>
        Repository.AssertNone(
            from file in Repository.Ending(".cs")
            where StillTooLong.ContainsKey(Path.GetFileName(file)) && Repository.Lines(file).Length <= MostLinesOfAFile
            select $"{file} is short enough: take it off the list");

    [Fact]
    public void No_function_is_longer_than_70_lines() =>
        Repository.AssertNone(
            from file in Repository.Ending(".cs")
            from function in Functions(Repository.Lines(file))
            where function.Lines > StillLongFunction.GetValueOrDefault(Path.GetFileName(file), MostLinesOfAFunction)
            select $"{file}:{function.Number}: {function.Lines} lines; split it into at most {MostLinesOfAFunction} each");

    [Fact]
    public void Functions_are_told_from_types_and_data()
    {
        string[] lines = ["class A(int x)", "{", "    int F(", "        int y)", "    {", "        return y;", "    }", "    int[] G = new()", "    {",
            "    }", "}"];
        Assert.Equal([(3, 1)], Functions(lines).Where(f => f.Lines > 0));
    }

    /// <summary>
    /// The line of the head of each body and the lines between its braces. One brace style, kept by the build, lets indentation tell: a body is opened by
    /// a brace alone on its line, below a head that ends with a parenthesis, and closed by the next brace with the same indent.
    /// </summary>
    private static IEnumerable<(int Number, int Lines)> Functions(string[] lines)
    {
        for (var open = 1; open < lines.Length; open++)
        {
            if (lines[open].Trim() != "{" || !EndOfHead().IsMatch(lines[open - 1]))
            {
                continue;
            }

            var indent = lines[open][..^1];
            var head = open - 1;
            while (head > 0 && lines[head].StartsWith(indent + " ", StringComparison.Ordinal))
            {
                head--;
            }

            var close = Array.FindIndex(lines, open, line => line.StartsWith(indent + "}", StringComparison.Ordinal));
            if (close >= 0 && !TypeOrData().IsMatch(lines[head]))
            {
                yield return (head + 1, close - open - 1);
            }
        }
    }

    [GeneratedRegex(@"\)(\s*where .*)?$|^\s+where .*$|=>$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndOfHead();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum|namespace)\b|\bnew\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeOrData();
}
