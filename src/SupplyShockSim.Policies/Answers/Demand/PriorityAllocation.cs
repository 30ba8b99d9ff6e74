using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Demand;

/// <summary>
/// While in force, sellers who lie in some countries or ship there ration by end use, in this order; end uses that are not named come after all that
/// are, and so do plants. Without it they ration as the market does.
/// </summary>
public sealed record PriorityAllocation : AnswerSpec
{
    [Field("in", "countries or blocs; default: all", Example = "[United States]")]
    public IReadOnlyList<string> In { get; init; } = [];

    [Field("order", "end uses, the first served first", Required = true, Example = "[defence, automotive]")]
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <inheritdoc/>
    public override string Type => "priority-allocation";

    /// <inheritdoc/>
    public override string Meaning => "sellers who cannot serve all serve by end use";

    /// <inheritdoc/>
    public override string Summary => $"who is short is served in the order {PolicyWords.Join(Order)}{(In.Count > 0 ? $" in {PolicyWords.Join(In)}" : "")}";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Lane;

    /// <summary>The lanes from or to its countries.</summary>
    public override int[] Select(Selectors selectors)
    {
        var (lanes, sites) = (selectors.Network.Lanes, selectors.Network.Sites);
        foreach (var name in Order)
        {
            selectors.EndUses("order", [name], site => site);
        }

        return selectors.Lanes(
            l => !lanes.IsOnCall[l],
            selectors.Places("in", In, (place, l) => place.Has(lanes.To[l]) || place.Has(lanes.From[l])));
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new PriorityAtWork(bench, resolved, this);
}

/// <summary>An order of end uses in one run.</summary>
internal sealed class PriorityAtWork : AnswerAtWork
{
    private readonly Grip _classes;
    private readonly double[] _rank;

    public PriorityAtWork(PolicyBench bench, ResolvedPolicy resolved, PriorityAllocation spec)
        : base(bench, resolved, spec)
    {
        _classes = bench.Take(Lever.RationRank, Subjects);
        var (lanes, uses) = (bench.Network.Lanes, bench.Network.Sites.EndUse);
        var order = spec.Order.ToList();
        _rank = [.. Subjects.Select(l => order.IndexOf(uses[lanes.To[l]] ?? "") is var at and >= 0 ? order.Count - at + 1.0 : 1)];
    }

    protected override void Enforce(long now)
    {
        for (var i = 0; i < Subjects.Length; i++)
        {
            Bench.Set(_classes, i, _rank[i], now, Cause);
        }
    }

    protected override void Lift(long now) => Bench.SetAll(_classes, 0, now, Cause);
}
