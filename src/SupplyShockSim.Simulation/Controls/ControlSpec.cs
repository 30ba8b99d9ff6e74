using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Simulation.Controls;

/// <summary>What every shock has, as written.</summary>
[ReservedKey("when", "conditional shocks are not simulated yet: give `from` as a date or a day offset")]
public abstract record ControlSpec
{
    [Field("name", "name for logs, plots and overrides; default: its type and position")]
    public string? Name { get; init; }

    [Field("from", "when it starts: a date or a day offset; default: the start", Example = "2026-01-06")]
    public When From { get; init; }

    [Field("until", "when it ends: a date or a day offset; default: never")]
    public When? Until { get; init; }

    [Field("for", "how long it lasts, instead of `until`", Example = "180 d")]
    public SimDuration? For { get; init; }

    [Field("source", "where this is known from; kept in the manifest")]
    public string? Source { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }
}

/// <summary>What happens to goods that have left when an export control starts.</summary>
public enum InTransit
{
    /// <summary>They arrive.</summary>
    Pass,

    /// <summary>They are held at the border until the control ends.</summary>
    Stop,
}

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
}
