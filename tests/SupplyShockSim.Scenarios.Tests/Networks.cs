namespace SupplyShockSim.Scenarios.Tests;

/// <summary>A balanced network in tables, and a scenario on it.</summary>
internal static class Networks
{
    public const string Scenario = "schema: supplyshock/scenario/1\nstart: 2026-01-01\nhorizon: 300 d\nnetwork: nets/a\n" + Reading.Ban;

    public const string Root = """
        rates: t/d
        commodities: [{id: metal}, {id: magnet, price: 60000 USD/t}]
        technologies:
          - {id: magnet-making, inputs: {metal: 1.4}, outputs: {magnet: 1}}
        """;

    public const string Sites = """"
        id,kind,country,technology,capacity,cover,uses,demand,endUse,note
        mine,mine,AU,{outputs: {metal: 1}},20,,,,,"quoted, with ""quotes"""
        plant,magnet-plant,CN,magnet-making,12,"{metal: 10 d, magnet: 5 d}",,,,
        cars,consumer,JP,,,30 d,{magnet: 1},10,automotive,
        """";

    public const string Lanes = """
        from,to,of,flow,capacity,transit
        mine,plant,metal,14,,20 d

        plant , cars,magnet,"10",15,7 d
        """;

    public static MemoryFiles Files() => new MemoryFiles().Add("nets/a/network.yaml", Root).Add("nets/a/sites.csv", Sites).Add("nets/a/lanes.csv", Lanes);
}
