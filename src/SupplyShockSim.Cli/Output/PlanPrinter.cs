using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Output;

/// <summary>Prints a scenario as it would be run: its dates, whom its shocks act on, and every value with its origin.</summary>
internal static class PlanPrinter
{
    /// <summary>Lanes or sites named for each shock; the rest are counted.</summary>
    private const int MostNamed = 12;

    public static void Print(TextWriter output, Scenario scenario)
    {
        var (run, network) = (scenario.Prepared.Spec, scenario.Prepared.Network);
        output.WriteLine(scenario.Spec.Title ?? scenario.Name);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows: {network.Rows.Count}, sites: {network.Sites.Count}, lanes: {network.Lanes.Count}, ")
            + string.Create(CultureInfo.InvariantCulture, $"commodities: {network.Commodities.Count}, seed: {run.Seed}"));
        output.WriteLine();
        output.WriteLine("When");
        PlainTable.Write(output, Timeline(scenario), indent: 2);
        output.WriteLine();
        output.WriteLine("Who is touched");
        foreach (var control in scenario.Prepared.Controls.Concat(scenario.Prepared.Answers))
        {
            Touched(output, network, control);
        }

        output.WriteLine();
        output.WriteLine("Values");
        PlainTable.Write(output, [.. scenario.Origins.Select(o => (string[])[o.Path, o.Origin, o.Value])], indent: 2);
    }

    private static IReadOnlyList<string>[] Timeline(Scenario scenario)
    {
        var run = scenario.Prepared.Spec;
        var end = SimTime.Zero + run.Horizon;
        var moments = new List<(SimTime Time, string What)> { (SimTime.Zero, "start"), (end, "end") };
        foreach (var control in scenario.Prepared.Controls.Concat(scenario.Prepared.Answers))
        {
            if (control.InForce.Count > 0 && control.Announced < control.InForce[0].From)
            {
                moments.Add((control.Announced, $"{control.Name} is announced"));
            }

            for (var i = 0; i < control.InForce.Count; i++)
            {
                moments.Add((control.InForce[i].From, i == 0 ? $"{control.Name} begins: {control.Summary}" : $"{control.Name} is resumed"));
                moments.Add((control.InForce[i].Until, i < control.InForce.Count - 1 ? $"{control.Name} is suspended" : $"{control.Name} ends"));
            }

            foreach (var exempt in control.Exempt)
            {
                moments.Add((exempt.From, $"{control.Name} begins to exempt {exempt.Words}"));
                moments.Add((exempt.Until, $"{control.Name} no longer exempts {exempt.Words}"));
            }
        }

        var conditional = scenario.Prepared.Controls.Concat(scenario.Prepared.Answers).Where(c => c.Spec.Trigger is not null)
            .Select(c => (string[])["when", "", $"{c.Spec.Trigger!.Words}, {c.Name} begins: {c.Summary}"]);
        return
        [
            .. moments.Where(m => m.Time <= end).OrderBy(m => m.Time.Seconds).Select(m => (string[])
            [
                DateOf(run.Start, m.Time),
                string.Create(CultureInfo.InvariantCulture, $"day {m.Time.Days:0.##}"),
                m.What,
            ]),
            .. conditional,
        ];
    }

    /// <summary>The date, with the time of day where there is one.</summary>
    private static string DateOf(DateTime start, SimTime time)
    {
        var isMidnight = time.Seconds % SimDuration.SecondsPerDay == 0 && start.TimeOfDay == TimeSpan.Zero;
        return time.ToDate(start).ToString(isMidnight ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Names rows, not the cohorts that a row was split into.</summary>
    private static void Touched(TextWriter output, SupplyNetwork network, ResolvedPolicy control)
    {
        var names = control.Spec.Touches == SubjectKind.Lane
            ? control.Subjects.Select(LaneOf)
            : control.Subjects.Select(RowOf);
        var rows = names.Distinct(StringComparer.Ordinal).ToList();
        output.WriteLine($"  {control.Name}: {(rows.Count == 0 ? "nobody" : "")}".TrimEnd());
        foreach (var row in rows.Take(MostNamed))
        {
            output.WriteLine($"    {row}");
        }

        if (rows.Count > MostNamed)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    and {rows.Count - MostNamed} more"));
        }

        string LaneOf(int lane) =>
            $"{RowOf(network.Lanes.From[lane])} -> {RowOf(network.Lanes.To[lane])} ({network.Commodities.Id[network.Lanes.Commodity[lane]]})";

        string RowOf(int site) => network.Rows.Id[network.Sites.Row[site]];
    }
}
