using System.Text;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>A small scenario to begin with: three sites, one ban, one shortfall.</summary>
public static class StarterScenario
{
    /// <summary>The text of a scenario file with this title.</summary>
    public static string Text(string name) => Template.Replace("TITLE", new StringBuilder().AppendText(name).ToString(), StringComparison.Ordinal);

    private const string Template = """
        # yaml-language-server: $schema=schema/scenario.schema.json
        schema: supplyshock/scenario/1
        title: TITLE

        start: 2026-01-01
        horizon: 1 yr                        # or `until: 2027-01-01`

        # The network stands here for a start; a large one goes into a folder: `network: networks/my-network`.
        network:
          rates: t/d                         # the unit of rates written without one
          commodities:
            - {id: metal}
            - {id: magnet, price: 60000 USD/t}
          technologies:
            - {id: magnet-making, inputs: {metal: 1.4}, outputs: {magnet: 1}}   # tonnes per tonne of magnets
          sites:
            - {id: mine, kind: mine, country: Australia, technology: {outputs: {metal: 1}}, capacity: 40}
            # Holds 10 days of metal and 5 days of magnets.
            - {id: plant, kind: magnet-plant, country: China, technology: magnet-making, capacity: 20, cover: {metal: 10 d, magnet: 5 d}}
            - {id: cars, kind: consumer, country: Japan, uses: {magnet: 1}, demand: 10, cover: 30 d, endUse: automotive}
            - {id: turbines, kind: consumer, country: Germany, uses: {magnet: 1}, demand: 5, cover: 60 d, endUse: wind}
          lanes:                             # the flows must balance: 15 t/d of magnets need 21 t/d of metal
            - {from: mine, to: plant, of: metal, flow: 21, transit: 20 d}
            - {from: plant, to: cars, of: magnet, flow: 10, transit: 7 d}
            - {from: plant, to: turbines, of: magnet, flow: 5, transit: 35 d}

        shocks:
          # Japan's 30 days of cover and 7 days of goods at sea last until day 67; the ban ends on day 90.
          - type: export-ban
            name: magnet halt
            by: China
            of: [magnet]
            to: [Japan]
            from: 30 d                       # a date, or a time after the start
            for: 60 d
            share: 100 %

        output: {grid: week}

        """;
}
