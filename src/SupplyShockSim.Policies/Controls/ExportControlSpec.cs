using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Levers;

namespace SupplyShockSim.Policies.Controls;

/// <summary>What goes round a control by way of a third country.</summary>
[Since("0.2")]
public sealed record LeakSpec
{
    [Field("share", "how much of the baseline flow of a controlled lane goes on all the same", Required = true, Example = "30 %")]
    public Share Share { get; init; }

    [Field("extraTime", "time that the way round takes beyond the lane's own", Default = "0 d")]
    public SimDuration ExtraTime { get; init; }

    [Field("extraCost", "what it costs beyond the lane's own cost", Default = "0 USD/t")]
    public UsdPerTonne ExtraCost { get; init; }

    [Field("via", "the country it goes by way of; for readers")]
    public string? Via { get; init; }
}

/// <summary>
/// A control that keeps goods from leaving. Some may leak: that share of the contract flow of each selected lane goes over a way of its own, longer and
/// dearer, from the second in which the control comes into force to the one in which it ends; goods on that way land in their time. Where only some end
/// uses are meant, careful exporters may hold back a share of everybody else's flow too.
/// </summary>
public abstract record ExportControlSpec : LaneControlSpec
{
    private const string Around = "round a control: ";

    [Field("leak", "what goes round the control by way of a third country; default: nothing", Example = "{share: 30 %, extraTime: 10 d}", Since = "0.2")]
    public LeakSpec? Leak { get; init; }

    [Field("chill", "how much of the flow to end uses that are not meant careful exporters hold back as well",
        Default = "0 %", Example = "10 %", Since = "0.2")]
    public Share Chill { get; init; }

    /// <inheritdoc/>
    public sealed override bool RestrictsExports => true;

    /// <inheritdoc/>
    public sealed override bool GrowsNetwork => Leak is not null;

    /// <summary>The lanes to other end uses, which careful exporters serve less.</summary>
    public sealed override int[] SelectBeside(Selectors selectors, int[] subjects) => Chill.Value == 0 || EndUse.Count == 0
        ? []
        : [.. (this with { EndUse = [] }).Select(selectors).Except(subjects)];

    /// <inheritdoc/>
    public sealed override IBeside? ActBeside(PolicyBench bench, ResolvedPolicy resolved) =>
        Leak is not null || resolved.Beside.Length > 0 ? new Spillover(bench, resolved, this) : null;

    /// <inheritdoc/>
    public sealed override void AddTo(NetworkAdditions additions, string name)
    {
        var (network, lanes) = (additions.Network, additions.Network.Lanes);
        var rows = Select(additions.Selectors).Where(l => lanes.FlowPerDay[l] > 0)
            .GroupBy(l => (From: network.Sites.Row[lanes.From[l]], To: network.Sites.Row[lanes.To[l]], Of: lanes.Commodity[l]));
        foreach (var row in rows)
        {
            additions.Add(new LaneSpec
            {
                Id = IdOf(name),
                From = network.Rows.Id[row.Key.From],
                To = network.Rows.Id[row.Key.To],
                Of = network.Commodities.Id[row.Key.Of],
                Transit = SimDuration.FromSeconds(row.Max(l => lanes.TransitSeconds[l])) + Leak!.ExtraTime,
                Cost = new UsdPerTonne(row.Max(l => lanes.CostUsdPerTonne[l]) + Leak.ExtraCost.Value),
                IsOnCall = true,
            });
        }
    }

    /// <summary>Whether a lane is a way round a control, which no control selects.</summary>
    internal static bool IsAround(SupplyNetwork network, int lane) =>
        network.Lanes.IsOnCall[lane] && network.Lanes.GivenId[lane]?.StartsWith(Around, StringComparison.Ordinal) == true;

    /// <summary>The way round the control of that name beside one of its lanes, or -1.</summary>
    internal static int AroundOf(SupplyNetwork network, string control, int lane)
    {
        var lanes = network.Lanes;
        foreach (var other in network.Stocks.Lanes(lanes.ToStock[lane]))
        {
            if (lanes.FromStock[other] == lanes.FromStock[lane] && lanes.GivenId[other] == IdOf(control))
            {
                return other;
            }
        }

        return -1;
    }

    private static string IdOf(string control) => Around + control;
}
