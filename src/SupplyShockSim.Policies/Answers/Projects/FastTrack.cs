using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Projects;

/// <summary>Buyers accept new suppliers, and authorities permit projects, in less time; what has begun takes the time it began with.</summary>
public sealed record FastTrack : AnswerSpec
{
    [Field("in", "countries or blocs whose buyers and authorities are faster; default: all", Example = "[Japan]")]
    public IReadOnlyList<string> In { get; init; } = [];

    [Field("of", "commodities; default: all", Example = "[ndfeb-magnet]")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("to", "multiple of the time to accept a supplier, and of the permitting of projects", Required = true, Example = "50 %")]
    public Ratio To { get; init; } = Ratio.One;

    /// <inheritdoc/>
    public override string Type => "fast-track";

    /// <inheritdoc/>
    public override string Meaning => "new suppliers are accepted, and projects permitted, in less time";

    /// <inheritdoc/>
    public override string Summary => $"acceptance of suppliers and permits take {PolicyWords.Percent(To.Value)} of their time in "
        + (In.Count > 0 ? PolicyWords.Join(In) : "all countries");

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Lane;

    /// <summary>The lanes to its buyers.</summary>
    public override int[] Select(Selectors selectors)
    {
        var lanes = selectors.Network.Lanes;
        return selectors.Lanes(
            l => !lanes.IsOnCall[l],
            selectors.Places("in", In, (place, l) => place.Has(lanes.To[l])),
            selectors.Commodities("of", Of, (commodity, l) => lanes.Commodity[l] == commodity));
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new FastTrackAtWork(bench, resolved, this);
}

/// <summary>A fast track in one run.</summary>
internal sealed class FastTrackAtWork(PolicyBench bench, ResolvedPolicy resolved, FastTrack spec) : AnswerAtWork(bench, resolved, spec)
{
    private readonly Grip _acceptance = bench.Take(Lever.QualificationPace, resolved.Subjects);
    private readonly Grip _permits = bench.Take(Lever.PermitPace, SitesOf(bench.Network, resolved.Subjects));

    protected override void Enforce(long now) => Set(spec.To.Value, now);

    protected override void Lift(long now) => Set(1, now);

    private void Set(double multiple, long now)
    {
        Bench.SetAll(_acceptance, multiple, now, Cause);
        Bench.SetAll(_permits, multiple, now, Cause);
    }

    /// <summary>The plants and projects in the countries of the buyers.</summary>
    private static int[] SitesOf(SupplyNetwork network, int[] lanes)
    {
        var countries = lanes.Select(l => network.Sites.Country[network.Lanes.To[l]]).ToHashSet();
        return [.. Enumerable.Range(0, network.Sites.Count).Where(s => !network.Sites.IsConsumer[s] && countries.Contains(network.Sites.Country[s]))];
    }
}
