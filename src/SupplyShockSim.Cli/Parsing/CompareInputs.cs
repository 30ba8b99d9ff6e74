using System.CommandLine;
using System.Globalization;
using SupplyShockSim.Analysis;
using SupplyShockSim.Analysis.Comparisons;

namespace SupplyShockSim.Cli.Parsing;

/// <summary>The options of a comparison: what they are called and what they mean.</summary>
internal sealed class CompareInputs
{
    private static readonly (string Word, CurveGrouping By)[] Groupings =
        [("country", CurveGrouping.Country), ("commodity", CurveGrouping.Commodity), ("endUse", CurveGrouping.EndUse)];

    private readonly Option<string> _mode = Inputs.OneOf(
        new Option<string>("--mode") { Description = "What is drawn of each run; index: 100 at the first control", DefaultValueFactory = _ => "overlay" },
        [.. Words<ComparisonMode>()]);

    private readonly Option<string?> _by = Inputs.OneOf(
        new Option<string?>("--by") { Description = "What curves are told apart by; default: all three" }, [.. Groupings.Select(g => g.Word)]);

    private readonly Option<string[]> _where = new("--where")
    {
        HelpName = "KEY=VALUE",
        Description = $"Only needs with this {string.Join(", ", NeedFilter.Keys.SkipLast(1))} or {NeedFilter.Keys[^1]}; may be given again",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _align = Inputs.OneOf(
        new Option<string>("--align") { Description = "Hold the same dates against each other, or the same time since the first control", DefaultValueFactory = _ => "date" },
        [.. Words<Alignment>()]);

    private readonly Option<bool> _cumulative = new("--cumulative") { Description = "Tonnes up to each time instead of tonnes per day" };

    private readonly Option<double> _tolerance = new("--tolerance")
    {
        HelpName = "SHARE",
        Description = "How much of a need two runs may differ in and count as equal, such as 1%; default 0",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value.Trim();
            var isPercent = text.EndsWith('%');
            if (double.TryParse(text.TrimEnd('%').TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return isPercent ? number / 100 : number;
            }

            result.AddError($"--tolerance expects a share such as 1% or 0.01, not '{text}'");
            return 0;
        },
    };

    public CompareInputs()
    {
        _where.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(t => t.Value))
            {
                var (key, value) = Split(text);
                if (!NeedFilter.Keys.Contains(key) || value.Length == 0)
                {
                    result.AddError($"--where expects one of {string.Join(", ", NeedFilter.Keys)} and a value, such as country=Japan, not '{text}'{Meant.Hint(key, NeedFilter.Keys)}");
                }
            }
        });
    }

    public IEnumerable<Option> All => [_mode, _by, _where, _align, _cumulative, _tolerance];

    /// <summary>How to compare.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="grid">The cells of the baseline.</param>
    public ComparisonOptions Of(ParseResult arguments, SeriesGrid grid) => new()
    {
        Mode = Enum.Parse<ComparisonMode>(arguments.GetRequiredValue(_mode), ignoreCase: true),
        Align = Enum.Parse<Alignment>(arguments.GetRequiredValue(_align), ignoreCase: true),
        By = arguments.GetValue(_by) is { } by ? Array.Find(Groupings, g => g.Word == by).By : null,
        Where = new NeedFilter(arguments.GetRequiredValue(_where).Select(Split).GroupBy(w => w.Key)
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(w => w.Value)])),
        Cumulative = arguments.GetValue(_cumulative),
        Tolerance = arguments.GetValue(_tolerance),
        Grid = grid,
    };

    /// <summary>Refuses a filter whose values no need of any run has.</summary>
    /// <exception cref="CliException">There is such a value.</exception>
    public static void RequireKnown(NeedFilter where, IEnumerable<NamedNeed> needs)
    {
        NamedNeed[] all = [.. needs];
        foreach (var (key, values) in where.Allowed)
        {
            string[] known = [.. all.SelectMany(n => NeedFilter.WordsOf(n, key)).Where(w => w.Length > 0).Distinct()];
            foreach (var value in values.Where(v => !known.Contains(v, StringComparer.OrdinalIgnoreCase)))
            {
                throw new CliException(ExitCode.WrongUse, $"no need has the {key} '{value}'{Meant.Hint(value, known)}; there are {string.Join(", ", known.Take(20))}");
            }
        }
    }

    private static (string Key, string Value) Split(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text, "");

    private static IEnumerable<string> Words<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant());
}
