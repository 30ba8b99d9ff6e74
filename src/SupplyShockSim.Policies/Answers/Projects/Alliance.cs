using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Answers.Projects;

/// <summary>
/// Countries that buy from each other first: a lane between two members counts as cheaper by <c>prefer</c> when a buyer chooses. Under
/// <c>contracts</c>, when it comes into force, that share of what members buy from those named goes to sellers of members over lanes that there are, as far as
/// their capacity beyond the baseline reaches.
/// </summary>
public sealed record Alliance : AnswerSpec
{
    [Field("members", "its countries or blocs", Required = true, Example = "[United States, Australia, Japan]")]
    public IReadOnlyList<string> Members { get; init; } = [];

    [Field("of", "commodities; default: all")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("prefer", "by how much goods of members count as cheaper", Default = "0 USD/t", Example = "100 USD/t")]
    public UsdPerTonne Prefer { get; init; }

    [Field("contracts", "what members' sellers take over of the contracts of others; default: nothing", Example = "{share: 20 %, insteadOf: China}")]
    public ContractTerms? Contracts { get; init; }

    /// <inheritdoc/>
    public override string Type => "alliance";

    /// <inheritdoc/>
    public override string Meaning => "countries buy from each other first";

    /// <inheritdoc/>
    public override string Summary => $"{PolicyWords.Join(Members)} prefer each other's goods by {PolicyWords.Number(Prefer.Value)} USD/t"
        + (Contracts is { } c ? $", and take over {PolicyWords.Percent(c.Share.Value)} of contracts" : "");

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Lane;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Name)> PlacesNamed =>
        [.. base.PlacesNamed, .. (Contracts?.InsteadOf ?? []).Select(name => ("contracts.insteadOf", name))];

    /// <summary>The lanes between members.</summary>
    public override int[] Select(Selectors selectors)
    {
        var lanes = selectors.Network.Lanes;
        var members = selectors.Places("members", Members, (place, site) => place.Has(site));
        return selectors.Lanes(
            l => !lanes.IsOnCall[l] && members.FitsOne(lanes.From[l]) && members.FitsOne(lanes.To[l]),
            selectors.Commodities("of", Of, (commodity, l) => lanes.Commodity[l] == commodity));
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved) => new AllianceAtWork(bench, resolved, this);
}

/// <summary>An alliance in one run.</summary>
internal sealed class AllianceAtWork(PolicyBench bench, ResolvedPolicy resolved, Alliance spec) : AnswerAtWork(bench, resolved, spec)
{
    private readonly Grip _costs = bench.Take(Lever.LaneCost, spec.Prefer.Value > 0 ? resolved.Subjects : []);
    private bool _hasMoved;

    protected override void Enforce(long now)
    {
        Bench.SetAll(_costs, -spec.Prefer.Value, now, Cause);
        if (spec.Contracts is { } contracts && !_hasMoved)
        {
            _hasMoved = true;
            Move(contracts, now);
        }
    }

    protected override void Lift(long now) => Bench.SetAll(_costs, 0, now, Cause);

    /// <summary>Seller by seller: its idle capacity, no more than the share of what its buyers have under contract with those named.</summary>
    private void Move(ContractTerms contracts, long now)
    {
        var (lanes, sites) = (Bench.Network.Lanes, Bench.Network.Sites);
        var members = Subjects.SelectMany(l => new[] { sites.Country[lanes.From[l]], sites.Country[lanes.To[l]] }).ToHashSet();
        foreach (var seller in Subjects.GroupBy(l => lanes.FromStock[l]))
        {
            var own = seller.ToArray();
            var replaced = own.Sum(l => Bench.Network.Stocks.Lanes(lanes.ToStock[l]).ToArray().Where(IsReplaced).Sum(Bench.ContractFlow));
            var site = lanes.From[own[0]];
            var idle = (sites.CapacityPerDay[site] - sites.BaselinePerDay[site]) * Bench.Network.Stocks.Coefficient[seller.Key];
            ContractShift.Move(Bench, own, Replaces, Math.Min(idle, contracts.Share.Value * replaced), now, Cause);
        }

        bool Replaces(int site) => ContractShift.IsIn(contracts.InsteadOf, Resolved.Places, site) && !members.Contains(sites.Country[site]);

        bool IsReplaced(int lane) => Replaces(lanes.From[lane]);
    }
}
