using System.Text.Json;
using SupplyShockSim.Analysis;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Cli.Output;

/// <summary>What a network is made of and how it holds, for programs; tonnes a day, USD per tonne, shares from 0 to 1.</summary>
internal sealed class NetworkJson(NetworkSelection selection)
{
    private const int MostRoutes = 10;

    /// <summary>The whole as a text of JSON that ends with a line feed.</summary>
    public static string Of(NetworkSelection selection) => Json.Text(new NetworkJson(selection).Members);

    private void Members(Utf8JsonWriter json)
    {
        json.Objects("confidence", selection.Confidences, c =>
        {
            json.WriteString("confidence", c.Confidence);
            json.WriteNumber("rows", c.Rows);
        });
        json.Objects("stages", selection.Stages, s => Stage(json, s));
        json.Objects("sites", selection.Rows, r => Site(json, r));
        json.Objects("users", selection.Users.Take(NetworkSelection.MostUsers), u => User(json, u));
        json.WriteNumber("usersLeftOut", Math.Max(0, selection.Users.Count - NetworkSelection.MostUsers));
    }

    private void Stage(Utf8JsonWriter json, StageProfile stage)
    {
        json.WriteString("commodity", Commodity(stage.Commodity));
        json.WriteString("name", selection.Network.Commodities.Name[stage.Commodity]);
        json.WriteNumber("madeTonnesPerDay", stage.MadeTonnesPerDay);
        json.WriteNumber("capacityTonnesPerDay", stage.CapacityTonnesPerDay);
        json.NumberOrNull("headroom", stage.Headroom);
        json.NumberOrNull("hhi", stage.Concentration?.Hhi);
        json.Objects("countries", stage.Countries, c =>
        {
            json.WriteString("country", selection.Network.Countries.InFiles(c.Country));
            json.WriteNumber("madeTonnesPerDay", c.MadeTonnesPerDay);
            json.WriteNumber("share", c.Share);
            json.WriteNumber("capacityTonnesPerDay", c.CapacityTonnesPerDay);
            json.NumberOrNull("headroom", c.Headroom);
            json.NumberOrNull("importReliance", c.ImportReliance);
        });
    }

    private void Site(Utf8JsonWriter json, int row)
    {
        json.WriteString("id", Id(row));
        json.WriteString("name", selection.Network.Rows.Name[row]);
        json.WriteString("kind", selection.KindOf(row));
        json.WriteString("country", selection.CountryOf(row));
        json.WriteNumber("baselineTonnesPerDay", selection.BaselineOf(row));
        json.WriteNumber("capacityTonnesPerDay", selection.CapacityOf(row));
        json.WriteString("confidence", selection.Written(row).Confidence);
    }

    private void User(Utf8JsonWriter json, int user)
    {
        var cut = selection.Graph.CutOf(user);
        json.WriteString("id", Id(user));
        json.Objects("needs", selection.UsesOf(user), c =>
        {
            json.WriteString("commodity", Commodity(c));
            json.WriteNumber("tonnesPerDay", selection.NeedOf(user, c));
            json.Objects("routes", selection.Graph.RoutesTo(user, c, MostRoutes), r => Route(json, r));
        });
        json.WriteStartObject("cut");
        json.WriteNumber("tonnesPerDay", cut.TonnesPerDay);
        json.WriteBoolean("isExact", cut.IsExact);
        Legs(json, cut.Legs);
        json.WriteEndObject();
    }

    private void Route(Utf8JsonWriter json, SupplyRoute route)
    {
        json.NumberOrNull("landedUsdPerTonne", route.LandedUsdPerTonne);
        json.WriteNumber("freightUsdPerTonne", route.FreightUsdPerTonne);
        json.WriteNumber("transitDays", route.TransitDays);
        json.WriteNumber("narrowestTonnesPerDay", route.NarrowestTonnesPerDay);
        Legs(json, route.Legs);
    }

    private void Legs(Utf8JsonWriter json, IReadOnlyList<Leg> legs) => json.Objects("legs", legs, l =>
    {
        json.WriteString("from", Id(l.Source));
        json.WriteString("to", Id(l.Target));
        json.WriteString("commodity", Commodity(l.Commodity));
        json.WriteNumber("tonnesPerDay", l.FlowTonnesPerDay);
    });

    private string Id(int row) => selection.Network.Rows.Id[row];

    private string Commodity(int commodity) => selection.Network.Commodities.Id[commodity];
}
