using SupplyShockSim.Analysis;
using SupplyShockSim.Network;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Reports.Html.Sections;

/// <summary>
/// "How the network holds": of the users who run short, the fewest tonnes whose loss cuts them off and the cheapest routes to them; and whom the run's bans cut off
/// from every origin. Nothing where nobody runs short and no ban closes a lane.
/// </summary>
internal sealed class NetworkSection : ReportSection
{
    /// <summary>Of a larger network single users are looked at with <c>network show</c>.</summary>
    private const int LargestNetwork = 1_000;

    private const int MostUsers = 20;
    private const int MostRouted = 3;
    private const int MostRoutes = 10;

    public override string Name => "network";

    public override string Meaning => "minimum cuts and cheapest routes of the users who run short, and whom bans cut off";

    /// <inheritdoc/>
    public override bool IsAppendix => true;

    public override void Write(HtmlWriter page, ReportSource source)
    {
        var (record, network) = (source.Record, source.Record.Network);
        int[] hit = [.. Ranking.ShortConsumers(source.Output.Measures).Select(c => c.Row).Distinct()];
        var bans = record.Controls.Where(c => c.ClosedLanes.Count > 0).ToArray();
        if (hit.Length + bans.Length == 0)
        {
            return;
        }

        page.Heading(2, "How the network holds");
        if (network.Rows.Count > LargestNetwork)
        {
            page.Paragraph($"Left out: the network has {Say.Count(network.Rows.Count, "site", "sites")}. supplyshock network show FOLDER --find WORDS says how single users hold.", "note");
            return;
        }

        var graph = new NetworkGraph(network);
        Cuts(page, graph, hit);
        foreach (var user in hit.Take(MostRouted))
        {
            Routes(page, graph, user);
        }

        Bans(page, graph, bans);
    }

    private static void Cuts(HtmlWriter page, NetworkGraph graph, int[] users)
    {
        if (users.Length == 0)
        {
            return;
        }

        page.Table(
            "The fewest tonnes a day whose loss cuts a user off from all origins, of the users who run short",
            ["User", "Tonnes a day*", "Lanes to lose"],
            users.Take(MostUsers).Select(u => graph.CutOf(u)).Select(cut => (string[])
            [
                graph.Network.Rows.Name[cut.User], (cut.IsExact ? "" : "at most ") + Say.Number(cut.TonnesPerDay),
                cut.Legs.Count == 0 ? "none: it has no origin" : string.Join("; ", cut.Legs.Select(l => Lane(graph.Network, l))),
            ]));
        page.Paragraph("Tonnes of whatever the lanes carry, in the baseline. A plant that lacks one of its inputs makes nothing.", "note");
    }

    private static void Routes(HtmlWriter page, NetworkGraph graph, int user)
    {
        var network = graph.Network;
        foreach (var commodity in network.InputsOf(network.Rows.FirstSite[user]))
        {
            var routes = graph.RoutesTo(user, commodity, MostRoutes);
            if (routes.Count == 0)
            {
                continue;
            }

            page.Table(
                $"Cheapest routes of {network.Commodities.Name[commodity]} to {network.Rows.Name[user]}, controls left out",
                ["Route", "Landed USD/t*", "Freight USD/t*", "Days under way*", "Narrowest t/d*"],
                routes.Select(r => (string[])
                [
                    string.Join(" → ", r.Legs.Select(l => network.Rows.Name[l.Source])), r.LandedUsdPerTonne is { } landed ? Say.Number(landed) : "no price",
                    Say.Number(r.FreightUsdPerTonne), Say.Days(r.TransitDays), r.IsInUse ? Say.Number(r.NarrowestTonnesPerDay) : "to be opened",
                ]));
        }
    }

    private static void Bans(HtmlWriter page, NetworkGraph graph, ControlRecord[] bans)
    {
        if (bans.Length == 0)
        {
            return;
        }

        var severance = graph.Without([.. bans.SelectMany(b => b.ClosedLanes).Distinct()]);
        var names = Say.List([.. bans.Select(b => b.Name)]);
        if (severance.Users.Count == 0)
        {
            page.Paragraph($"Even while all of {names} are in force, every user has an origin left over the lanes in use.");
        }
        else
        {
            page.Table(
                $"Users without an origin while {names} are in force, once all stocks are used up",
                ["User", "Part of its demand*", "Even if every lane were opened*"],
                severance.Users.OrderByDescending(u => u.Share).Take(MostUsers).Select(u => (string[])[graph.Network.Rows.Name[u.User], Say.Percent(u.Share), Say.Percent(u.ShareForGood)]));
        }

        page.Paragraph($"Parts of the network without a lane in use between them: {severance.PartsBefore} before, {severance.PartsAfter} with these lanes closed.", "note");
    }

    private static string Lane(SupplyNetwork network, Leg leg) =>
        $"{network.Commodities.Name[leg.Commodity]} from {network.Rows.Name[leg.Source]} to {network.Rows.Name[leg.Target]} ({Say.Number(leg.FlowTonnesPerDay)} t/d)";
}
