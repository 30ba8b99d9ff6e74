using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;
using SupplyShockSim.Simulation.Rules.Markets.Rationing;

namespace SupplyShockSim.Policies;

/// <summary>A run that is valid by construction: network built and balanced, policies resolved to the lanes and sites they act on.</summary>
public sealed class PreparedRun
{
    private readonly ResolvedPolicies _policies;

    private PreparedRun(RunSpec spec, SupplyNetwork network, ResolvedPolicies policies) => (Spec, Network, _policies) = (spec, network, policies);

    public RunSpec Spec { get; }

    public SupplyNetwork Network { get; }

    /// <summary>The shocks, with the lanes or sites each acts on and the windows in which it is in force.</summary>
    public IReadOnlyList<ResolvedPolicy> Controls => _policies.Controls;

    /// <summary>The answers, as <see cref="Controls"/>.</summary>
    public IReadOnlyList<ResolvedPolicy> Answers => _policies.Answers;

    /// <summary>The shocks that keep goods from leaving a country (<see cref="PolicySpec.RestrictsExports"/>).</summary>
    public IEnumerable<ResolvedPolicy> ExportControls => Controls.Where(c => c.Spec.RestrictsExports);

    /// <summary>What the run itself takes in.</summary>
    public RunSetup Setup => new()
    {
        Network = Network,
        Start = Spec.Start,
        Horizon = Spec.Horizon,
        Market = Spec.Market,
        Policies = [.. Controls, .. Answers, .. Caution.Of(this)],
        Told = [.. Controls.Concat(Answers).Select(p => p.Told())],
        Record = Spec.Record,
        Seed = Spec.Seed,
        Replication = Spec.Replication,
    };

    /// <summary>Checks everything and builds the run; adds every problem found, and returns null when one of them is an error.</summary>
    public static PreparedRun? Prepare(RunSpec spec, ICollection<Problem> problems)
    {
        var found = new List<Problem>();
        CheckMarket(spec, found);
        if (spec.Horizon <= SimDuration.Zero)
        {
            found.Add(new Problem("horizon", "SS501", "the run lasts no time", "give a `horizon` above zero, or an `until` after the `start`"));
        }
        else if (spec.Horizon > LongestTimes.Horizon)
        {
            found.Add(new Problem("horizon", "SS507", $"the run lasts {spec.Horizon.Days:0} days, more than 100 years",
                "give a shorter `horizon`, or an earlier `until`"));
        }

        var network = NetworkBuilder.Build(spec.Network, spec.Start, "network", found);
        var grown = network is null ? spec.Network : NetworkAdditions.Grow(spec.Network, network, spec.Shocks, spec.Responses);
        if (grown != spec.Network)
        {
            network = NetworkBuilder.Build(grown, spec.Start, "network", found);
        }

        var policies = network is null ? CheckPoliciesAlone(spec, found) : ResolvedPolicies.Of(spec with { Network = grown }, network, found);
        foreach (var problem in found)
        {
            problems.Add(problem);
        }

        return network is null || found.Exists(p => p.Severity == ProblemSeverity.Error) ? null : new PreparedRun(spec, network, policies);
    }

    /// <summary>The same network and rules with other shocks; problems as in <see cref="Prepare"/>, with paths from <c>shocks</c>.</summary>
    public PreparedRun? WithShocks(IReadOnlyList<ControlSpec> shocks, ICollection<Problem> problems) => With(Spec.Market, shocks, problems);

    /// <summary>The same network and rules with other shocks and answers; problems as in <see cref="Prepare"/>.</summary>
    public PreparedRun? With(IReadOnlyList<ControlSpec> shocks, IReadOnlyList<AnswerSpec> answers, ICollection<Problem> problems) =>
        Prepare(Spec with { Shocks = shocks, Responses = answers }, problems);

    /// <summary>
    /// Other market rules and shocks, over the same network or over another, which alone is built then; problems as in <see cref="Prepare"/>.
    /// </summary>
    public PreparedRun? With(MarketSpec market, IReadOnlyList<ControlSpec> shocks, ICollection<Problem> problems, NetworkSpec? other = null)
    {
        var spec = Spec with { Market = market, Shocks = shocks, Network = other ?? Spec.Network };
        if (other is not null || spec.Shocks.Concat<PolicySpec>(Spec.Shocks).Concat(spec.Responses).Any(p => p.GrowsNetwork))
        {
            return Prepare(spec, problems);
        }

        var found = new List<Problem>();
        CheckMarket(spec, found);
        var policies = ResolvedPolicies.Of(spec, Network, found);
        found.ForEach(problems.Add);
        return found.Exists(p => p.Severity == ProblemSeverity.Error) ? null : new PreparedRun(spec, Network, policies);
    }

    /// <summary>The same run as another replication: its random streams draw other numbers.</summary>
    public PreparedRun WithReplication(long replication) => new(Spec with { Replication = replication }, Network, _policies);

    /// <summary>The same run, ended earlier or later; what happens before the earlier of the two ends is the same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is longer than <see cref="LongestTimes.Horizon"/>.</exception>
    public PreparedRun WithHorizon(SimDuration horizon)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(horizon, LongestTimes.Horizon);
        return new(Spec with { Horizon = horizon }, Network, _policies);
    }

    /// <summary>The same run, of which other series are kept.</summary>
    public PreparedRun WithRecord(RecordScope record) => new(Spec with { Record = record }, Network, _policies);

    /// <summary>Builds the state at the start; what follows costs as much as the disturbance reaches.</summary>
    public SupplySimulation Open() => new(Setup);

    /// <summary>The first instant at which a control is announced, comes into force or begins to look at its condition; null where none ever does.</summary>
    public SimTime? FirstControl => Controls
        .Where(c => c.Starts is not null || c.InForce.Count > 0)
        .Select(c => (SimTime?)SimTime.FromSeconds(c.Starts is not null ? c.Bounds.From : Math.Min(c.Announced.Seconds, c.InForce[0].From.Seconds)))
        .Min();

    /// <summary>A copy of a run of this that goes on without some of its controls, and without what is done because of these alone (precaution).</summary>
    /// <param name="run">The run, before any of these controls is announced.</param>
    /// <param name="controls">Positions among <see cref="Controls"/>.</param>
    public SupplySimulation ForkWithout(SupplySimulation run, IReadOnlyCollection<int> controls) => run.ForkWithout(
    [
        .. Setup.Policies.Select((policy, i) => (Of: policy is Caution caution ? caution.ScareIndex : i, Index: i))
            .Where(p => controls.Contains(p.Of)).Select(p => p.Index),
    ]);

    /// <summary>Opens the run and runs it from start to end.</summary>
    /// <inheritdoc cref="SupplySimulation.Run"/>
    public RunRecord Run(CancellationToken cancellation = default, IProgress<SimTime>? progress = null) => Open().Run(cancellation, progress);

    /// <summary>
    /// The network has faults of its own: what is wrong with the policies is told in the same pass, as far as it shows without the faulty rows.
    /// </summary>
    private static ResolvedPolicies CheckPoliciesAlone(RunSpec spec, List<Problem> found)
    {
        if (NetworkBuilder.Salvage(spec.Network, spec.Start, "network", found) is { } rest)
        {
            var ofShocks = new List<Problem>();
            ResolvedPolicies.Of(spec, rest, ofShocks);
            found.AddRange(ofShocks.Where(p => p.Severity == ProblemSeverity.Error && p.Code != PolicyResolver.ActsOnNothing));
        }

        return new ResolvedPolicies([], []);
    }

    private static void CheckMarket(RunSpec spec, List<Problem> problems)
    {
        var market = spec.Market;
        if (!RationingCatalog.All.ContainsKey(market.Rationing))
        {
            problems.Add(new Problem("market.rationing", "SS503", $"there is no rationing rule '{market.Rationing}'",
                Suggestion.For(market.Rationing, RationingCatalog.All.Keys)));
        }

        if (market.Rationing == "price" && market.Prices is null)
        {
            problems.Add(new Problem("market.rationing", "SS502", "rationing by price in a run of which prices stand still", "add `prices: {}` to the market"));
        }

        if (market.Prices is { } prices && !(prices.Scarcity > 0 && prices.Cap >= 1 && prices.Adjustment > SimDuration.Zero))
        {
            problems.Add(new Problem("market.prices", "SS508", "`scarcity` and `adjustment` must be above zero, and `cap` at least 1",
                "such as `scarcity: 0.3`, `cap: 10`, `adjustment: 30 d`"));
        }

        if (market.Review <= SimDuration.Zero || market.Adjustment <= SimDuration.Zero)
        {
            problems.Add(new Problem("market", "SS504", "`review` and `adjustment` must be above zero", "such as `review: 1 d`, `adjustment: 30 d`"));
        }
        else if (market.Adjustment < market.Review)
        {
            problems.Add(new Problem("market.adjustment", "SS505", "stocks cannot be adjusted faster than sites review them",
                "make `adjustment` at least as long as `review`"));
        }

        if (market.Caution is { } caution && (caution.More.Seconds < 0 || caution.Build.Seconds < 0 || caution.Keep?.Seconds < 0))
        {
            problems.Add(new Problem("market.caution", "SS506", "a time below zero", "write 0 d or more"));
        }
    }
}
