using System.Text.Json;

namespace SupplyShockSim.Figures.Tests;

public class FigureDataTests
{
    [Fact]
    public void Csv_has_one_row_for_each_point_with_its_date()
    {
        // The axis begins on 6 January: day 50 is 25 February, day 120 is 6 May, day 200 is 25 July.
        var rows = FigureCsv.Of(SampleFigures.Layers()).Split('\n');

        Assert.Equal("panel,mark,series,x,date,y,low,high,value,unit", rows[0]);
        Assert.Equal(",layers,China,50,2026-02-25,1,,,,t/d landed", rows[2]);
        Assert.Equal(",layers,Viet Nam,120,2026-05-06,3,,,,t/d landed", rows[7]);
        Assert.Equal(",steps,Demand,200,2026-07-25,6,,,,t/d landed", rows[10]);
        Assert.Equal(12, rows.Length); // head, 4 + 4 + 2 points, the end of the last line
    }

    [Fact]
    public void Csv_names_categories_and_gives_the_ends_of_bars_and_the_values_of_cells()
    {
        Assert.Contains("\n,bars,share of the shortfall,stockpile,,-260,820,560,,t short\n", FigureCsv.Of(SampleFigures.Waterfall()));
        Assert.Contains("\n,cells,\"share of supply lost, %\",dysprosium,,Japan,,,90,country\n", FigureCsv.Of(SampleFigures.HeatMap()));
        Assert.Contains("\n,band,9 of 10 runs,60,2026-03-07,2,0,4,,t/d short\n", FigureCsv.Of(SampleFigures.Fan()));
    }

    [Fact]
    public void Csv_quotes_what_has_commas_and_quotes() => Assert.Contains(",\"Japan, automotive\",", FigureCsv.Of(SampleFigures.Lines()));

    [Fact]
    public void Half_a_day_has_its_time() =>
        Assert.Equal("2026-01-06T12:00:00", FigureCsv.Date(new DateTime(2026, 1, 6, 0, 0, 0, DateTimeKind.Unspecified), 0.5));

    [Fact]
    public void Json_has_words_axes_spans_and_points()
    {
        using var json = JsonDocument.Parse(FigureJson.Of(SampleFigures.Lines()));
        var root = json.RootElement;
        var first = root.GetProperty("panels")[0].GetProperty("marks")[2].GetProperty("series")[0];

        Assert.Equal("supplyshock/figure/1", root.GetProperty("schema").GetString());
        Assert.Equal("2026-01-06", root.GetProperty("x").GetProperty("start").GetString());
        Assert.Equal("days of cover", root.GetProperty("y").GetProperty("unit").GetString());
        Assert.Equal(240, root.GetProperty("spans")[1].GetProperty("windows")[2][0].GetDouble());
        Assert.Equal("steps", root.GetProperty("panels")[0].GetProperty("marks")[2].GetProperty("kind").GetString());
        Assert.Equal("Japan, automotive", first.GetProperty("label").GetString());
        Assert.Equal(0, first.GetProperty("hue").GetInt32());
        Assert.Equal(67, first.GetProperty("points")[2][0].GetDouble());
        Assert.Equal(0, first.GetProperty("points")[2][1].GetDouble());
    }

    [Fact]
    public void A_curve_that_goes_back_or_is_not_finite_is_refused()
    {
        var line = SampleFigures.Line((0, 1), (5, 2));

        Assert.Throws<ArgumentOutOfRangeException>(() => line.Add(4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => line.Add(6, double.NaN));
        Assert.Equal(2, line.Count);
    }

    [Fact]
    public void Steps_jump_where_the_value_changes() =>
        Assert.Equal([(0, 1), (2, 1), (2, 3), (4, 3), (4, 3)], SampleFigures.Steps((0, 1), (2, 3), (4, 3)).Vertices());

    [Fact]
    public void Hues_are_given_in_order_and_kept_and_then_run_out()
    {
        var book = new HueBook();
        var hues = Enumerable.Range(0, 10).Select(i => book.Of("c" + i)).ToArray();

        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, Hue.Rest.Place, Hue.Rest.Place], hues.Select(h => h.Place));
        Assert.Equal(3, book.Of("c3").Place);
    }
}
