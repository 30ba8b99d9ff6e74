using SupplyShockSim.Analysis;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Loading;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>Reads scenarios from memory, below the checks that the model makes.</summary>
internal static class Reading
{
    public const string Small = """
        schema: supplyshock/scenario/1
        start: 2026-01-01
        horizon: 300 d
        network:
          rates: t/d
          commodities: [{id: metal}, {id: magnet, price: 60000 USD/t}]
          technologies:
            - {id: magnet-making, inputs: {metal: 1.4}, outputs: {magnet: 1}}
          sites:
            - {id: mine, kind: mine, country: AU, technology: {outputs: {metal: 1}}, capacity: 20}
            - {id: plant, kind: magnet-plant, country: CN, technology: magnet-making, capacity: 12, cover: {metal: 10 d, magnet: 5 d}, ramp: 10 %/month}
            - {id: cars, kind: consumer, country: JP, uses: {magnet: 1}, demand: 10, cover: 30 d, endUse: automotive, priority: 1}
          lanes:
            - {from: mine, to: plant, of: metal, flow: 14, transit: 20 d}
            - {from: plant, to: cars, of: magnet, flow: 10, capacity: 15, transit: 7 d, cost: 400 USD/t, qualification: 0 d}

        """;

    public const string Ban = """
        shocks:
          - {type: export-ban, name: halt, by: China, of: [magnet], to: [Japan], from: 30 d, for: 60 d, share: 50 %}

        """;

    /// <summary>Reads <c>s.yaml</c>, with more files beside it.</summary>
    public static (ReadScenario? Read, IReadOnlyList<Diagnostic> Diagnostics) Text(string text, MemoryFiles? files = null, LoadOptions? options = null)
    {
        var bag = new DiagnosticBag();
        var read = ScenarioReader.Read("s.yaml",
            (options ?? new LoadOptions()) with { Measures = MeasureCatalog.Checked, Files = (files ?? new MemoryFiles()).Add("s.yaml", text) }, bag);
        return (read, bag.Sorted());
    }

    /// <summary>Reads a scenario that has no fault.</summary>
    public static ReadScenario Valid(string text, MemoryFiles? files = null, LoadOptions? options = null)
    {
        var (read, diagnostics) = Text(text, files, options);
        Assert.Equal("", Printed(diagnostics));
        return read!;
    }

    public static string Printed(IEnumerable<Diagnostic> diagnostics)
    {
        using var writer = new StringWriter();
        DiagnosticPrinter.WriteText(writer, diagnostics);
        return writer.ToString();
    }
}
