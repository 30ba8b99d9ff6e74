using System.Text;
using SupplyShockSim.Network;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>A small scenario to begin with: three sites, one ban, one shortfall.</summary>
public static class StarterScenario
{
    /// <summary>The text of a scenario file with this title.</summary>
    public static string Text(string name) => Template.Replace("TITLE", new StringBuilder().AppendText(name).ToString(), StringComparison.Ordinal);

    /// <summary>The text of a scenario on a network that there is: a ban of the largest flow of one good from one country over its borders.</summary>
    /// <param name="name">The title.</param>
    /// <param name="folder">The network's folder, relative to the file.</param>
    /// <param name="network">The network.</param>
    public static string OnNetwork(string name, string folder, SupplyNetwork network)
    {
        var (lanes, sites) = (network.Lanes, network.Sites);
        var largest = Enumerable.Range(0, lanes.Count).Where(l => sites.Country[lanes.From[l]] != sites.Country[lanes.To[l]])
            .GroupBy(l => (Country: sites.Country[lanes.From[l]], Commodity: lanes.Commodity[l]))
            .OrderByDescending(g => g.Count(l => sites.IsConsumer[lanes.To[l]])).ThenByDescending(g => g.Sum(l => lanes.FlowPerDay[l]))
            .FirstOrDefault();
        var shock = largest is null ? "shocks: [] # no lane crosses a border\n"
            : OnNetworkShock.Replace("WHO", Text(network.Countries.Name[largest.Key.Country]), StringComparison.Ordinal)
                .Replace("WHAT", Text(network.Commodities.Id[largest.Key.Commodity]), StringComparison.Ordinal);
        return OnNetworkTemplate.Replace("TITLE", Text(name), StringComparison.Ordinal).Replace("FOLDER", Text(folder), StringComparison.Ordinal)
            .Replace("SHOCKS\n", shock, StringComparison.Ordinal);

        static string Text(string text) => new StringBuilder().AppendText(text).ToString();
    }

    private const string OnNetworkTemplate = """
        # yaml-language-server: $schema=schema/scenario.schema.json
        schema: supplyshock/scenario/1
        title: TITLE

        network: FOLDER
        start: 2026-01-01
        horizon: 18 months                   # or `until: 2027-07-01`

        SHOCKS

        output: {grid: week}

        """;

    private const string OnNetworkShock = """
        shocks:
          - type: export-ban
            name: ban
            by: WHO
            of: [WHAT]
            # to: [...]                      # countries, blocs or sites; left out: everybody abroad
            from: 30 d                       # a date, or a time after the start
            for: 90 d
            share: 50 %
            source: assumption

        """;

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
