namespace SupplyShockSim.Cli.Tests;

/// <summary>What people read fits the line of their terminal, whatever its length.</summary>
public sealed class WidthTests
{
    private const int Narrowest = 40;
    private const int Widest = 120;

    private static readonly string[][] Commands =
    [
        ["run", "halt.yaml", "--out", "here", "--draws", "8"],
        ["check", "halt.yaml"],
        ["plan", "halt.yaml"],
        ["plan", "halt.yaml", "--all"],
        ["explain", "halt.yaml", "--consumer", "smelter"],
        ["network", "show", "net.yaml"],
        ["figures"],
    ];

    public static TheoryData<string> All => [.. Commands.Select(c => string.Join(' ', c))];

    [Theory]
    [MemberData(nameof(All))]
    public void Lines_of_40_to_120_characters_hold_it_and_no_word_is_broken(string command)
    {
        HashSet<string> words = [];
        // A run draws pictures, and its table has few columns to drop: some widths of it are enough.
        var step = command.StartsWith("run", StringComparison.Ordinal) ? 16 : 1;
        for (var width = Widest; width >= Narrowest; width -= step)
        {
            using var terminal = new Terminal { IsTerminal = true, Width = width };
            terminal.Write("halt.yaml", Examples.Halt.Replace("title:", "checks: [{measure: shortfall.total, consumer: smelter, below: 500 t}]\ntitle:",
                StringComparison.Ordinal) + "\nuncertain: [{set: shocks.halt.for, uniform: [10 d, 40 d], source: assumption}]\n");
            terminal.Write("net.yaml", Examples.Network);

            var result = terminal.Run(command.Split(' '));

            Assert.Equal(ExitCode.Done, result.Code);
            var lines = Plain(result.Out).Split('\n').Select(l => l.TrimEnd('\r')).ToArray();
            string[] found = [.. lines.SelectMany(l => l.Split(' ')).Where(w => w.Any(char.IsAsciiLetter) && !w.Contains('/'))];
            words = words.Count > 0 ? words : [.. found];

            // A line may be longer only where it is one word, such as a path.
            Assert.All(lines, l => Assert.True(l.Length <= width || !l.Trim().Contains(' ', StringComparison.Ordinal), $"{width}: {l}"));
            Assert.Empty(found.Except(words));
        }
    }

    /// <summary>Without the sequences that colour it.</summary>
    private static string Plain(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\u001b\\[[0-9;]*m", "", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
}
