using SupplyShockSim.Reports.Data;
using SupplyShockSim.Reports.Html;
using SupplyShockSim.Reports.Html.Sections;

namespace SupplyShockSim.Reports.Tests;

public class NetworkSectionTests
{
    /// <summary>Cars buy 8 t/d in China and 2 at home, wind 3 in China alone; a ban closes what lanes are said.</summary>
    private static string Write(int more, params string[] closed)
    {
        var builder = new RecordBuilder().Maker("cn", "CN", "magnet", 50, name: "China, magnets").Consumer("jp-cars", "JP", "magnet", 10, name: "Japan, cars")
            .Maker("jp-m", "JP", "magnet", 5, name: "Japan, magnets").Consumer("jp-wind", "JP", "magnet", 3, name: "Japan, wind");
        for (var i = 0; i < more; i++)
        {
            builder.Maker("x" + i.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), "US", "magnet", 1);
        }

        builder.Lane("cn", "jp-cars", 8, transitDays: 7).Lane("jp-m", "jp-cars", 2).Lane("cn", "jp-wind", 3)
            .Control("halt", "export-ban", "China bans all exports of magnet to Japan", null, (10, 50)).Closes("halt", closed);
        if (closed.Length > 0)
        {
            builder.Rate("activity", "jp-cars", (0, 10), (20, 6), (40, 10));
        }

        var page = new HtmlWriter("", "");
        var output = SampleRuns.Output("A halt", builder);
        new NetworkSection().Write(page, new ReportSource(output, [], Provenance.Of(output)));
        return page.Close();
    }

    [Fact]
    public void Tells_what_cuts_off_who_is_short_its_routes_and_whom_the_bans_cut_off()
    {
        var page = Write(0, "cn>jp-cars", "cn>jp-wind");

        Assert.Contains(">How the network holds</h2>", page);
        Assert.Contains(
            "<th scope=\"row\">Japan, cars</th><td class=\"n\">10</td><td>magnet from China, magnets to Japan, cars (8 t/d); "
            + "magnet from Japan, magnets to Japan, cars (2 t/d)</td>", page);
        Assert.Contains(
            "<th scope=\"row\">China, magnets</th><td class=\"n\">no price</td><td class=\"n\">0</td><td class=\"n\">7</td><td class=\"n\">8</td>",
            page);
        Assert.Contains("<th scope=\"row\">Japan, wind</th><td class=\"n\">100 %</td><td class=\"n\">100 %</td>", page); // cars still have the plant at home
        Assert.Contains("Parts of the network without a lane in use between them: 1 before, 3 with these lanes closed.", page); // China; wind; the rest
    }

    [Fact]
    public void Says_so_when_the_bans_leave_everybody_an_origin() =>
        Assert.Contains("Even while all of halt are in force, every user has an origin left over the lanes in use.", Write(0, "cn>jp-cars"));

    [Fact]
    public void Is_left_out_where_nobody_is_short_and_nothing_is_closed() => Assert.DoesNotContain("<h2", Write(0));

    [Fact]
    public void Of_a_large_network_says_how_to_look_at_single_users() =>
        Assert.Contains("Left out: the network has 1,001 sites.", Write(997, "cn>jp-cars"));
}
