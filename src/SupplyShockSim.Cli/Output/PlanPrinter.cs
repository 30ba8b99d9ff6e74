using System.Globalization;
using SupplyShockSim.Figures.Words;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints a plan for people: in short, or with every lane and every value.</summary>
internal static class PlanPrinter
{
    /// <summary>Lanes or sites named for each policy; the rest are counted.</summary>
    private const int MostNamed = 12;

    /// <param name="output">Where to print.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="plan">What.</param>
    /// <param name="all">Whether all lanes and values are wanted.</param>
    public static void Print(TextWriter output, int width, ScenarioPlan plan, bool all)
    {
        var (scenario, network) = (plan.Scenario, plan.Network);
        FittedTable.Hang(output, width, "", scenario.Spec.Title ?? scenario.Name);
        FittedTable.Hang(
            output,
            width,
            "",
            string.Create(CultureInfo.InvariantCulture, $"rows: {network.Rows.Count}, sites: {network.Sites.Count}, lanes: {network.Lanes.Count}, ")
                + string.Create(CultureInfo.InvariantCulture, $"commodities: {network.Commodities.Count}, seed: {scenario.Prepared.Spec.Seed}"));
        output.WriteLine();
        output.WriteLine("When");
        Columns(
            output,
            width,
            [
                .. plan.Moments.Select(m => (string[])[plan.DateOf(m.Time), string.Create(CultureInfo.InvariantCulture, $"day {m.Time.Days:0.##}"), m.What]),
                .. plan.Conditional.Select(c => (string[])["when", "", c]),
            ]);
        output.WriteLine();
        output.WriteLine("Who is touched");
        foreach (var policy in plan.Policies)
        {
            Touched(output, policy, all ? int.MaxValue : MostNamed);
        }

        output.WriteLine();
        output.WriteLine("Values");
        Columns(output, width, [.. (all ? scenario.Origins : plan.Given).Select(o => (string[])[o.Path, o.Origin, o.Value])]);
        if (!all && scenario.Origins.Count > plan.Given.Count)
        {
            var others = Say.Count(scenario.Origins.Count - plan.Given.Count, "other", "others");
            FittedTable.Hang(output, width, "  ", $"and {others}, of the network and by default: --all shows them");
        }
    }

    /// <summary>Rows of columns of which the last is text that may be long.</summary>
    private static void Columns(TextWriter output, int width, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length - 1).Select(c => rows.Max(row => row[c].Length)).ToArray();
        foreach (var row in rows)
        {
            FittedTable.Hang(output, width, "  " + string.Concat(widths.Select((w, c) => row[c].PadRight(w) + "  ")), row[^1]);
        }
    }

    private static void Touched(TextWriter output, PlannedPolicy policy, int most)
    {
        output.WriteLine($"  {policy.Policy.Name}: {(policy.Touches.Count == 0 ? "nobody" : "")}".TrimEnd());
        foreach (var row in policy.Touches.Take(most))
        {
            output.WriteLine($"    {row}");
        }

        if (policy.Touches.Count > most)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {policy.Touches.Count - most} more"));
        }
    }
}
