using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>
/// The reference price of commodities is multiplied in some countries or in all: a flood of cheap supply, a cartel. The price index of scarcity multiplies it.
/// It acts on the lanes whose goods are paid at it.
/// </summary>
[Since("0.2")]
public sealed record PriceChange : ControlSpec
{
    [Field("of", "commodities", Example = "[ndfeb-magnet]")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("in", "the countries or blocs where goods are bought; default: all")]
    public IReadOnlyList<string> In { get; init; } = [];

    [Field("to", "multiple of the reference price while in force", Example = "60 %")]
    public Ratio? To { get; init; }

    [Field("schedule", "multiples of the reference price from given moments on, instead of `to`", Example = "[{at: 2027-01-01, to: 80 %}]")]
    public IReadOnlyList<Step<Ratio>> Schedule { get; init; } = [];

    /// <inheritdoc/>
    public override string Type => "price-change";

    /// <inheritdoc/>
    public override string Meaning => "the reference price of commodities is multiplied";

    /// <inheritdoc/>
    public override string Summary => $"the price of {(Of.Count > 0 ? PolicyWords.Join(Of) : "all goods")}{(In.Count > 0 ? $" in {PolicyWords.Join(In)}" : "")}"
        + $" goes to {Multiple}";

    private string Multiple => To is { } to
        ? $"{PolicyWords.Percent(to.Value)} of the reference"
        : string.Join(", ", Schedule.Select(s => PolicyWords.Percent(s.To.Value))) + " of the reference in turn";

    /// <inheritdoc/>
    public override SubjectKind Touches => SubjectKind.Lane;

    /// <inheritdoc/>
    public override int[] Select(Selectors selectors)
    {
        var lanes = selectors.Network.Lanes;
        return selectors.Lanes(
            _ => true,
            selectors.Places("in", In, (place, l) => place.Has(lanes.To[l])),
            selectors.Commodities("of", Of, (commodity, l) => lanes.Commodity[l] == commodity));
    }

    /// <inheritdoc/>
    public override void Check(PolicyCheck check)
    {
        if (To is null == (Schedule.Count == 0))
        {
            check.Fault("", "SS420", "give either `to` or `schedule`", "such as `to: 60 %`");
        }
        else if (Schedule.Zip(Schedule.Skip(1)).Any(p => p.First.At.ToSimTime(check.Start) >= p.Second.At.ToSimTime(check.Start)))
        {
            check.Fault("schedule", "SS421", "the steps are not in order of time", "sort them by `at`");
        }

        var commodities = check.Network.Commodities;
        foreach (var c in check.Subjects.Select(l => check.Network.Lanes.Commodity[l]).Distinct().Where(c => double.IsNaN(commodities.PriceUsdPerTonne[c])))
        {
            check.Fault("of", "SS450", $"'{commodities.Id[c]}' has no price that could change", "give the commodity a `price`, or name others in `of`");
        }
    }

    /// <inheritdoc/>
    public override IPolicyAtWork PutToWork(PolicyBench bench, ResolvedPolicy resolved)
    {
        var (lanes, countries) = (bench.Network.Lanes, bench.Network.Sites.Country);
        IEnumerable<int> cells = In.Count > 0
            ? resolved.Subjects.Select(l => bench.PriceCell(lanes.Commodity[l], countries[lanes.To[l]]))
            : resolved.Subjects.Select(l => lanes.Commodity[l]).Distinct()
                .SelectMany(c => Enumerable.Range(0, bench.Network.Countries.Count).Select(k => bench.PriceCell(c, k)));
        return new MultiplierAtWork(
            bench, resolved, Lever.ReferencePrice, [.. cells.Distinct().Order()], To?.Value, [.. Schedule.Select(s => (s.At, s.To.Value))]);
    }
}
