using System.Text;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Scenarios.Binding;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Simulation.Markets;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Writes the reference of scenario and network files as Markdown, from the definitions that the reader uses: every key with its meaning, its unit,
/// its default, an example and the version that first understood it.
/// </summary>
public static class ReferenceWriter
{
    /// <summary>The records of files, in the order of the page, each with its heading and what it is for; policies come between.</summary>
    private static readonly (string Heading, string Of, Type Record)[] BeforePolicies =
    [
        ("Scenario", "The keys at the top of a scenario file.", typeof(ScenarioSpec)),
        ("`network` with a folder", "The network by its folder or file, with what is changed and added; a bare folder name is the short form.",
            typeof(NetworkLink)),
        ("`network.add`", "Rows beside those of the files; each as below.", typeof(NetworkAddition)),
        ("`network.scale`", "Multiples of what is assumed alike in all rows: `x2`, `2` or `200 %`.", typeof(NetworkScale)),
        ("Network", "The keys of `network.yaml`, or of a network inside a scenario.", typeof(NetworkSpec)),
        ("Commodity", "An entry of `commodities`.", typeof(CommoditySpec)),
        ("Technology", "An entry of `technologies`, or a recipe in a site.", typeof(TechnologySpec)),
        ("Country", "An entry of `countries`.", typeof(CountrySpec)),
        ("Site", "A row of `sites.csv`, or an entry of `sites`.", typeof(SiteSpec)),
        ("Cohorts", "`cohorts` of a site: the firms that a row stands for.", typeof(CohortSpec)),
        ("Lane", "A row of `lanes.csv`, or an entry of `lanes`.", typeof(LaneSpec)),
        ("Market", "The keys of `market`.", typeof(MarketSpec)),
        ("`market.caution`", "How buyers stock up when a control touches them.", typeof(CautionSpec)),
    ];

    private static readonly (string Heading, string Of, Type Record)[] AfterPolicies =
    [
        ("Exemption", "An entry of `exempt` with dates, or with more than one condition; a bare name is the short form.", typeof(Exemption)),
        ("Window", "An entry of `suspended`.", typeof(Window)),
        ("Step", "An entry of a `schedule`, or of a value that changes with time.", typeof(Step<Share>)),
        ("Uncertain input", "An entry of `uncertain`.", typeof(UncertainSpec)),
        ("`discrete`", "The values of an uncertain input that is one of several.", typeof(DiscreteSpec)),
        ("Check", "An entry of `checks`.", typeof(CheckSpec)),
        ("Back-test", "The keys of `backtest`.", typeof(BacktestSpec)),
        ("Output", "The keys of `output`.", typeof(OutputSpec)),
    ];

    /// <summary>The page.</summary>
    /// <param name="writer">Takes the Markdown.</param>
    /// <param name="measures">What checks may name.</param>
    /// <param name="policies">The kinds of policy that scenarios may name; default: those of this library.</param>
    public static void Write(TextWriter writer, IReadOnlyList<CheckedMeasure> measures, PolicyCatalog? policies = null)
    {
        var catalog = policies ?? PolicyCatalog.Default;
        var kinds = Kinds.Under(catalog);
        var text = new StringBuilder();
        text.Append("# Reference\n\nEvery key of scenario and network files, as the program reads them. A value without a unit has the one named for its key; a key without a default\n")
            .Append("may be left out unless it is required. *Since* is the version that first understood the key. How values are written, and what is refused, says\n")
            .Append("[the page of the room](../src/SupplyShockSim.Scenarios/README.md); problems have [a page of their codes](../src/SupplyShockSim.Scenarios/Diagnostics/README.md).\n");
        foreach (var (heading, of, record) in BeforePolicies)
        {
            Section(text, "## " + heading, of, kinds.RecordOf(record), measures);
        }

        text.Append("\n## Shocks\n\nAn entry of `shocks` has a `type` and the keys of that type.\n");
        foreach (var kind in catalog.Controls.All)
        {
            Section(text, $"### `{kind.Type}`", Sentence(kind.Meaning), kinds.RecordOf(kind.Spec), measures);
        }

        text.Append("\n## Responses\n\nAn entry of `responses` has a `type` and the keys of that type.");
        text.Append(catalog.Answers.All.Count == 0 ? " None is simulated yet.\n" : "\n");
        foreach (var kind in catalog.Answers.All)
        {
            Section(text, $"### `{kind.Type}`", Sentence(kind.Meaning), kinds.RecordOf(kind.Spec), measures);
        }

        foreach (var (heading, of, record) in AfterPolicies)
        {
            Section(text, "## " + heading, of, kinds.RecordOf(record), measures);
        }

        text.Append("\n## Other maps\n\nWhere a key takes a map, the keys of that map.\n");
        foreach (var record in Parts())
        {
            var name = InWords(record.Name);
            Section(text, "### " + name, $"The keys of a map of the kind *{name}*.", kinds.RecordOf(record), measures);
        }

        writer.Write(text.ToString());
    }

    /// <summary>The records that do not stand on the page by themselves.</summary>
    private static IEnumerable<Type> Parts() => new[] { typeof(NetworkSpec), typeof(MarketSpec), typeof(PolicySpec), typeof(ScenarioSpec) }
        .SelectMany(t => t.Assembly.GetTypes())
        .Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false } && !t.IsAssignableTo(typeof(PolicySpec))
            && !Array.Exists(BeforePolicies, b => b.Record == t) && !Array.Exists(AfterPolicies, a => a.Record == t)
            && t.GetProperties().Any(p => p.IsDefined(typeof(FieldAttribute), false)))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    /// <summary>The name of a type as words: <c>PriceTrigger</c> is a price trigger.</summary>
    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (var c in name.EndsWith("Spec", StringComparison.Ordinal) ? name[..^4] : name)
        {
            words.Append(char.IsAsciiLetterUpper(c) && words.Length > 0 ? " " + char.ToLowerInvariant(c) : c.ToString());
        }

        return words.ToString();
    }

    private static void Section(StringBuilder text, string heading, string of, IRecordKind record, IReadOnlyList<CheckedMeasure> measures)
    {
        text.Append('\n').Append(heading).Append("\n\n").Append(of)
            .Append("\n\n| key | meaning | value | default | example | since |\n|---|---|---|---|---|---|\n");
        foreach (var field in record.Fields)
        {
            var (definition, kind) = (field.Definition, field.Kind);
            text.Append("| `").Append(field.Key).Append("` | ").Append(Cell(kind.Meaning(definition.Meaning, measures))).Append(" | ")
                .Append(Cell(Value(kind, definition))).Append(" | ").Append(definition.Required ? "*required*" : Code(definition.Default)).Append(" | ")
                .Append(Code(definition.Example)).Append(" | ").Append(record.Since ?? definition.Since).Append(" |\n");
        }
    }

    /// <summary>What is expected; the keys of a record stand in a table of its own.</summary>
    private static string Value(Kind kind, FieldAttribute definition)
    {
        const string Keys = " with the keys ";
        var expected = kind.Expected;
        var keys = expected.IndexOf(Keys, StringComparison.Ordinal);
        return (keys < 0 ? expected : expected[..keys]) + (definition.TakesWorkdays ? ", or workdays" : "");
    }

    private static string Sentence(string meaning) => char.ToUpperInvariant(meaning[0]) + meaning[1..] + ".";

    private static string Code(string? text) => text is null ? "" : $"`{Cell(text)}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
