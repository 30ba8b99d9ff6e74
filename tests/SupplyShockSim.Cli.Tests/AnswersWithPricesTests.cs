using System.Text.Json;

namespace SupplyShockSim.Cli.Tests;

/// <summary>The scenarios of the policy debate in which prices move: what a floor costs, and how a directed control splits prices.</summary>
public sealed class AnswersWithPricesTests
{
    /// <summary>
    /// The floor is 110 USD/kg on 2,599 t a year, from October 2025 for ten years, which are 3,652 days or 10.0055 years of 365: 26,004 t. At 63 USD/kg
    /// the public pays 47 USD/kg, 122.2 M USD a year and 1,222 M in all; at 88 it pays 22, 57.2 M a year and 572 M; at 123 nothing. Multiples of 53.6
    /// USD/kg with two decimals are off by at most 0.0027 USD/kg, 0.07 M USD.
    /// </summary>
    [Theory]
    [InlineData("117.54 %", 122.153)]
    [InlineData("164.18 %", 57.178)]
    [InlineData("229.48 %", 0)]
    public void A_floor_costs_what_the_price_is_below_it(string multiple, double millionUsdPerYear)
    {
        var floor = Run("mp-price-floor.yaml", [.. Enumerable.Range(0, 3).Select(i => $"shocks.oxide price.schedule.{i}.to={multiple}")])
            .GetProperty("answers")[0];
        Assert.Equal(2_599 * 3_652 / 365.0, floor.GetProperty("tonnes").GetDouble(), 0.1);
        Assert.Equal(millionUsdPerYear * 3_652 / 365.0, floor.GetProperty("publicCost").GetDouble() / 1e6, 0.1);
    }

    /// <summary>
    /// 88 USD/kg for 140 days, 123 until the end of 2026, then a level for the 3,195 days from 2027 to October 2035, at 2,599 / 365 t a day: 22 x 996.9 t are
    /// 21.9 M USD, and 22,750 t at 63, 49 or 123 USD/kg cost 47, 61 or 0 each: 1,069.2, 1,387.7 or nothing more.
    /// </summary>
    [Theory]
    [InlineData("117.54 %", 47)]
    [InlineData("91.42 %", 61)]
    [InlineData("229.48 %", 0)]
    public void On_a_path_each_step_costs_its_own(string level, double paidUsdPerKg)
    {
        var floor = Run("mp-price-floor.yaml", [$"shocks.oxide price.schedule.2.to={level}"]).GetProperty("answers")[0];
        Assert.Equal(2_599 / 365.0 * ((22 * 140) + (paidUsdPerKg * 3_195)) / 1e3, floor.GetProperty("publicCost").GetDouble() / 1e6, 0.1);
        Assert.Equal("United States", floor.GetProperty("paidBy").GetString());
    }

    /// <summary>The file's own path ends at 63 USD/kg: 1,091.2 M USD.</summary>
    [Fact]
    public void The_path_of_the_file_costs_what_its_first_lines_say() =>
        Assert.Equal(1_091.2, Run("mp-price-floor.yaml", []).GetProperty("answers")[0].GetProperty("publicCost").GetDouble() / 1e6, 0.1);

    [Fact]
    public void Licences_split_prices_and_a_cap_holds_them_and_shortages_are_those_without_prices()
    {
        var run = Run("licensing-2025-with-prices.yaml", []);
        var lifted = Peaks(Run("licensing-2025-with-prices.yaml", ["market.prices.cap=100"]));
        var elastic = Peaks(Run("licensing-2025-with-prices.yaml", ["market.prices.scarcity=1"]));
        var peaks = Peaks(run);
        Assert.Equal(1, peaks["CN"], 1e-6);
        Assert.InRange(peaks["JP"], 2, 2.2);
        foreach (var country in peaks.Keys.Except(["CN", "JP"]))
        {
            Assert.InRange(peaks[country], 8.5, 10);
            Assert.InRange(lifted[country], 68, 83);
            Assert.InRange(elastic[country], 4.6, 7.4);
        }

        var quiet = Run("../world-magnet-licensing-2025.yaml", []);
        Assert.Equal(Shortfall(quiet), Shortfall(run), 1e-6);
    }

    private static Dictionary<string, double> Peaks(JsonElement run) => run.GetProperty("prices").EnumerateArray()
        .Where(p => p.GetProperty("commodity").GetString() == "ndfeb-magnet-hc")
        .ToDictionary(p => p.GetProperty("country").GetString()!, p => p.GetProperty("peak").GetDouble());

    private static double Shortfall(JsonElement run) => run.GetProperty("totals").GetProperty("shortfall").GetDouble();

    private static JsonElement Run(string file, string[] set)
    {
        using var terminal = new Terminal();
        var sets = set.SelectMany(s => new[] { "--set", s });
        var result = terminal.Run(["run", Path.Combine(AppraiseTests.Folder, file), "--draws", "0", "--quiet", "--out", "run", .. sets]);
        Assert.True(result.Code == ExitCode.Done, result.Error);
        return JsonDocument.Parse(File.ReadAllText(terminal.PathOf("run/metrics.json"))).RootElement;
    }
}
