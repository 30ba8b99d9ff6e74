namespace SupplyShockSim.Scenarios.Tests;

/// <summary>One mistake and how it is mended: a piece of a valid text, and the same piece gone wrong.</summary>
/// <param name="Code">The code of the problem that the wrong piece gives, and nothing else.</param>
/// <param name="Right">The piece as it should be.</param>
/// <param name="Wrong">The piece as it should not be.</param>
internal sealed record CodeExample(string Code, string Right, string Wrong)
{
    /// <summary>What stands in the valid text where the piece goes; default: the right piece itself.</summary>
    public string? Place { get; init; }

    /// <summary>The file it stands in, where that is not the scenario with everything in one file.</summary>
    public string? File { get; init; }
}

/// <summary>The examples of the page of errors, each held against the program.</summary>
internal static class CodeExamples
{
    /// <summary>A valid scenario that has something of everything, in one file.</summary>
    public const string Scenario = """
        schema: supplyshock/scenario/1
        start: 2026-01-01
        horizon: 300 d
        market: {rationing: pro-rata, review: 1 d, adjustment: 30 d}
        network:
          rates: t/d
          commodities: [{id: metal}, {id: magnet, price: 60000 USD/t}]
          technologies:
            - {id: magnet-making, inputs: {metal: 1.4}, outputs: {magnet: 1}}
          sites:
            - {id: mine, kind: mine, country: AU, technology: {outputs: {metal: 1}}, capacity: 20}
            - {id: plant, kind: magnet-plant, country: CN, technology: magnet-making, capacity: 12, cover: {metal: 10 d}}
            - {id: cars, kind: consumer, country: JP, uses: {magnet: 1}, demand: 10, cohorts: {n: 8, cover: {lognormal: [30 d, 0.6]}}, endUse: automotive}
          lanes:
            - {from: mine, to: plant, of: metal, flow: 14, transit: 20 d}
            - {from: plant, to: cars, of: magnet, flow: 10, capacity: 15, transit: 7 d}
        shocks:
          - {type: export-ban, name: halt, by: China, of: [magnet], to: [Japan], from: 30 d, for: 60 d, share: 50 %}
          - {type: export-licence, name: licences, by: China, review: 45 d, approval: 80 %, reapply: 14 d, from: 100 d}
          - {type: tariff, name: duty, by: China, rate: 25 %}
          - {type: transit-change, name: detour, lanes: [plant>cars:magnet], add: 12 d}
          - {type: demand-change, name: boom, at: [cars], to: 120 %}
          - {type: outage, name: fire, at: [plant], for: 10 d}
        uncertain:
          - {set: shocks.halt.for, triangular: [30 d, 60 d, 90 d]}
        checks:
          - {measure: shortfall.total, consumer: cars, below: 5000 t}

        """;

    private const string Sites = "nets/a/sites.csv";
    private const string Lanes = "nets/a/lanes.csv";
    private const string InTables = "s.yaml";

    private const string NewUser =
        "    - {id: new, kind: consumer, country: JP, uses: {magnet: 1}, demand: 5}\n  lanes:\n    - {from: twin, to: new, of: magnet, flow: 5}\n";

    /// <summary>Codes that only a program meets which builds the model from C#: in a file another problem is told first.</summary>
    public static readonly string[] FromCodeOnly = ["SS303", "SS317", "SS321", "SS326", "SS423", "SS425", "SS460", "SS477", "SS506"];

    /// <summary>Codes of the machine or of size, which no short text shows; other tests have them.</summary>
    public static readonly string[] NotInText = ["SS102", "SS103", "SS104", "SS105", "SS118", "SS325"];

    /// <summary>Codes of what is planned: what they refuse changes from version to version.</summary>
    public static readonly string[] OfPlans = ["SS209", "SS502"];

    /// <summary>
    /// Codes that come with others: all else in the file refers to what is missing, and a project that cannot be put into the network acts on nothing.
    /// </summary>
    public static readonly string[] WithOthers = ["SS301", "SS302", "SS475"];

    public static IReadOnlyList<CodeExample> All { get; } =
    [
        new("SS101", "network: nets/a", "network: nets/b") { File = InTables },
        new("SS106", "of: [magnet], to", "of: [magnet, to"),
        new("SS107", "horizon: 300 d\n", "horizon: 300 d\n---\n"),
        new("SS108", "commodities: [{id: metal}", "commodities: [&a {id: metal}"),
        new("SS109", "to: [Japan]", "to: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[Japan]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"),
        new("SS110", "commodities: [{id: metal}", "commodities: [{id: metal, id: metal}"),
        new("SS111", "start: 2026-01-01", "extends: s.yaml\nstart: 2026-01-01"),
        new("SS112", "cars,consumer,JP,,,30 d,", "cars,consumer,JP,,,,30 d,") { File = Sites },
        new("SS113", "\"quoted, with \"\"quotes\"\"\"", "\"quoted, with \"\"quotes\"\"") { File = Sites },
        new("SS114", "endUse,note", "endUse,notes") { File = Sites },
        new("SS115", "from,to,of,flow,", "from,to,flow,") { File = Lanes },
        new("SS116", "endUse,note", "endUse,endUse") { File = Sites },
        new("SS117", "network: {folder: nets/a, set: {sites.plant.capacity: 13}}", "network: {folder: nets/a, set: {sites.plnt.capacity: 13}}")
        {
            Place = "network: nets/a", File = InTables,
        },
        new("SS119", "network: nets/a", "network: {folder: nets/a, sha256: {sites.csv: 00}}") { File = InTables },
        new("SS120", "from,to,of,flow,capacity,transit", "from;to;of;flow;capacity;transit") { File = Lanes },
        new("SS201", "share: 50 %", "shares: 50 %"),
        new("SS202", "{type: tariff, name: duty, by: China, rate: 25 %}", "{type: tariff, name: duty, by: China}"),
        new("SS203", "to: [Japan]", "to: {Japan: 1}"),
        new("SS204", "share: 50 %", "share: 50 d"),
        new("SS205", "transit: 7 d", "transit: 7 dys"),
        new("SS206", "n: 8", "n: eight"),
        new("SS207", "share: 50 %", "share: 150 %"),
        new("SS208", "type: outage", "type: outages"),
        new("SS210", "to: [Japan]", "to: []"),
        new("SS211", "start: 2026-01-01", "start: 1/1/2026"),
        new("SS212", "review: 45 d", "review: {uniform: [60 d, 30 d]}"),
        new("SS304", "commodities: [{id: metal}, ", "commodities: [{id: metal}, {id: metal}, "),
        Technology("SS305", "{id: smelting, inputs: {metal: 2}, outputs: {magnet: 1}}", "{id: smelting, inputs: {metal: 2}}"),
        Lane("SS306", "{from: mine, to: plant, of: metal, flow: 0, id: second}", "{from: mine, to: plant, of: metl, flow: 0, id: second}"),
        Technology("SS307", "{id: smelting, inputs: {metal: 2}, outputs: {magnet: 1}}", "{id: smelting, inputs: {metal: 0}, outputs: {magnet: 1}}"),
        new("SS308", "country: AU", "country: Astralia"),
        Site("SS309", "{id: new, kind: consumer, country: JP, uses: {magnet: 1}, demand: 0}", "{id: new, kind: consumer, country: JP, demand: 0}"),
        Site("SS310", "{id: new, kind: consumer, country: JP, uses: {magnet: 1}, demand: 0}", "{id: new, kind: consumer, country: JP, uses: {magnet: 1}}"),
        Site("SS311", "{id: new, kind: consumer, country: JP, uses: {magnet: 1}, demand: 0}",
            "{id: new, kind: consumer, country: JP, uses: {magnet: 1}, demand: 0, capacity: 5}"),
        Site("SS312", "{id: new, kind: mine, country: AU, technology: {outputs: {metal: 1}}}",
            "{id: new, kind: mine, country: AU, technology: {outputs: {metal: 1}}, demand: 5}"),
        Site("SS313", "{id: new, kind: mine, country: AU, technology: {outputs: {metal: 1}}}", "{id: new, kind: mine, country: AU}"),
        Site("SS314", "{id: new, kind: magnet-plant, country: CN, technology: magnet-making}",
            "{id: new, kind: magnet-plant, country: CN, technology: magnet-makin}"),
        new("SS315", "cover: {metal: 10 d}", "cover: {metal: 10 d, copper: 10 d}"),
        new("SS316", "n: 8", "n: 5000"),
        Lane("SS318", "{from: plant, to: cars, of: magnet, flow: 0, id: second}", "{from: mine, to: cars, of: magnet, flow: 0}"),
        Lane("SS319", "{from: mine, to: plant, of: metal, flow: 0, id: second}", "{from: mine, to: cars, of: metal, flow: 0}"),
        new("SS320", "flow: 10, capacity: 15", "flow: 10, capacity: 5"),
        Lane("SS322", "{from: mine, to: plant, of: metal, flow: 0, id: second}", "{from: mien, to: plant, of: metal, flow: 0}"),
        Lane("SS323", "{from: plant, to: cars, of: magnet, flow: 0, id: second}", "{from: plant, to: cars, of: magnet, flow: 0}"),
        new("SS324", "transit: 20 d", "transit: 60 yr"),
        new("SS327", "cohorts: {n: 8, cover", "cover: 90 d, cohorts: {n: 8, cover"),
        Site("SS329", "{id: new, kind: consumer, country: JP, uses: {magnet: 1}, demand: 0}",
            "{id: NA, kind: consumer, country: JP, uses: {magnet: 1}, demand: 0}"),
        new("SS330", "flow: 14", "flow: 10"),
        new(
            "SS331",
            "    - {id: twin, kind: mine, country: AU, technology: {outputs: {magnet: 1}}}\n" + NewUser,
            "    - {id: twin, kind: mine, country: AU, technology: {outputs: {metal: 1, magnet: 0.1}}}\n" + NewUser) { Place = "  lanes:\n" },
        new("SS332", "capacity: 20", "capacity: 5"),
        new("SS333", "country: AU, technology", "country: AU, opens: 2026-02-01, technology"),
        new("SS401", "name: duty", "name: halt"),
        new("SS402", "at: [plant], for: 10 d", "at: [plant], of: [metal], for: 10 d"),
        new("SS403", "lanes: [plant>cars:magnet]", "lanes: [plant>crs:magnet]"),
        new("SS404", "by: China, of", "by: Chian, of"),
        new("SS405", "of: [magnet], to", "of: [magnt], to"),
        new("SS406", "endUse: [automotive], to: 120 %", "endUse: [automotiv], to: 120 %") { Place = "at: [cars], to: 120 %" },
        new("SS407", "share: 50 %, exempt: [{to: Japan, from: 60 d}]", "share: 50 %, exempt: [Jappan]") { Place = "share: 50 %" },
        new("SS408", "to: [Japan]", "to: [Japan, Germany]"),
        new("SS410", "from: 30 d", "from: 2025-06-01"),
        new("SS411", "from: 100 d", "from: 400 d"),
        new("SS412", "from: 30 d, announced: 20 d", "from: 30 d, announced: 40 d") { Place = "from: 30 d" },
        new("SS413", "for: 60 d", "for: 60 d, until: 90 d"),
        new("SS414", "from: 20 d, until: 30 d", "from: 20 d, until: 10 d") { Place = "for: 10 d" },
        new("SS415", "share: 50 %, suspended: [{from: 40 d, until: 50 d}]", "share: 50 %, suspended: [{from: 50 d, until: 40 d}]") { Place = "share: 50 %" },
        new("SS416", "exempt: [{to: Japan, from: 50 d, until: 60 d}], share: 50 %",
            "exempt: [{to: Japan, from: 60 d, until: 50 d}], share: 50 %") { Place = "share: 50 %" },
        new("SS420", "at: [cars], to: 120 %", "at: [cars]"),
        new("SS421", "schedule: [{at: 30 d, to: 1}, {at: 60 d, to: 2}]", "schedule: [{at: 60 d, to: 2}, {at: 30 d, to: 1}]") { Place = "to: 120 %" },
        new("SS422", "lanes: [plant>cars:magnet], add: 12 d", "lanes: [plant>cars:magnet]"),
        new("SS424", "name: duty, by: Australia, rate: 400 USD/t", "name: duty, by: Australia, rate: 25 %") { Place = "name: duty, by: China, rate: 25 %" },
        new("SS426", "reapply: 14 d", "reapply: 14 d, decisionsPerDay: 0"),
        new("SS427", "reapply: 14 d", "reapply: 14 d, validity: 0 d"),
        new("SS428", "add: 12 d", "add: 60 yr"),
        new("SS429", "approval: 80 %, reapply: 14 d", "approval: 80 %"),
        new("SS430", "approval: {byCountry: {Japan: 20 %}, else: 80 %}",
            "approval: {byCountry: {Japan: 20 %, JP: 50 %}, else: 80 %}") { Place = "approval: 80 %" },
        new("SS431", "approval: {byCountry: {Japan: 20 %}, else: 80 %}", "approval: {byCountry: {Australia: 20 %}, else: 80 %}") { Place = "approval: 80 %" },
        new("SS432", "{type: capacity-change, of: metal, to: 12 kt/yr}",
            "{type: capacity-change, to: 12 kt/yr}") { Place = "{type: outage, name: fire, at: [plant], for: 10 d}" },
        new("SS433", "review: 45 workdays, holidays: [2026-02-16]", "review: 45 d, holidays: [2026-02-16]") { Place = "review: 45 d" },
        new("SS501", "horizon: 300 d", "horizon: 0 d"),
        new("SS503", "rationing: pro-rata", "rationing: prorata"),
        new("SS504", "rationing: pro-rata, review: 1 d", "rationing: pro-rata, review: 0 d"),
        new("SS505", "adjustment: 30 d", "adjustment: 12 h"),
        new("SS507", "horizon: 300 d", "horizon: 200 yr"),
        new("SS551", "schema: supplyshock/scenario/1", "schema: supplyshock/scenario/9"),
        new("SS552", "horizon: 300 d", "horizon: 300 d\nuntil: 2026-12-31"),
        new("SS553", "{set: shocks.halt.for, triangular: [30 d, 60 d, 90 d]}", "{set: shocks.halt.for}"),
        new("SS554", "measure: shortfall.total", "measure: shortfall.totl"),
        new("SS555", "backtest: {from: 2026-02-01, until: 2026-04-01}\nchecks:",
            "backtest: {from: 2026-04-01, until: 2026-02-01}\nchecks:") { Place = "checks:" },
        new("SS556", "horizon: 3 yr\nmarket: {term: 1 yr}\n", "horizon: 3 yr\n") { Place = "horizon: 300 d\n", File = InTables },
        .. PolicyExamples.All,
    ];

    private static CodeExample Technology(string code, string right, string wrong) =>
        new(code, "  technologies:\n    - " + right + "\n", "  technologies:\n    - " + wrong + "\n") { Place = "  technologies:\n" };

    private static CodeExample Site(string code, string right, string wrong) =>
        new(code, "    - " + right + "\n  lanes:\n", "    - " + wrong + "\n  lanes:\n") { Place = "  lanes:\n" };

    private static CodeExample Lane(string code, string right, string wrong) =>
        new(code, "  lanes:\n    - " + right + "\n", "  lanes:\n    - " + wrong + "\n") { Place = "  lanes:\n" };
}
