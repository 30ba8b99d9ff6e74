using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;
using SupplyShockSim.Policies.Selecting;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Policies.Controls;

/// <summary>
/// A shock that selects lanes by exporter, commodity, destination and end use. Only lanes that cross the exporter's border are
/// selected. A selector left out selects all.
/// </summary>
public abstract record LaneControlSpec : ControlSpec
{
    [Field("by", "exporters: countries, blocs or sites", Example = "China")]
    public IReadOnlyList<string> By { get; init; } = [];

    [Field("of", "commodities", Example = "[ndfeb-magnet]")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("to", "destinations: countries, blocs or sites", Example = "[Japan]")]
    public IReadOnlyList<string> To { get; init; } = [];

    [Field("endUse", "end uses of the consumers supplied", Example = "[defence]")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    [Field("exempt", "destinations (countries, blocs, sites), end uses or commodities that are left out")]
    public IReadOnlyList<string> Exempt { get; init; } = [];

    [Field("announced", "when it became known; buyers may stock up from then: a date or a day offset; default: when it starts")]
    public When? Announced { get; init; }

    [Field("suspended", "windows in which it is not in force")]
    public IReadOnlyList<Window> Suspended { get; init; } = [];

    /// <inheritdoc/>
    public sealed override SubjectKind Touches => SubjectKind.Lane;

    /// <inheritdoc/>
    public sealed override When? KnownFrom => Announced;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Window> Pauses => Suspended;

    /// <summary>The exporters, in words.</summary>
    protected string Who => By.Count > 0 ? PolicyWords.Join(By) : "every country";

    /// <summary>The commodities, in words.</summary>
    protected string What => Of.Count > 0 ? PolicyWords.Join(Of) : "all goods";

    /// <summary>The destinations and exemptions, in words that begin with a blank, or nothing.</summary>
    protected string Whither =>
        (To.Count > 0 ? $" to {PolicyWords.Join(To)}" : "")
        + (EndUse.Count > 0 ? $" for {PolicyWords.Join(EndUse)}" : "")
        + (Exempt.Count > 0 ? $", except {PolicyWords.Join(Exempt)}" : "");

    /// <inheritdoc/>
    public sealed override int[] Select(Selectors selectors)
    {
        var by = selectors.Places("by", By);
        var to = selectors.Places("to", To);
        var of = selectors.Commodities("of", Of);
        var endUses = selectors.EndUses("endUse", EndUse);
        var exempt = selectors.Exemptions("exempt", Exempt);
        var (lanes, sites) = (selectors.Network.Lanes, selectors.Network.Sites);
        return selectors.Lanes(l =>
            Exports(selectors, by, l)
            && (to.Count == 0 || to.Exists(p => p.Has(lanes.To[l])))
            && (of.Count == 0 || of.Contains(lanes.Commodity[l]))
            && (endUses.Count == 0 || endUses.Contains(sites.EndUse[lanes.To[l]] ?? ""))
            && !exempt.Exists(e => e(l)));
    }

    /// <summary>
    /// The lane crosses the border of an exporter: of the site's country, or, for a bloc, of the bloc (of the member, where destinations are named).
    /// </summary>
    private bool Exports(Selectors selectors, List<Place> by, int lane)
    {
        var network = selectors.Network;
        var (from, to) = (network.Lanes.From[lane], network.Lanes.To[lane]);
        return network.Sites.Country[from] != network.Sites.Country[to]
            && (by.Count == 0 || by.Exists(p => p.Has(from) && (!p.IsBloc || To.Count > 0 || !p.Has(to))));
    }
}
