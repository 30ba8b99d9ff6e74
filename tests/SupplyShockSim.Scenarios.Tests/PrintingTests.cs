using System.Text;
using SupplyShockSim.Scenarios.Diagnostics;

namespace SupplyShockSim.Scenarios.Tests;

/// <summary>How problems reach a terminal.</summary>
public class PrintingTests
{
    [Fact]
    public void Terminals_get_colour_and_nothing_to_obey()
    {
        var problem = new Diagnostic("a\eb", 3, 4, 2, DiagnosticSeverity.Error, "SS201", "there is no '\u202e\e[2J'", "mend it\a", "a: \tbc");
        using var writer = new StringWriter();
        DiagnosticPrinter.WriteText(writer, [problem], colour: true);
        Assert.Equal("a b:3:4: \e[31;1merror SS201\e[0m: there is no '  [2J'\n    a:  bc\n       \e[31;1m^^\e[0m\n    hint: mend it \n", writer.ToString());
        Assert.Equal("a b:3:4: error SS201: there is no '  [2J'\n    a:  bc\n       ^^\n    hint: mend it \n", Reading.Printed([problem]));
    }

    [Fact]
    public void A_thousand_problems_are_kept_and_the_rest_counted()
    {
        // 30,000 rows with one wrong cell each: 1,000 are shown, 29,000 counted.
        var lanes = new StringBuilder("from,to,of,flow\n");
        for (var i = 0; i < 30_000; i++)
        {
            lanes.Append("mine,plant,metal,x\n");
        }

        var (read, diagnostics) = Reading.Text(Networks.Scenario, Networks.Files().Add("nets/a/lanes.csv", lanes.ToString()));
        Assert.Equal(1001, diagnostics.Count);
        Assert.Equal(
            (DiagnosticCodes.TooMany, "there are more than 1000 problems; 29000 more were found and are not shown"),
            (diagnostics[^1].Code, diagnostics[^1].Message));
        Assert.Empty(read!.Run.Network.Lanes);
    }
}
