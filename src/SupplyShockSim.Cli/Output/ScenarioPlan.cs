using System.Globalization;
using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Policies;
using SupplyShockSim.Scenarios.Files;
using SupplyShockSim.Scenarios.Loading;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Cli.Output;

/// <summary>A scenario as it would be run: its dates, whom its policies act on, and every value with its origin.</summary>
internal sealed class ScenarioPlan
{
    /// <summary>Where the tables of a network stand among its values: they are many, and seldom what a scenario is about.</summary>
    private static readonly string[] Tables =
        ["network.commodities", "network.technologies", "network.countries", "network.blocs", "network.groups", "network.sites", "network.lanes"];

    public ScenarioPlan(Scenario scenario)
    {
        Scenario = scenario;
        Policies = [.. scenario.Prepared.Controls.Concat(scenario.Prepared.Answers).Select(p => new PlannedPolicy(p, Touched(p)))];
        var run = scenario.Prepared.Spec;
        var end = SimTime.Zero + run.Horizon;
        Moments = [.. Timeline(end).Where(m => m.Time <= end).OrderBy(m => m.Time.Seconds)];
        Conditional =
        [
            .. Policies.Select(p => p.Policy).Where(p => p.Spec.Trigger is not null).Select(p => $"{p.Spec.Trigger!.Words}, {p.Name} begins: {p.Summary}"),
        ];
        Given = [.. scenario.Origins.Where(IsGiven)];
    }

    public Scenario Scenario { get; }

    public SupplyNetwork Network => Scenario.Prepared.Network;

    /// <summary>What would happen by plan, in order of time.</summary>
    public IReadOnlyList<(SimTime Time, string What)> Moments { get; }

    /// <summary>What would happen under a condition, in a sentence each.</summary>
    public IReadOnlyList<string> Conditional { get; }

    public IReadOnlyList<PlannedPolicy> Policies { get; }

    /// <summary>The values that the scenario itself gives: no default, nothing of the network's tables unless <c>--set</c> changed it.</summary>
    public IReadOnlyList<ValueOrigin> Given { get; }

    /// <summary>The date, with the time of day where there is one.</summary>
    public string DateOf(SimTime time)
    {
        var start = Scenario.Prepared.Spec.Start;
        var isMidnight = time.Seconds % SimDuration.SecondsPerDay == 0 && start.TimeOfDay == TimeSpan.Zero;
        return time.ToDate(start).ToString(isMidnight ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static bool IsGiven(ValueOrigin value) => value.Origin != "default"
        && (value.Origin.StartsWith("--set", StringComparison.Ordinal) || !Array.Exists(Tables, t => value.Path.StartsWith(t, StringComparison.Ordinal)));

    private IEnumerable<(SimTime Time, string What)> Timeline(SimTime end)
    {
        var run = Scenario.Prepared.Spec;
        yield return (SimTime.Zero, "start");
        if (run.Market.Term is { } term)
        {
            yield return (SimTime.Zero,
                string.Create(CultureInfo.InvariantCulture, $"contracts are made anew, an equal part each month over {term.Days:0.##} d"));
        }

        foreach (var moment in Policies.SelectMany(p => Of(p.Policy, end)).Concat(Openings()))
        {
            yield return moment;
        }

        yield return (end, "end");
    }

    private IEnumerable<(SimTime Time, string What)> Of(ResolvedPolicy policy, SimTime end)
    {
        if (policy.InForce.Count > 0 && policy.Announced < policy.InForce[0].From)
        {
            yield return (policy.Announced, $"{policy.Name} is announced");
        }

        for (var i = 0; i < policy.InForce.Count; i++)
        {
            yield return (policy.InForce[i].From, i == 0 ? $"{policy.Name} begins: {policy.Summary}" : $"{policy.Name} is resumed");
            yield return (policy.InForce[i].Until, i < policy.InForce.Count - 1 ? $"{policy.Name} is suspended" : $"{policy.Name} ends");
        }

        foreach (var exempt in policy.Exempt)
        {
            yield return (exempt.From, $"{policy.Name} begins to exempt {exempt.Words}");
            yield return (exempt.Until, $"{policy.Name} no longer exempts {exempt.Words}");
        }

        var renewals = policy.Spec.Renewals(policy, Scenario.Prepared.Spec.Start, end).ToArray();
        if (renewals.Length > 0)
        {
            var more = renewals.Length > 1
                ? string.Create(CultureInfo.InvariantCulture, $" (and {renewals.Length - 1} more times, last on {DateOf(renewals[^1])})")
                : "";
            yield return (renewals[0], $"{policy.Name} is renewed{more}");
        }
    }

    /// <summary>Rows of the files that open within the run.</summary>
    private IEnumerable<(SimTime Time, string What)> Openings()
    {
        var sites = Network.Sites;
        return Enumerable.Range(0, Network.Rows.Count)
            .Select(row => (Row: row, Opens: sites.OpensSeconds[Network.Rows.FirstSite[row]]))
            .Where(r => r.Opens > 0)
            .Select(r => (SimTime.FromSeconds(r.Opens), $"{Network.Rows.Id[r.Row]} opens"));
    }

    /// <summary>Names rows, not the cohorts that a row was split into.</summary>
    private IReadOnlyList<string> Touched(ResolvedPolicy policy)
    {
        var isOnLanes = policy.Spec.Touches == SubjectKind.Lane;
        return [.. policy.Subjects.Select(s => isOnLanes ? LaneOf(s) : RowOf(s)).Distinct(StringComparer.Ordinal)];

        string LaneOf(int lane) =>
            $"{RowOf(Network.Lanes.From[lane])} -> {RowOf(Network.Lanes.To[lane])} ({Network.Commodities.Id[Network.Lanes.Commodity[lane]]})";

        string RowOf(int site) => Network.Rows.Id[Network.Sites.Row[site]];
    }
}

/// <summary>A policy and whom it acts on.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Touches">Lanes, <c>from -> to (commodity)</c>, or sites.</param>
internal sealed record PlannedPolicy(ResolvedPolicy Policy, IReadOnlyList<string> Touches);
