using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SupplyShockSim.Cli.Tests;

public sealed class CompareTests
{
    /// <summary>A halt twice as long: dry from day 23 on as before, until the first new tonne at day 55: 32 d of 4 t/d, 128 t against 48.</summary>
    private const string Longer = "longer: shocks.halt.for=40 d";

    [Fact]
    public void A_run_compared_with_itself_differs_in_nothing()
    {
        using var terminal = Ready();

        var result = terminal.Run("compare", "halt.yaml", "halt.yaml", "--exit-code", "--out", "here");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains("No input differs.", result.Out);
        Assert.Contains("halt-2 does not differ from halt at any time.", result.Out);
        var rows = Rows(terminal, "here/compare.csv");
        Assert.Equal("measure,consumer,country,commodity,unit,halt,halt-2,difference,percent", string.Join(',', rows[0]));
        Assert.All(rows.Skip(1), r => Assert.Equal(r[5], r[6]));
        Assert.All(rows.Skip(1).Where(r => r[7].Length > 0), r => Assert.Equal(("0", "0"), (r[7], r[8])));
    }

    [Fact]
    public void Measures_inputs_and_the_largest_difference_are_told()
    {
        using var terminal = Ready();

        var result = terminal.Run("compare", "halt.yaml", "--variant", Longer, "--out", "here");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Matches(@"shocks\[0\]\.for +20 d \(.*halt\.yaml:14:\d+\) +40 d \(--set", result.Out);
        Assert.Matches(@"longer +128 worst +\+80 +\+167", result.Out);
        Assert.Contains("longer differs most from halt for Japan, ore, automotive from 2026-02-05 on: 4 t/d against 0 (100 % of the need).", result.Out);
        Assert.Contains("shortfallTotal,,,,t,48,128,80,166.66666666666666", File.ReadAllText(terminal.PathOf("here/compare.csv")));
        Assert.Equal(
            [
                "compare.csv", "compare.html", "compare.json", "curves.csv", "difference.csv", "difference.png", "difference.svg", "manifest.json",
                "overlay.csv", "overlay.png", "overlay.svg",
            ],
            terminal.Files().Where(f => f.StartsWith("here", StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    [Fact]
    public void Curves_have_every_run_measure_and_cell()
    {
        using var terminal = Ready();
        Assert.Equal(ExitCode.Done, terminal.Run("compare", "halt.yaml", "--variant", Longer, "--cumulative", "--out", "here").Code);

        var rows = Rows(terminal, "here/curves.csv");
        Assert.Equal("date,day,run,measure,country,commodity,endUse,value,unit", string.Join(',', rows[0]));
        // 200 days are 29 weeks, of two runs and three measures of one need.
        Assert.Equal(29 * 2 * 3, rows.Length - 1);
        Assert.Equal(["2026-07-16", "196", "longer", "shortfall", "JP", "ore", "automotive", "128", "t"], rows[^1]);
    }

    [Theory]
    [InlineData("horizon: 200 d", "horizon: 190 d", "horizon: halt lasts 200 days, other 190 days")]
    [InlineData("start: 2026-01-01", "start: 2025-01-01", "horizon: halt begins on 2026-01-01, other on 2025-01-01")]
    [InlineData("id: smelter", "id: foundry", "network: halt runs on a network of its own with 2 rows")]
    [InlineData("ore", "salt", "unit: halt counts tonnes of ore, other tonnes of salt")]
    public void What_cannot_be_compared_is_refused_with_the_reason(string was, string @is, string why)
    {
        using var terminal = Ready();
        terminal.Write("other.yaml", Examples.Halt.Replace(was, @is, StringComparison.Ordinal)
            .Replace("to: smelter", @is == "id: foundry" ? "to: foundry" : "to: smelter", StringComparison.Ordinal));

        var refused = terminal.Run("compare", "halt.yaml", "other.yaml", "--out", "here");

        Assert.Equal((5, ""), (refused.Code, refused.Out));
        Assert.Contains(why, refused.Error);
        Assert.False(Directory.Exists(terminal.PathOf("here")));
        var anyway = terminal.Run("compare", "halt.yaml", "other.yaml", "--align", "control", "--anyway", "--out", "here");
        Assert.Equal(ExitCode.Done, anyway.Code);
        var saysSo = !why.Contains("begins on", StringComparison.Ordinal); // in event time, another start is no obstacle
        Assert.Equal(saysSo, anyway.Out.Contains("not comparable by", StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(terminal.PathOf("here"), "*.svg"), f =>
            Assert.Equal(saysSo, File.ReadAllText(f).Contains("Not comparable by", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_folder_is_done_again_and_one_of_another_version_is_refused()
    {
        using var terminal = Ready();
        Assert.Equal(ExitCode.Done, terminal.Run("run", "halt.yaml", "--set", "shocks.halt.for=40 d", "--out", "longer", "--quiet").Code);
        File.Delete(terminal.PathOf("longer/metrics.json"));

        Assert.Matches(@"longer +128 worst", terminal.Run("compare", "halt.yaml", "longer", "--out", "here").Out);
        Assert.Contains("a variant changes a scenario, not a run", terminal.Run("compare", "longer", "--variant", Longer).Error);

        var manifest = File.ReadAllText(terminal.PathOf("longer/manifest.json"));
        var version = System.Text.Json.JsonDocument.Parse(manifest).RootElement.GetProperty("version").GetString()!;
        terminal.Write("longer/manifest.json", manifest.Replace($"\"version\": \"{version}\"", "\"version\": \"0.0.9\"", StringComparison.Ordinal));
        var refused = terminal.Run("compare", "halt.yaml", "longer", "--out", "here");
        Assert.Equal(5, refused.Code);
        Assert.Contains($"version: halt was run by version {version}, longer by 0.0.9", refused.Error);

        var hash = System.Text.Json.JsonDocument.Parse(manifest).RootElement.GetProperty("traceHash").GetString()!;
        terminal.Write("longer/manifest.json", manifest.Replace(hash, "0123456789abcdef", StringComparison.Ordinal));
        var other = terminal.Run("compare", "halt.yaml", "longer", "--out", "here");
        Assert.Equal(ExitCode.NotReproduced, other.Code);
        Assert.Contains("longer is not reproduced", other.Error);
    }

    [Theory]
    [InlineData("100%", ExitCode.Done)]
    [InlineData("1 %", ExitCode.NotComparable)]
    [InlineData("0.01", ExitCode.NotComparable)]
    public void The_exit_code_says_whether_runs_differ_by_more_than_is_tolerated(string tolerance, int code)
    {
        using var terminal = Ready();
        string[] command = ["compare", "halt.yaml", "--variant", Longer, "--tolerance", tolerance, "--out", "here"];

        Assert.Equal(ExitCode.Done, terminal.Run(command).Code);
        Assert.Equal(code, terminal.Run([.. command, "--exit-code"]).Code);
    }

    [Theory]
    [InlineData("name a second run", "compare", "halt.yaml")]
    [InlineData("there is no run 'longr'; did you mean 'longer'?", "compare", "halt.yaml", "--variant", Longer, "--baseline", "longr")]
    [InlineData("no need has the country 'Japn'; did you mean 'Japan'?", "compare", "halt.yaml", "halt.yaml", "--where", "country=Japn")]
    [InlineData("--where expects one of consumer, country, commodity, endUse", "compare", "halt.yaml", "halt.yaml", "--where", "town=Kobe")]
    [InlineData("--tolerance expects a share", "compare", "halt.yaml", "halt.yaml", "--tolerance", "some")]
    [InlineData("--variant expects a name and values", "compare", "halt.yaml", "--variant", "half")]
    [InlineData("--mode expects overlay, difference, quotient or index", "compare", "halt.yaml", "halt.yaml", "--mode", "stacked")]
    public void Wrong_use_says_what_is_right(string why, params string[] command)
    {
        using var terminal = Ready();

        var result = terminal.Run(command);

        Assert.Equal((ExitCode.WrongUse, ""), (result.Code, result.Out));
        Assert.Contains(why, result.Error);
        Assert.Equal(["halt.yaml"], terminal.Files());
    }

    [Fact]
    public void Another_baseline_turns_the_difference_round()
    {
        using var terminal = Ready();
        Assert.Equal(ExitCode.Done, terminal.Run("compare", "halt.yaml", "--variant", Longer, "--baseline", "longer", "--out", "here").Code);

        Assert.Contains("shortfallTotal,,,,t,48,128,-80,-62.5", File.ReadAllText(terminal.PathOf("here/compare.csv")));
    }

    [Fact]
    public void The_same_comparison_has_the_same_address_and_the_same_bytes_under_another_culture_too()
    {
        using var terminal = Ready();
        string[] command = ["compare", "halt.yaml", "--variant", Longer, "--mode", "index", "--format", "json"];
        var first = terminal.Run(command);
        var folder = Assert.Single(Directory.GetDirectories(terminal.PathOf("runs")));
        Assert.Matches(@"compare-[0-9a-f]{10}$", folder);
        Assert.Contains($"\"address\": \"{folder[^10..]}\"", first.Out);
        var before = Hashes(folder);

        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        var was = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(first, terminal.Run(command));
        }
        finally
        {
            CultureInfo.CurrentCulture = was;
        }

        Assert.Equal(before, Hashes(folder));
        Assert.NotEqual(first.Out, terminal.Run([.. command, "--cumulative"]).Out);
        Assert.Equal(2, Directory.GetDirectories(terminal.PathOf("runs")).Length);
    }

    [Fact]
    public void The_page_needs_nothing_beside_itself_and_may_run_nothing_but_its_own()
    {
        using var terminal = Ready();
        Assert.Equal(ExitCode.Done, terminal.Run("compare", "halt.yaml", "--variant", Longer, "--out", "here").Code);
        var page = File.ReadAllText(terminal.PathOf("here/compare.html"));

        var policy = WebUtility.HtmlDecode(page.Split("Content-Security-Policy\" content=\"")[1].Split('"')[0]);
        Assert.StartsWith("default-src 'none'; ", policy);
        foreach (var (tag, rule) in (ReadOnlySpan<(string, string)>)[("style", "style-src"), ("script", "script-src")])
        {
            var text = page.Split($"<{tag}>")[1].Split($"</{tag}>")[0];
            Assert.Contains($"{rule} 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'", policy);
        }

        Assert.DoesNotContain(" style=\"", page);
        Assert.All(page.Split("http").Skip(1), rest => Assert.Matches("^(://www.w3.org/2000/svg|-equiv)", rest));
        Assert.Equal(2, page.Split("<figure>").Length - 1);
        Assert.Equal(2, page.Split("<svg ").Length - 1);
        Assert.Equal(page.Split("<table").Length, page.Split("<caption>").Length);
        Assert.Contains("<td class=\"n\" data-v=\"80\">+80</td>", page);
        // What is needed to cite it and to do it again.
        Assert.All((string[])["SupplyShockSim ", "supplyshock compare halt.yaml", "SHA-256 ", "trace "], words => Assert.Contains(words, page));
    }

    [Fact]
    public void Notes_stand_in_figures_and_what_is_wrong_with_them_is_told_with_its_line()
    {
        using var terminal = Ready();
        terminal.Write("notes.csv", "date,text\n2026-02-01,\"tariffs, cut\"\n\n2030-01-01,later\n");
        terminal.Write("wrong.csv", "day,text\n2026-02-01\n1 Feb,x\n");
        string[] command = ["compare", "halt.yaml", "--variant", Longer, "--out", "here"];

        Assert.Equal(ExitCode.Done, terminal.Run([.. command, "--notes", "notes.csv"]).Code);
        Assert.Contains("1 Feb 2026: tariffs, cut", File.ReadAllText(terminal.PathOf("here/overlay.svg")));
        Assert.DoesNotContain("later", File.ReadAllText(terminal.PathOf("here/overlay.svg")));
        var wrong = terminal.Run([.. command, "--notes", "wrong.csv"]);
        Assert.Equal(ExitCode.InvalidInput, wrong.Code);
        Assert.All((string[])["wrong.csv:1:1: the first line is date,text", "wrong.csv:2:1: ", "wrong.csv:3:1: "], text => Assert.Contains(text, wrong.Error));
        Assert.Contains("has dates, and --align control has none", terminal.Run([.. command, "--notes", "notes.csv", "--align", "control"]).Error);
    }

    [Fact]
    public void A_scenario_is_held_against_what_was_observed()
    {
        // The ban closes the lane from day 10 to day 30. On the 31st of January 4 t/d leave again, and a thirtieth of the 32 t of cover and 20 t on the way
        // that have to be made good: 40 + 5.733 t in January, where 50 t were observed.
        using var terminal = Ready();
        terminal.Write("seen.csv", "month,destination,tonnes\n2026-01,World,50\n");

        var result = terminal.Run("compare", "halt.yaml", "--observed", "seen.csv", "--out", "here");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.StartsWith("halt against what was observed\n", result.Out);
        Assert.Contains("halt is 8.53 % off the exports observed in 1 month on average, at worst 8.53 %; 4.27 t a month too little.", result.Out);
        Assert.Contains("points,Observed,15.5,2026-01-16T12:00:00,50", File.ReadAllText(terminal.PathOf("here/observed.csv")));
        Assert.Contains("line,halt,15.5,2026-01-16T12:00:00,45.73333333333333", File.ReadAllText(terminal.PathOf("here/observed.csv")));
        Assert.False(File.Exists(terminal.PathOf("here/difference.svg")));
        terminal.Write("calm.yaml", Examples.Halt.Split("shocks:")[0]);
        Assert.Contains("no run has an export control", terminal.Run("compare", "calm.yaml", "--observed", "seen.csv").Error);
    }

    [Fact]
    public void A_saved_comparison_is_compared_again_and_new_runs_join_it()
    {
        using var terminal = Ready();
        string[] first = ["compare", "halt.yaml", "--variant", Longer, "--baseline", "longer", "--save", "kept/it.yaml"];
        Directory.CreateDirectory(terminal.PathOf("kept"));

        Assert.Equal(ExitCode.Done, terminal.Run([.. first, "--out", "a"]).Code);
        Assert.Equal(ExitCode.Done, terminal.Run("compare", "kept/it.yaml", "--out", "b").Code);
        Assert.Equal(File.ReadAllText(terminal.PathOf("a/compare.csv")), File.ReadAllText(terminal.PathOf("b/compare.csv")));
        Assert.Contains("shortfallTotal,,,,t,48,128,-80,-62.5", File.ReadAllText(terminal.PathOf("b/compare.csv")));

        terminal.Write("new.yaml", Examples.Halt);
        Assert.Equal(ExitCode.Done, terminal.Run("compare", "kept/it.yaml", "new.yaml", "--save", "kept/it.yaml", "--out", "c").Code);
        Assert.StartsWith("measure,consumer,country,commodity,unit,halt,longer,new,", File.ReadAllText(terminal.PathOf("c/compare.csv")));
        Assert.Equal(
            """
            schema: supplyshock/comparison/1
            baseline: "longer"
            runs:
              - path: "../halt.yaml"
                name: "halt"
              - path: "../halt.yaml"
                name: "longer"
                set:
                  "shocks.halt.for": "40 d"
              - path: "../new.yaml"
                name: "new"

            """.ReplaceLineEndings("\n"), File.ReadAllText(terminal.PathOf("kept/it.yaml")));
    }

    [Fact]
    public void What_is_wrong_with_a_saved_comparison_is_told_with_its_place_and_no_other_file_is_replaced()
    {
        using var terminal = Ready();
        terminal.Write("kept.yaml", "schema: supplyshock/comparison/1\nruns:\n  - {pth: halt.yaml}\n");

        var wrong = terminal.Run("compare", "kept.yaml");
        Assert.Equal(ExitCode.InvalidInput, wrong.Code);
        Assert.Contains("kept.yaml:3:6: error SS", wrong.Error);
        Assert.Contains("did you mean 'path'?", wrong.Error);
        var refused = terminal.Run("compare", "halt.yaml", "halt.yaml", "--save", "halt.yaml");
        Assert.Equal(ExitCode.WrongUse, refused.Code);
        Assert.Equal(Examples.Halt, File.ReadAllText(terminal.PathOf("halt.yaml")));
    }

    [Fact]
    public void A_folder_that_is_no_comparison_is_not_replaced()
    {
        using var terminal = Ready();
        terminal.Write("mine/notes.txt", "mine");

        var result = terminal.Run("compare", "halt.yaml", "halt.yaml", "--out", "mine");

        Assert.Equal(ExitCode.WrongUse, result.Code);
        Assert.Contains("is not empty and not the folder of a comparison", result.Error);
    }

    private static Terminal Ready()
    {
        var terminal = new Terminal();
        terminal.Write("halt.yaml", Examples.Halt);
        return terminal;
    }

    private static (string Name, string Hash)[] Hashes(string folder) =>
        [.. Directory.GetFiles(folder).Order().Select(f => (Path.GetFileName(f), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))))];

    private static string[][] Rows(Terminal terminal, string file) =>
        [.. File.ReadAllText(terminal.PathOf(file)).TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
}
