using SupplyShockSim.Analysis;
using SupplyShockSim.Cli.Running;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints what a network is made of and how it holds, for people.</summary>
internal sealed class NetworkPrinter(TextWriter writer, int width, NetworkSelection selection)
{
    private const int MostRows = 200;
    private const int MostRoutes = 10;

    private static readonly FittedColumn[] StageColumns =
        [new("country"), new("made t/d", 1, true), new("share", 0, true), new("capacity t/d", 3, true), new("headroom", 2, true), new("imports", 1, true)];

    private static readonly FittedColumn[] SiteColumns =
        [new("id"), new("name", 1), new("kind", 4), new("country", 5), new("t/d", 0, true), new("capacity t/d", 3, true), new("confidence", 2)];

    private static readonly FittedColumn[] UserColumns =
    [
        new("user"), new("needs t/d", 1, true), new("cut t/d", 0, true), new("of need", 3, true), new("cut", 5),
        new("landed USD/t", 2, true), new("days", 4, true), new("cheapest route", 6),
    ];

    private static readonly FittedColumn[] RouteColumns =
        [new("route"), new("landed USD/t", 0, true), new("freight USD/t", 1, true), new("days", 2, true), new("narrowest t/d", 3, true)];

    /// <summary>All of it, under a title.</summary>
    public void Print(string title)
    {
        var (network, graph) = (selection.Network, selection.Graph);
        var used = Enumerable.Range(0, network.Rows.Count).SelectMany(graph.LegsInto).ToArray();
        Tell($"{title}: {Say.Count(network.Commodities.Count, "commodity", "commodities")}, {Say.Count(network.Rows.Count, "site", "sites")}, "
            + $"{Say.Count(used.Length, "lane", "lanes")} of which {used.Count(l => l.IsInUse)} are in use");
        Tell("Sites and lanes by confidence: " + Say.List([.. selection.Confidences.Select(c => $"{c.Rows} {c.Confidence}")]));
        foreach (var stage in selection.Stages)
        {
            Stage(stage);
        }

        Sites();
        Users();
    }

    private void Stage(StageProfile stage)
    {
        var (network, made) = (selection.Network, stage.Concentration is not null);
        writer.WriteLine();
        Tell($"{network.Commodities.Name[stage.Commodity]} ({network.Commodities.Id[stage.Commodity]})");
        Tell(made
            ? $"{Say.Number(stage.MadeTonnesPerDay)} t/d made, {Say.Percent(stage.Headroom!.Value)} more possible; "
                + $"concentration (HHI) {Say.Number(stage.Concentration!.Hhi)} of 10,000"
            : "nothing is made");
        FittedTable.Write(writer, width, StageColumns,
        [
            .. stage.Countries.Select(c => (string[])
            [
                network.Countries.Name[c.Country], Say.Number(c.MadeTonnesPerDay), Say.Percent(c.Share), Say.Number(c.CapacityTonnesPerDay),
                c.Headroom is { } headroom ? Say.Percent(headroom) : "-", c.ImportReliance is { } reliance ? Say.Percent(reliance) : "-",
            ]),
        ]);
    }

    private void Sites()
    {
        writer.WriteLine();
        Tell("Sites");
        FittedTable.Write(writer, width, SiteColumns,
        [
            .. selection.Rows.Take(MostRows).Select(r => (string[])
            [
                selection.Network.Rows.Id[r], selection.Network.Rows.Name[r], selection.KindOf(r), selection.CountryOf(r), Say.Number(selection.BaselineOf(r)),
                Say.Number(selection.CapacityOf(r)), selection.Written(r).Confidence ?? "not stated",
            ]),
        ]);
        Omitted(selection.Rows.Count - MostRows);
    }

    private void Users()
    {
        if (selection.Users.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        Tell("How users hold: the fewest tonnes a day whose loss cuts a user off from all origins, and its cheapest route");
        FittedTable.Write(writer, width, UserColumns, [.. selection.Users.Take(NetworkSelection.MostUsers).Select(User)]);
        Omitted(selection.Users.Count - NetworkSelection.MostUsers);
        if (!selection.IsNarrowed)
        {
            Tell("--find WORDS shows all routes of the users it finds.");
            return;
        }

        foreach (var user in selection.Users.Take(NetworkSelection.MostUsers))
        {
            foreach (var commodity in selection.UsesOf(user))
            {
                Routes(user, commodity);
            }
        }
    }

    private string[] User(int user)
    {
        var cut = selection.Graph.CutOf(user);
        var need = selection.UsesOf(user).Sum(c => selection.NeedOf(user, c));
        var cheapest = selection.UsesOf(user).SelectMany(c => selection.Graph.RoutesTo(user, c, 1)).MinBy(r => r.FreightUsdPerTonne);
        return
        [
            selection.Network.Rows.Id[user], Say.Number(need), (cut.IsExact ? "" : "at most ") + Say.Number(cut.TonnesPerDay),
            need > 0 ? Say.Percent(Math.Round(cut.TonnesPerDay / need, 9)) : "-",
            string.Join(", ", cut.Legs.Select(l => Name(l.Source) + ">" + Name(l.Target))),
            cheapest?.LandedUsdPerTonne is { } landed ? Say.Number(landed) : "-",
            cheapest is null ? "-" : Say.Days(cheapest.TransitDays), cheapest is null ? "none" : Route(cheapest),
        ];
    }

    private void Routes(int user, int commodity)
    {
        writer.WriteLine();
        Tell($"Routes of {selection.Network.Commodities.Name[commodity]} to {selection.Network.Rows.Name[user]}, by landed cost (+ has to be opened first)");
        FittedTable.Write(writer, width, RouteColumns,
        [
            .. selection.Graph.RoutesTo(user, commodity, MostRoutes).Select(r => (string[])
            [
                (r.IsInUse ? "" : "+ ") + Route(r), r.LandedUsdPerTonne is { } landed ? Say.Number(landed) : "-", Say.Number(r.FreightUsdPerTonne),
                Say.Days(r.TransitDays), Say.Number(r.NarrowestTonnesPerDay),
            ]),
        ]);
    }

    private string Route(SupplyRoute route) => string.Join(" > ", route.Legs.Select(l => l.Source).Append(route.Legs[^1].Target).Select(Name));

    private string Name(int row) => selection.Network.Rows.Id[row];

    private void Omitted(int more)
    {
        if (more > 0)
        {
            Tell($"and {Say.Count(more, "other", "others")}: name them with --find WORDS");
        }
    }

    private void Tell(string text)
    {
        foreach (var line in FittedTable.Wrap(text, width))
        {
            writer.WriteLine(line);
        }
    }
}
