using System.Text;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Whatever stands in the files, the answer is a scenario or problems with a place: never an exception.</summary>
public class FuzzTests
{
    [Fact]
    public void Random_bytes()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Check(new MemoryFiles().Add("s.yaml", bytes), i);
        }
    }

    [Fact]
    public void Random_text_of_yaml_signs()
    {
        const string Signs = "{}[]:,-#&*!|>'\"%@`?~ \n\t\\abd01.\u00e9";
        var random = new Random(4);
        for (var i = 0; i < 4000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(80)).Select(_ => Signs[random.Next(Signs.Length)])]);
            Check(new MemoryFiles().Add("s.yaml", text), i);
            Check(Networks.Files().Add("s.yaml", Networks.Scenario)
                .Add("nets/a/sites.csv", Networks.Sites.Insert(random.Next(Networks.Sites.Length), text)), i);
        }
    }

    [Fact]
    public void Mutations_of_a_scenario() => Mutate(5, Reading.Small + Reading.Ban, text => new MemoryFiles().Add("s.yaml", text));

    [Fact]
    public void Mutations_of_tables()
    {
        var scenario = Networks.Files().Add("s.yaml", Networks.Scenario);
        Mutate(6, Networks.Sites, text => scenario.Add("nets/a/sites.csv", text));
        scenario = Networks.Files().Add("s.yaml", Networks.Scenario);
        Mutate(7, Networks.Lanes, text => scenario.Add("nets/a/lanes.csv", text));
        scenario = Networks.Files().Add("s.yaml", Networks.Scenario);
        Mutate(8, Networks.Root, text => scenario.Add("nets/a/network.yaml", text));
    }

    /// <summary>What people and programs get wrong: numbers beyond sense, wrong signs, cut, doubled and misplaced pieces.</summary>
    [Fact]
    public void Slips_in_valid_files()
    {
        string[] slips =
        [
            "1e308", "-1", "5e-324", "''", "[]", "{}", "~", "120", "+20 %", "pct", "05.07.2026", "1 s",
            "{lognormal: [30 d, 60]}", ";", "\t", ": ", ":", "\u2013 ", "[", "}", "\"", "'", "#", "\r", "\0",
            "\ufeff", "null", "true", "10,5", new string('x', 300), new string('[', 50), "2026-01-01", "0", "1e-15",
            "extends: s.yaml\n", "---\n", "!!binary ", "&a ", "*a ",
        ];
        var valid = new[]
        {
            ("s.yaml", Networks.Scenario), ("nets/a/network.yaml", Networks.Root), ("nets/a/sites.csv", Networks.Sites), ("nets/a/lanes.csv", Networks.Lanes),
        };
        var random = new Random(10);
        for (var i = 0; i < 5000; i++)
        {
            var (path, text) = valid[random.Next(valid.Length)];
            for (var n = random.Next(1, 3); n > 0; n--)
            {
                text = Slipped(text, slips[random.Next(slips.Length)], random);
            }

            Check(Networks.Files().Add("s.yaml", Networks.Scenario).Add(path, text), i);
        }
    }

    /// <summary>The text with a word replaced by a slip, or with one put somewhere.</summary>
    private static string Slipped(string text, string slip, Random random)
    {
        var at = random.Next(text.Length);
        if (random.Next(3) == 0)
        {
            return text.Insert(at, slip);
        }

        const string Ends = " ,:[]{}\n";
        var start = at;
        while (start > 0 && !Ends.Contains(text[start - 1]))
        {
            start--;
        }

        while (at < text.Length && !Ends.Contains(text[at]))
        {
            at++;
        }

        return text[..start] + slip + text[at..];
    }

    [Fact]
    public void Mutations_of_overrides()
    {
        var random = new Random(9);
        string[] valid = ["shocks.halt.share=50 %", "network.sites.plant.capacity=5 t/d", "market={rationing: priority}", "shocks.0.by=[China, AU]",
            "network.blocs.allies=[JP]"];
        for (var i = 0; i < 600; i++)
        {
            var set = Encoding.UTF8.GetString(Mutated(Encoding.UTF8.GetBytes(valid[random.Next(valid.Length)]), random));
            Check(new MemoryFiles().Add("s.yaml", Reading.Small + Reading.Ban), i, set);
            Check(Networks.Files().Add("s.yaml", Networks.Scenario), i, set);
        }
    }

    private static void Mutate(int seed, string valid, Func<byte[], MemoryFiles> with)
    {
        var random = new Random(seed);
        for (var i = 0; i < 1500; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(valid);
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                bytes = random.Next(3) == 0 ? Mutated(bytes, random) : Encoding.UTF8.GetBytes(MutatedText(Encoding.UTF8.GetString(bytes), random));
            }

            Check(with(bytes), i);
        }
    }

    private static byte[] Mutated(byte[] bytes, Random random)
    {
        var copy = (byte[])bytes.Clone();
        for (var n = random.Next(1, 4); n > 0 && copy.Length > 0; n--)
        {
            copy[random.Next(copy.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)random.Next(32, 127);
        }

        return copy;
    }

    private static string MutatedText(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var line = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(line);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[line]);
                break;
            case 2:
                lines[line] = lines[line].TrimStart();
                break;
            default:
                var words = text.Split(' ');
                var (a, b) = (random.Next(words.Length), random.Next(words.Length));
                (words[a], words[b]) = (words[b], words[a]);
                return string.Join(' ', words);
        }

        return string.Join('\n', lines);
    }

    private static void Check(MemoryFiles files, int round, params string[] set)
    {
        try
        {
            var result = ScenarioLoader.Load("s.yaml", new LoadOptions { Files = files, Set = set });
            Assert.Equal(result.Scenario is null, result.Diagnostics.Any(d => d.Severity == Diagnostics.DiagnosticSeverity.Error));
            Assert.All(result.Diagnostics, d =>
            {
                Assert.True(d.Line >= 1 && d.Column >= 1 && d.Length >= 1, d.ToString());
                Assert.True(d.SourceLine is null || d.Column <= d.SourceLine.Length + 1, d.ToString());
                Assert.NotEqual("", d.Message);
                Assert.NotEqual("", d.File);
            });
            Reading.Printed(result.Diagnostics);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"round {round}, set {string.Join(' ', set)}: {e}\n{Encoding.UTF8.GetString(files.Bytes("s.yaml"))}");
        }
    }
}
