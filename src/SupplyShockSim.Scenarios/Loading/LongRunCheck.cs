using SupplyShockSim.Engine;
using SupplyShockSim.Policies.Answers.Demand;
using SupplyShockSim.Policies.Answers.Projects;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Scenarios.Definitions;
using SupplyShockSim.Scenarios.Diagnostics;
using SupplyShockSim.Scenarios.Yaml;

namespace SupplyShockSim.Scenarios.Loading;

/// <summary>
/// Warns where a run on a network in files of its own outlasts the year that such a network tells, and nothing in it grows, is built or is renewed: far from
/// that year, what it says of a shock is what the shock would do to a world that stood still.
/// </summary>
internal static class LongRunCheck
{
    /// <summary>18 months, in whole days.</summary>
    private static readonly SimDuration Longest = SimDuration.FromDays(548);

    /// <summary>The warning, where it is due.</summary>
    /// <param name="spec">The scenario.</param>
    /// <param name="horizon">How long its run goes on.</param>
    /// <param name="root">The map it was read from.</param>
    /// <param name="places">Finds the place of a path.</param>
    /// <param name="bag">Where the warning goes.</param>
    public static void Check(ScenarioSpec spec, SimDuration horizon, MapNode root, NodePath places, DiagnosticBag bag)
    {
        // A network drawn up in the scenario is a sketch of no year; where nothing happens, nothing is said of any; and what an error kept from
        // being read might be what is missed here.
        var isTold = spec.Network.Link is not null && spec.Shocks.Count + spec.Responses.Count > 0 && !bag.HasErrors;
        if (!isTold || horizon <= Longest || Moves(spec, horizon))
        {
            return;
        }

        bag.Add(places.Find(root.Find("until") is null ? "horizon" : "until"), DiagnosticCodes.LongRun, FormattableString.Invariant(
                $"'{spec.Network.Link!.Folder}' is the network of one year, and nobody grows, builds or renews contracts in the {horizon.Days / 365:0.#} years of the run"),
            "add a demand-change, a project or `market: {term: 1 yr}`, or end the run within 18 months", DiagnosticSeverity.Warning);
    }

    /// <summary>Whether anything changes the world by itself, beside what is done to it.</summary>
    private static bool Moves(ScenarioSpec spec, SimDuration horizon) => spec.Market.Term is not null
        || spec.Shocks.Any(s => s is MultiplierSpec or PriceChange)
        || spec.Responses.Any(r => r is CapacityProject or Recycling or Substitution)
        || spec.Network.Spec.Sites.Any(s => s.Opens is { } opens && Within(opens.ToSimTime(spec.Start) - SimTime.Zero, horizon));

    /// <summary>A site that opens by the start has not changed anything since.</summary>
    private static bool Within(SimDuration opens, SimDuration horizon) => opens > SimDuration.Zero && opens < horizon;
}
