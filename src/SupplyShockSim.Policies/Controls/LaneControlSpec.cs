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

    [Field("of", "commodities, or groups of them", Example = "[ndfeb-magnet]")]
    public IReadOnlyList<string> Of { get; init; } = [];

    [Field("to", "destinations: countries, blocs or sites", Example = "[Japan]")]
    public IReadOnlyList<string> To { get; init; } = [];

    [Field("endUse", "end uses of the consumers supplied", Example = "[defence]")]
    public IReadOnlyList<string> EndUse { get; init; } = [];

    [Field(
        "exempt", "destinations (countries, blocs, sites), end uses, commodities or groups of them that are left out, for all of its life or for part of it",
        Example = "[Korea, {to: Japan, from: 30 d}]")]
    public IReadOnlyList<Exemption> Exempt { get; init; } = [];

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
        + (Exempt.Count > 0 ? $", except {PolicyWords.Join([.. Exempt.Select(Words)])}" : "");

    /// <inheritdoc/>
    public sealed override int[] Select(Selectors selectors)
    {
        var (lanes, sites) = (selectors.Network.Lanes, selectors.Network.Sites);
        return selectors.Lanes(
            l => sites.Country[lanes.From[l]] != sites.Country[lanes.To[l]] && !ExportControlSpec.IsAround(selectors.Network, l),
            selectors.Places("by", By, (place, l) => Exports(place, lanes.From[l], lanes.To[l])),
            selectors.Places("to", To, (place, l) => place.Has(lanes.To[l])),
            selectors.Commodities("of", Of, (commodity, l) => lanes.Commodity[l] == commodity),
            selectors.EndUses("endUse", EndUse, l => lanes.To[l]),
            selectors.Exemptions("exempt", Exempt));
    }

    /// <inheritdoc/>
    public sealed override IReadOnlyList<(int Position, Exemption Exemption, string Words, int[] Subjects)> ExemptFor(Selectors selectors, int[] subjects) =>
        [.. Exempt.Index().Where(e => e.Item.IsDated).Select(e => (e.Index, e.Item, Words(e.Item), selectors.Exempted("exempt", e.Index, e.Item, subjects)))];

    private static string Words(Exemption exemption) => exemption.Who
        + (exemption.From is { } from ? $" from {PolicyWords.Moment(from)}" : "")
        + (exemption.Until is { } until ? $" until {PolicyWords.Moment(until)}" : "");

    /// <summary>Whether what leaves a site for another leaves a place: a bloc's exports stay within it unless destinations are named, a country's never
    /// do.</summary>
    protected virtual bool Exports(Place by, int from, int to) => by.Has(from) && (!by.IsBloc || To.Count > 0 || !by.Has(to));
}
