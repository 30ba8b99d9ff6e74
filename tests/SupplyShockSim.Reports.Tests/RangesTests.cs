using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplyShockSim.Figures;
using SupplyShockSim.Figures.Kinds;
using SupplyShockSim.Reports.Data;

namespace SupplyShockSim.Reports.Tests;

public class RangesTests
{
    [Fact]
    public void The_headline_says_how_far_the_tonnes_range_and_in_how_many_draws_there_are_none()
    {
        // Of 0, 100, ... 900 t, 5 and 95 % are 45 and 855 t; one draw of ten has none.
        var headline = Headline(SampleRuns.Ranged());
        Assert.Contains("In all 455 t (5-95 %: 45 to 855) are missing: ", headline, StringComparison.Ordinal);
        Assert.Contains("11.2 % of all demand", headline, StringComparison.Ordinal);
        Assert.EndsWith("In 1 of 10 draws of what is uncertain nobody runs short.", headline, StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_that_nobody_is_short_says_in_how_many_draws_somebody_is() => Assert.Equal(
        "Nobody runs short: the only consumer gets what it needs throughout. "
        + "But in 2 of 10 draws of what is uncertain somebody does: 0 to 50 t are missing (5-95 %), 10 t on average.",
        Headline(SampleRuns.QuietRanged()));

    [Fact]
    public void Metrics_have_quantiles_and_odds_of_all_of_consumers_and_of_countries()
    {
        var ranges = Json(MetricsJson.Write, SampleRuns.Ranged()).GetProperty("ranges");
        Assert.Equal(10, ranges.GetProperty("draws").GetInt32());
        Assert.Equal([45, 225, 450, 675, 855, 450, 0.9],
            ranges.GetProperty("total").EnumerateObject().Select(p => Math.Round(p.Value.GetDouble(), 9)));
        Assert.Equal(
            ["cars", "radars", "wind"], ranges.GetProperty("consumers").EnumerateArray().Select(c => c.GetProperty("site").GetString()));
        Assert.Equal(0.2, ranges.GetProperty("consumers")[1].GetProperty("shortProbability").GetDouble());
        Assert.Equal(["DE", "JP"], ranges.GetProperty("countries").EnumerateArray().Select(c => c.GetProperty("country").GetString()));
    }

    [Fact]
    public void Without_draws_metrics_and_manifest_say_so_and_nothing_else_differs()
    {
        var (with, without) = (SampleRuns.Ranged(), SampleRuns.Halt());
        Assert.Equal(JsonValueKind.Null, Json(MetricsJson.Write, without).GetProperty("ranges").ValueKind);
        Assert.Equal(Members(without), Members(with));

        static IEnumerable<string> Members(RunOutput output) =>
            Json(MetricsJson.Write, output).EnumerateObject().Where(p => p.Name != "ranges").Select(p => p.ToString());
    }

    [Fact]
    public void The_manifest_says_what_was_sampled()
    {
        var provenance = Provenance.Of(SampleRuns.Ranged());
        var sampled = Json((s, o) => ManifestJson.Write(s, o, provenance, []), SampleRuns.Ranged()).GetProperty("sampled");
        Assert.Equal((10, 7), (sampled.GetProperty("draws").GetInt32(), sampled.GetProperty("seed").GetInt32()));
        var input = Assert.Single(sampled.GetProperty("inputs").EnumerateArray());
        Assert.Equal(
            ["network.scale.cover", "uniform: x0.5, x2", "assumption", "stocks are published nowhere"],
            input.EnumerateObject().Select(p => p.Value.GetString()));
    }

    [Fact]
    public void The_table_over_time_has_a_line_for_each_cell()
    {
        // From day 60 to 120 the draws miss 0, 100/60, ... 900/60 t/d: 5, 50 and 95 % are 0.75, 7.5 and 14.25.
        var output = SampleRuns.Ranged();
        using var stream = new MemoryStream();
        RangesCsv.Write(stream, output.Record, output.Ranges!);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd().Split('\n');
        Assert.Equal("date,day,measure,country,commodity,q05,q25,q50,q75,q95,mean", lines[0]);
        Assert.Equal(4, lines.Length);
        var cells = lines[2].Split(',');
        Assert.Equal([0.75, 7.5, 14.25], new[] { 5, 7, 9 }.Select(i => Math.Round(double.Parse(cells[i], CultureInfo.InvariantCulture), 9)));
    }

    [Fact]
    public void The_figure_of_the_shortfall_has_a_band()
    {
        var band = Assert.Single(Shortfall(SampleRuns.Ranged()).OfType<BandMark>());
        Assert.Equal([(60, 14.25), (120, 14.25)], band.Edges.Where(e => e.High > 0).Select(e => (e.X, Math.Round(e.High, 9))));
        Assert.Empty(Shortfall(SampleRuns.Halt()).OfType<BandMark>());

        static IReadOnlyList<Mark> Shortfall(RunOutput output) =>
            FigureCatalog.Fill(output.FigureSource()).First(f => f.Name == "shortfall").Panels[0].Marks;
    }

    [Fact]
    public void The_report_has_them_where_there_are_any()
    {
        using var place = new TemporaryFolder();
        RunFolder.Write(place["with"], SampleRuns.Ranged());
        RunFolder.Write(place["without"], SampleRuns.Halt());
        Assert.Contains("How far it ranges", File.ReadAllText(Path.Combine(place["with"], "report.html")), StringComparison.Ordinal);
        Assert.DoesNotContain("How far it ranges", File.ReadAllText(Path.Combine(place["without"], "report.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(place["without"], "ranges.csv")));
    }

    private static string Headline(RunOutput output) => SupplyShockSim.Figures.Words.Headline.Of(output.Record, output.Measures, output.Ranges);

    private static JsonElement Json(Action<Stream, RunOutput> write, RunOutput output)
    {
        using var stream = new MemoryStream();
        write(stream, output);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
