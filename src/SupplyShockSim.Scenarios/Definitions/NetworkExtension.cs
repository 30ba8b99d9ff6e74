using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>A network that says only how it differs from another: rows added, changed and removed, each with the reason.</summary>
[Since("0.2")]
public sealed record NetworkExtension
{
    [Field("extends", "the network that this one builds on: a folder beside this one, or a path relative to this file", Required = true, Example = "ndfeb-2024")]
    public string Extends { get; init; } = "";

    [Field("changed", "values that are other than there, each with the reason")]
    public IReadOnlyList<NetworkChange> Changed { get; init; } = [];

    [Field("removed", "rows that are not in it any more, each with the reason")]
    public IReadOnlyList<NetworkRemoval> Removed { get; init; } = [];

    [Field("balance", "what to do when flows do not balance: strict, scale or report; default: as there")]
    public BalanceRule? Balance { get; init; }

    [Field("commodities", "commodities that come to those there")]
    public IReadOnlyList<CommoditySpec> Commodities { get; init; } = [];

    [Field("groups", "groups of commodities that come to those there, or replace them")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [Field("technologies", "recipes that come to those there")]
    public IReadOnlyList<TechnologySpec> Technologies { get; init; } = [];

    [Field("countries", "countries that come to those there")]
    public IReadOnlyList<CountrySpec> Countries { get; init; } = [];

    [Field("blocs", "blocs that come to those there, or replace them")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Blocs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [Field("sites", "sites that come to those there, with the reason as `note`")]
    public IReadOnlyList<SiteSpec> Sites { get; init; } = [];

    [Field("lanes", "lanes that come to those there, with the reason as `note`")]
    public IReadOnlyList<LaneSpec> Lanes { get; init; } = [];
}

/// <summary>A value of a network that is other than in the one it builds on.</summary>
[Since("0.2")]
public sealed record NetworkChange
{
    [Field("set", "path of the value", Required = true, Example = "sites.plant.capacity")]
    public string Set { get; init; } = "";

    [Field("to", "the value, as in a file", Required = true, Example = "5 kt/yr")]
    public string To { get; init; } = "";

    [Field("because", "the reason, with its source", Required = true)]
    public string Because { get; init; } = "";
}

/// <summary>A row that a network does not take over from the one it builds on.</summary>
[Since("0.2")]
public sealed record NetworkRemoval
{
    [Field("row", "the site or lane", Required = true, Example = "lanes.mine-to-plant")]
    public string Row { get; init; } = "";

    [Field("because", "the reason, with its source", Required = true)]
    public string Because { get; init; } = "";
}
