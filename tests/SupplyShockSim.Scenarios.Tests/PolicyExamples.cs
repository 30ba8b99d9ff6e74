namespace SupplyShockSim.Scenarios.Tests;

/// <summary>The examples of the page of errors that need a shock, an answer or a range which the scenario there is without.</summary>
internal static class PolicyExamples
{
    private const string Reserve = "type: stockpile, name: reserve, of: magnet, for: [Japan], amount: 60 d";
    private const string Project = "type: capacity-project, name: new plant, kind: magnet-plant, country: Japan, technology: magnet-making, capacity: 1 t/d";

    public static IReadOnlyList<CodeExample> All { get; } =
    [
        new("SS328", "flow: 14, range: [12, 16]", "flow: 14, range: [15, 16]") { Place = "flow: 14" },
        new("SS340", "endUse: automotive, elasticity: 0.3", "endUse: automotive, minPrice: 70 USD/kg") { Place = "endUse: automotive" },
        Shock("SS450", "{type: price-change, of: [magnet], to: 60 %}", "{type: price-change, of: [metal], to: 60 %}"),
        Answer("SS451", "{type: price-floor, at: [plant], price: 110 USD/kg}", "{type: price-floor, at: [mine], price: 110 USD/kg}"),
        Answer("SS452", "{type: contract-for-difference, at: [plant], strike: 80 USD/kg}", "{type: contract-for-difference, at: [plant], strike: 0 USD/kg}"),
        Answer("SS453", "{type: subsidy, at: [plant], amount: 150 MUSD, life: 10 yr}", "{type: subsidy, at: [plant], amount: 150 MUSD, life: 0 d}"),
        Shock("SS454", "{type: origin-content, by: Australia, of: [magnet], threshold: 10 %, then: ban}",
            "{type: origin-content, of: [magnet], threshold: 10 %, then: ban}"),
        Shock("SS455", "{type: origin-content, by: Australia, of: [magnet], threshold: 10 %, then: licence, review: 45 d}",
            "{type: origin-content, by: Australia, of: [magnet], threshold: 10 %, then: licence}"),
        Shock("SS456", "{type: origin-content, by: Australia, of: [magnet], threshold: 10 %, then: ban, measure: mass}",
            "{type: origin-content, by: Australia, of: [magnet], threshold: 10 %, then: ban, measure: value}"),
        Answer("SS461", $"{{{Reserve}}}", $"{{{Reserve.Replace("reserve", "plant", StringComparison.Ordinal)}}}"),
        Answer("SS462", $"{{{Reserve}, release: {{when: {{cover: 10 d}}}}}}", $"{{{Reserve}, release: {{when: {{cover: 10 d, price: 200 %}}}}}}"),
        Answer("SS463", $"{{{Reserve}, refill: {{over: 30 d}}}}", $"{{{Reserve}, refill: {{over: 0 d}}}}"),
        Answer("SS464", $"{{{Reserve}}}", "{type: stockpile, name: reserve, of: metal, for: [China], amount: 60 d}"),
        Answer("SS465", $"{{{Reserve}}}", "{type: stockpile, name: reserve, of: [magnet, metal], for: [Japan, China], amount: 60 d}"),
        Shock("SS470", "{type: tariff, name: answer, by: China, rate: 5 %, when: {after: halt}}",
            "{type: tariff, name: answer, by: China, rate: 5 %, when: {after: halt}, suspended: [{from: 40 d, until: 50 d}]}"),
        Shock("SS471", "{type: tariff, name: answer, by: China, rate: 5 %, when: {after: halt}}",
            "{type: tariff, name: answer, by: China, rate: 5 %, when: {for: 10 d}}"),
        Shock("SS472", "{type: tariff, name: answer, by: China, rate: 5 %, when: {after: halt}}",
            "{type: tariff, name: answer, by: China, rate: 5 %, when: {after: hlat}}"),
        Shock("SS473",
            "{type: tariff, name: a, by: China, rate: 5 %, when: {after: halt}}\n  - {type: tariff, name: b, by: China, rate: 5 %, when: {after: a}}",
            "{type: tariff, name: a, by: China, rate: 5 %, when: {after: b}}\n  - {type: tariff, name: b, by: China, rate: 5 %, when: {after: a}}"),
        Shock("SS474", "{type: tariff, name: answer, by: China, rate: 5 %, when: {cover: {at: [Japan], of: magnet, below: 10 d}}}",
            "{type: tariff, name: answer, by: China, rate: 5 %, when: {cover: {at: [Australia], of: magnet, below: 10 d}}}"),
        Answer("SS476", $"{{{Project}}}", $"{{{Project.Replace("1 t/d", "0 t/d", StringComparison.Ordinal)}}}"),
        Answer("SS478", "{type: recycling, of: magnet, into: {magnet: 90 %}, collection: 20 %, lifetime: 10 yr, in: [Japan]}",
            "{type: recycling, of: magnet, into: {magnet: 0 %}, collection: 20 %, lifetime: 10 yr, in: [Japan]}"),
        new("SS479", Both("magnet: 1"), Both("magnet: 1, metal: 1")) { Place = "network: nets/a\n", File = "s.yaml" },
        Answer("SS480", "{type: catch-up, at: [cars], extra: 20 %, within: 90 d}", "{type: catch-up, at: [cars], extra: 0 %, within: 90 d}"),
        Answer("SS481", $"{{{Reserve}}}\n  - {{type: forward-buying, of: magnet, amount: 30 t, over: 30 d, into: reserve}}",
            $"{{{Reserve}}}\n  - {{type: forward-buying, of: magnet, amount: 30 t, over: 0 d, into: reserve}}"),
        Answer("SS482", $"{{{Reserve}}}\n  - {{type: offtake, at: [plant], share: 80 %, price: 95 USD/kg, into: reserve}}",
            "{type: offtake, at: [plant], share: 80 %, price: 95 USD/kg, into: halt}"),
        new("SS508", "adjustment: 30 d, prices: {cap: 5}", "adjustment: 30 d, prices: {cap: 0.5}") { Place = "adjustment: 30 d" },
    ];

    private static CodeExample Shock(string code, string right, string wrong) =>
        new(code, "shocks:\n  - " + right + "\n", "shocks:\n  - " + wrong + "\n") { Place = "shocks:\n" };

    private static CodeExample Answer(string code, string right, string wrong) =>
        new(code, "responses:\n  - " + right + "\nuncertain:\n", "responses:\n  - " + wrong + "\nuncertain:\n") { Place = "uncertain:\n" };

    private static string Both(string uses) =>
        $"network: {{folder: nets/a, add: {{sites: [{{id: new, kind: consumer, country: JP, uses: {{{uses}}}, demand: 0}}]}}}}\n"
        + "responses:\n  - {type: substitution, of: magnet, at: [new], after: 30 d, limit: 30 %, pace: 10 %/yr}\n";
}
