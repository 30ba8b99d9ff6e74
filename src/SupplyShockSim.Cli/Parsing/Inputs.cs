using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>The arguments and options that several commands share. The shape of a value's name says what completes it; see <see cref="Completions.ValueKind"/>.</summary>
internal static class Inputs
{
    public static Argument<string> Scenario() => new("SCENARIO") { Description = "Scenario file (YAML), or - for standard input" };

    public static Option<string[]> Set() => new("--set")
    {
        HelpName = "KEY=VALUE",
        Description = "Override one value of the scenario, for example shocks.0.share=50%; may be given again",
        DefaultValueFactory = _ => [],
    };

    public static Option<ulong?> Seed() => new("--seed")
    {
        HelpName = "N",
        Description = "Seed of the random numbers",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            {
                return seed;
            }

            result.AddError($"--seed expects a whole number from 0 to {ulong.MaxValue}, not '{text}'");
            return null;
        },
    };

    /// <summary>A name that tells one run of a scenario from others; it names the folder too.</summary>
    public static Option<string?> Name()
    {
        var option = new Option<string?>("--name") { HelpName = "NAME", Description = "What to call the run, in its titles and its folder" };
        option.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "x";
            if (text.Length is 0 or > 100 || text.StartsWith('.')
                || text.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) >= 0 || text.Any(char.IsControl))
            {
                result.AddError($"--name expects a name that a folder may have, such as half-ban, not '{text}'");
            }
        });
        return option;
    }

    public static Option<string?> Out(string description) => new("--out") { HelpName = "DIR", Description = description };

    /// <summary>Text for people, or JSON for programs.</summary>
    public static Option<string> Format() => Format("text", "json");

    /// <summary>One of some forms, of which the first is the default.</summary>
    public static Option<string> Format(params string[] forms) =>
        OneOf(new Option<string>("--format") { Description = "Form of what goes to standard output", DefaultValueFactory = _ => forms[0] }, forms);

    public static bool IsJson(this ParseResult arguments, Option<string> format) => arguments.GetValue(format) == "json";

    /// <summary>That the log is wanted whole.</summary>
    public const string AllEvents = "all";

    /// <summary>How much of the log goes into <c>events.csv</c>.</summary>
    public static Option<string> Events() => OneOf(
        new Option<string>("--events")
        {
            Description = "How much of the log goes into events.csv: what changed by more than 5 % and its causes, or all",
            DefaultValueFactory = _ => "notable",
        },
        "notable",
        AllEvents);

    /// <summary>The same option, which takes one of some words.</summary>
    public static Option<T> OneOf<T>(Option<T> option, params string[] words)
    {
        option.HelpName = string.Join('|', words);
        option.CompletionSources.Add(_ => words.Select(w => new CompletionItem(w)));
        option.Validators.Add(result => RequireOneOf(result, option.Name, words));
        return option;
    }

    /// <summary>Adds an error when a token given is none of some words.</summary>
    public static void RequireOneOf(SymbolResult result, string what, IReadOnlyList<string> words)
    {
        foreach (var token in result.Tokens.Where(t => !words.Contains(t.Value)))
        {
            result.AddError($"{what} expects {string.Join(", ", words.SkipLast(1))} or {words[^1]}, not '{token.Value}'{Meant.Hint(token.Value, words)}");
        }
    }
}
