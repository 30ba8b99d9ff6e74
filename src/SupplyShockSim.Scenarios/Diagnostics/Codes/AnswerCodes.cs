namespace SupplyShockSim.Scenarios.Diagnostics.Codes;

/// <summary>Codes of answers to shocks and of conditions (SS46x to SS48x).</summary>
internal static class AnswerCodes
{
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        new("SS460", "A stockpile for nobody.",
            "Name the countries or blocs whose buyers it serves.", "{type: stockpile, of: magnet, for: [], amount: 60 d}"),
        new("SS461", "An answer that has the name of a site.",
            "Give it another name.", "{type: stockpile, name: smelter}"),
        new("SS462", "Both a cover and a price say when a stockpile releases goods.",
            "Keep one of them.", "when: {cover: 10 d, price: 200 %}"),
        new("SS463", "A time of a stockpile below zero, or a cover or a time to fill of nothing.",
            "Correct the span.", "refill: {over: 0 d}"),
        new("SS464", "An answer that buys a commodity without a price.",
            "Give the commodity a `price`, else its cost is not counted.", "{id: magnet}") { Severity = DiagnosticSeverity.Warning },
        new("SS465", "A stockpile of a group of commodities.",
            "Name the commodity, or give each its own stockpile.", "{type: stockpile, of: magnets}"),
        new("SS470", "A condition beside a date of announcement or suspension.",
            "Leave out `announced` and `suspended`, or give `from` instead of `when`.", "{when: {after: halt}, announced: 2026-01-01}"),
        new("SS471", "A condition that asks for nothing, or for several things.",
            "Give one of `price`, `cover`, `shortfall` and `after`.", "when: {for: 10 d}"),
        new("SS472", "A condition that waits for a policy that there is not.",
            "Name a shock or a response.", "when: {after: hlat}"),
        new("SS473", "Policies that each start only after another of them.",
            "Give one of them a date.", "a: {when: {after: b}}, b: {when: {after: a}}"),
        new("SS474", "A condition on places where nobody uses the commodity.",
            "Check its places and its commodity against the network.", "when: {cover: {at: [Norway], of: magnet, below: 10 d}}"),
        new("SS475", "A project that cannot be put into the network.",
            "Check that its country and technology are there, that it makes something, and that no site has its name.", "{type: capacity-project, technology: none}"),
        new("SS476", "A project without capacity.",
            "Give a capacity above zero.", "capacity: 0 t/d"),
        new("SS477", "A stage of a project whose time is no distribution.",
            "Correct the time.", "construction: {triangular: [3 yr, 2 yr, 1 yr]}"),
        new("SS478", "Recycling from which nothing comes back.",
            "Write `into: {commodity: yield}`, each yield above zero.", "into: {}"),
        new("SS479", "Substitution at consumers who use several commodities.",
            "Name consumers that use one commodity.", "{type: substitution, of: magnet}"),
        new("SS480", "A catch-up in which nothing can be made up.",
            "Give an `extra` and a `within` above zero.", "{extra: 0 %, within: 90 d}"),
        new("SS481", "Purchases in no time.",
            "Give a span above zero.", "over: 0 d"),
        new("SS482", "An offtake into a stockpile that its maker has no way to.",
            "Name a stockpile that holds the maker's main product, and give the maker a lane to a buyer whom that serves.",
            "{type: offtake, at: [mine], share: 80 %, price: 95 USD/kg, into: nowhere}"),
    ];
}
