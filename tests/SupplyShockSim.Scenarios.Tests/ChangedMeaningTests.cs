using System.Globalization;
using System.Text.RegularExpressions;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>
/// Slips that change what a file means are never taken without a word: for each kind of slip a valid scenario is changed at a random place, and then
/// either something is told, or the scenario still says what it said.
/// </summary>
public partial class ChangedMeaningTests
{
    private static readonly string Text = CodeExamples.Scenario.Replace("capacity: 12,", "capacity: 12 t/d, ramp: 10 %/month,", StringComparison.Ordinal);

    /// <summary>What people do to a file without meaning to: by name, the places where it can be done, and what is done there.</summary>
    private static readonly (string Name, Regex Place, Func<string, Random, string> Change)[] Slips =
    [
        ("a letter of a key is lost", Key(), (word, random) => Without(word, random)),
        ("two letters of a key are swapped", Key(), Swapped),
        ("a letter of a key is doubled", Key(), (word, random) => word.Insert(random.Next(word.Length), word[random.Next(word.Length)].ToString())),
        ("a letter of a name in a selector is lost", Selector(), (word, random) => Without(word, random)),
        ("a per cent sign is lost", Percent(), (sign, _) => ""),
        ("a sign is put before a multiple", Multiple(), (number, random) => (random.Next(2) == 0 ? "+" : "-") + number),
        ("a decimal comma", Quantity(), (number, random) => number.Replace(" ", ",5 ", StringComparison.Ordinal)),
        ("a letter of a unit is lost or doubled", UnitText(), (unit, random) => random.Next(2) == 0 ? Without(unit, random) : unit + unit[^1]),
        ("a unit of another dimension", Days(), (_, random) => new[] { " t", " USD/t", " %", " t/d" }[random.Next(4)]),
        ("a list is emptied", Names(), (_, _) => "[]"),
        ("a value is lost", Value(), (_, _) => ""),
        ("a space after a colon is lost", Colon(), (_, _) => ":"),
        ("an en dash for a minus or a range", Days(), (_, _) => "\u201360 d"),
    ];

    public static TheoryData<string> Names_of_slips() => [.. Slips.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names_of_slips))]
    public void A_slip_is_told_or_changes_nothing(string name) => Check(name, rounds: 60, seed: 1);

    [Theory]
    [MemberData(nameof(Names_of_slips))]
    [Trait("Category", "Slow")]
    public void A_slip_is_told_or_changes_nothing_at_any_place(string name) => Check(name, rounds: 2000, seed: 2);

    [Fact]
    public void Without_a_slip_nothing_is_told() => Assert.Equal("", Reading.Printed(Load(Text).Diagnostics));

    private static void Check(string name, int rounds, int seed)
    {
        var (_, place, change) = Slips.Single(s => s.Name == name);
        var places = place.Matches(Text);
        Assert.NotEmpty(places);
        var random = new Random(seed);
        var meant = Load(Text).Scenario!.ResolvedYaml;
        for (var i = 0; i < rounds; i++)
        {
            var at = places[random.Next(places.Count)].Groups["here"];
            var text = Text[..at.Index] + change(at.Value, random) + Text[(at.Index + at.Length)..];
            var result = Load(text);
            if (result.Diagnostics.Count == 0 && result.Scenario!.ResolvedYaml != meant)
            {
                var line = Text[..at.Index].Count(c => c == '\n');
                Assert.Fail($"{name}, round {i}: taken without a word: {text.Split('\n')[line]}");
            }
        }
    }

    private static LoadResult Load(string text) => ScenarioLoader.Load("s.yaml", new LoadOptions
    {
        Files = new MemoryFiles().Add("s.yaml", text),
        Measures = Analysis.MeasureCatalog.Checked,
    });

    private static string Without(string word, Random random) => word.Remove(random.Next(word.Length), 1);

    private static string Swapped(string word, Random random)
    {
        var at = random.Next(word.Length - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}");
    }

    // Keys that are not names of one's own: those of recipes and covers are commodities, and told as such.
    [GeneratedRegex("(?<=[{ ]|^)(?<here>[a-zA-Z]{2,}):(?= |$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Key();

    [GeneratedRegex("(by|to|at|of): \\[?(?<here>[A-Za-z]{3,})", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Selector();

    [GeneratedRegex("[1-9][0-9](?<here> ?%)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Percent();

    [GeneratedRegex("to: (?<here>[0-9]+ %)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Multiple();

    [GeneratedRegex("(?<here>[0-9]+ (d|%|t|USD/t))\\b", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Quantity();

    [GeneratedRegex("[0-9] (?<here>t/d|USD/t|yr|days)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex UnitText();

    [GeneratedRegex("(from|for|review|transit|horizon|add|reapply): [0-9]+(?<here> d)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Days();

    [GeneratedRegex("(of|to|at|lanes): (?<here>\\[[a-zA-Z>:]+\\])", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Names();

    [GeneratedRegex("(share|for|rate|horizon|review|demand|flow|country|kind):(?<here> [^,}\n]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Value();

    [GeneratedRegex("[a-zA-Z]{2,}(?<here>: )", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Colon();
}
