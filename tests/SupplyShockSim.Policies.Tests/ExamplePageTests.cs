using System.Globalization;
using System.Runtime.CompilerServices;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Controls;

namespace SupplyShockSim.Policies.Tests;

/// <summary>The lines of src/EXAMPLE.md are these, and write what the page says.</summary>
public sealed class ExamplePageTests
{
    private static void Example(TextWriter output)
    {
        // begin
        static Dictionary<string, double> Of(string commodity) => new() { [commodity] = 1 };

        var network = new NetworkSpec
        {
            Commodities = [new CommoditySpec { Id = "magnet" }],
            Technologies = [new TechnologySpec { Id = "magnet-making", Outputs = Of("magnet") }],
            Sites =
            [
                new SiteSpec { Id = "plant", Kind = SiteKind.MagnetPlant, Country = "CN", Technology = new TechnologyRef("magnet-making", null) },
                new SiteSpec
                {
                    Id = "cars", Kind = SiteKind.Consumer, Country = "JP", Uses = Of("magnet"), Demand = new TonnesPerDay(10),
                    Cover = new Cover(SimDuration.FromDays(30), Cover.None.ByCommodity),
                },
            ],
            Lanes = [new LaneSpec { From = "plant", To = "cars", Of = "magnet", Flow = new TonnesPerDay(10), Transit = SimDuration.FromDays(7) }],
        };
        var halt = new ExportBan { By = ["China"], To = ["Japan"], From = When.After(SimDuration.FromDays(30)), For = SimDuration.FromDays(60) };
        var spec = new RunSpec { Network = network, Start = new DateTime(2026, 1, 1), Horizon = SimDuration.FromDays(365), Shocks = [halt] };

        var problems = new List<Problem>(); // what is wrong, with its path; a run that is prepared is valid
        var run = PreparedRun.Prepare(spec, problems)?.Run() ?? throw new InvalidOperationException(string.Join('\n', problems));

        var cars = Array.IndexOf(run.Network.Sites.Id, "cars");
        var wanted = run.Demand[cars]!.Integral(SimTime.Zero, run.End); // t, exact: rates are constant between events
        var used = run.Activity[cars]!.Integral(SimTime.Zero, run.End);
        output.WriteLine($"{wanted - used:0} t of {wanted:0} t are missing");
        // end
    }

    [Fact]
    public void The_page_has_the_lines_that_run_and_what_they_write()
    {
        var source = File.ReadAllText(ThisFile()).ReplaceLineEndings("\n");
        var begin = source.IndexOf("        // begin\n", StringComparison.Ordinal) + "        // begin\n".Length;
        var lines = source[begin..source.IndexOf("        // end\n", StringComparison.Ordinal)].TrimEnd().Split('\n')
            .Select(line => line.Length > 8 ? line[8..] : line.Trim()).ToArray();
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../src/EXAMPLE.md")).ReplaceLineEndings("\n");
        Assert.Contains("```csharp\n" + string.Join('\n', lines) + "\n```", page, StringComparison.Ordinal);
        Assert.InRange(lines.Count(line => line.Length > 0), 20, 30);

        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "" };
        Example(output);
        Assert.Equal("300 t of 3650 t are missing", output.ToString());
        Assert.Contains($"`{output}`", page, StringComparison.Ordinal);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
