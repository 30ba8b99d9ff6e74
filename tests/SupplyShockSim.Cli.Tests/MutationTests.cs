using System.Text;

namespace SupplyShockSim.Cli.Tests;

/// <summary>
/// Valid files with random changes go through the program as a user would hand them in: never a stack trace, never the exit code of a fault of ours, never
/// a wait without end.
/// </summary>
public sealed class MutationTests
{
    private const int FilesInOneCall = 100;

    /// <summary>Far more than a hundred small files take, on a machine that is busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string[] Slips =
    [
        "1e308", "-1", "5e-324", "''", "[]", "{}", "~", "120", "+20 %", "50 pct", "05.07.2026", "1 s", "{lognormal: [30 d, 60]}", ";", "\t", ": ", ":",
            "\u2013", "[",
        "}", "\"", "#", "\r", "\0", "\ufeff", "null", "true", "10,5", "2026-01-01", "0", "1e-15", "extends: s.yaml\n", "---\n", "!!binary ", "&a ", "*a ",
        "45 workdays", "exempt: [{to: Japan, from: 30 d}]", "network: {folder: x, add: {sites: []}}", new string('x', 300), new string('[', 60),
    ];

    [Fact]
    public Task Five_thousand() => Check(5_000, seed: 11);

    [Fact]
    [Trait("Category", "Slow")]
    public Task A_hundred_thousand() => Check(100_000, seed: 12);

    private static async Task Check(int count, int seed)
    {
        using var terminal = new Terminal();
        using var patience = new CancellationTokenSource();
        string[] valid = [Examples.Halt, .. Directory.GetFiles(Path.Combine(HowToTests.Folder, "how-to"), "another*.yaml").Select(File.ReadAllText)];
        var random = new Random(seed);
        for (var done = 0; done < count; done += FilesInOneCall)
        {
            var names = new string[FilesInOneCall];
            for (var i = 0; i < names.Length; i++)
            {
                names[i] = $"m{i}.yaml";
                terminal.Write(names[i], Changed(valid[random.Next(valid.Length)], random));
            }

            patience.CancelAfter(Patience);
            var result = await terminal.RunAsync(patience.Token, ["validate", .. names]);
            Assert.True(result.Code is ExitCode.Done or ExitCode.InvalidInput,
                $"files {done} and on: exit {result.Code}\n{result.Error[..Math.Min(2000, result.Error.Length)]}");
            Assert.DoesNotContain("   at SupplyShockSim", result.Error, StringComparison.Ordinal);
            Assert.Equal(FilesInOneCall, result.Out.Split('\n').Length - 1);
        }
    }

    private static string Changed(string text, Random random)
    {
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(text.Length);
            text = random.Next(5) switch
            {
                0 => text.Insert(at, Slips[random.Next(Slips.Length)]),
                1 => text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)),
                2 => text.Remove(at, 1).Insert(at, ((char)random.Next(32, 127)).ToString()),
                3 => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 40), text.Length - at))),
                _ => Word(text, at, Slips[random.Next(Slips.Length)]),
            };
        }

        return text;
    }

    /// <summary>The text with the word at a place replaced.</summary>
    private static string Word(string text, int at, string slip)
    {
        const string Ends = " ,:[]{}\n";
        var (start, end) = (at, at);
        while (start > 0 && !Ends.Contains(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && !Ends.Contains(text[end]))
        {
            end++;
        }

        return new StringBuilder(text).Remove(start, end - start).Insert(start, slip).ToString();
    }
}
