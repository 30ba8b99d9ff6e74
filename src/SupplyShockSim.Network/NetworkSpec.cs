using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>What to do when the flows of a network do not balance.</summary>
public enum BalanceRule
{
    /// <summary>An error that names the site, the commodity and both sums.</summary>
    Strict,

    /// <summary>Scale each site's incoming flows to what its activity needs, from the consumers upwards.</summary>
    Scale,

    /// <summary>A warning; the run then starts out of balance.</summary>
    Report,
}

/// <summary>A supply network as written: rows of commodities, technologies, sites and lanes, in the order of the files.</summary>
public sealed record NetworkSpec
{
    [Field("rates", "the unit of bare rates below", Default = "t/yr", Example = "t/d")]
    public string Rates { get; init; } = "t/yr";

    [Field("balance", "what to do when flows do not balance: strict, scale or report", Default = "strict")]
    public BalanceRule Balance { get; init; } = BalanceRule.Strict;

    [Field("commodities", "what flows", Required = true)]
    public IReadOnlyList<CommoditySpec> Commodities { get; init; } = [];

    [Field("groups", "named sets of commodities, for selectors such as `of`", Example = "{magnets: [magnet, magnet-hc]}", Since = "0.2")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [Field("technologies", "recipes, named by id")]
    public IReadOnlyList<TechnologySpec> Technologies { get; init; } = [];

    [Field("countries", "countries and regions beyond ISO 3166, such as a rest of the world")]
    public IReadOnlyList<CountrySpec> Countries { get; init; } = [];

    [Field("blocs", "named sets of countries", Example = "{allies: [JP, US, DE]}")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Blocs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    [Field("sites", "mines, refineries, magnet plants, recyclers, stockpiles and consumers", Required = true)]
    public IReadOnlyList<SiteSpec> Sites { get; init; } = [];

    [Field("lanes", "who ships what to whom", Required = true)]
    public IReadOnlyList<LaneSpec> Lanes { get; init; } = [];

    /// <summary>What all rows are multiplied by; whoever names the network says so, not its files.</summary>
    public NetworkScale Scale { get; init; } = new();

    /// <summary>How the firms of all rows with cohorts choose their suppliers, instead of what the rows say; null for what they say.</summary>
    public Sourcing? Sourcing { get; init; }
}

/// <summary>What flows; its mass is that of the material itself.</summary>
public sealed record CommoditySpec : ISourced
{
    [Field("id", "short name, used by sites, lanes and shocks", Required = true)]
    public string Id { get; init; } = "";

    [Field("name", "name for people")]
    public string? Name { get; init; }

    [Field("price", "reference price; USD/t when no unit is given", Example = "60000 USD/t")]
    public UsdPerTonne? Price { get; init; }

    [Field("source", "where the price comes from")]
    public string? Source { get; init; }

    [Field("confidence", "how far the figure can be trusted: high, medium, low, inferred, assumption")]
    public string? Confidence { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }
}

/// <summary>A recipe: tonnes in and tonnes out per unit of activity.</summary>
public sealed record TechnologySpec : ISourced, ISpeeds
{
    [Field("id", "short name, used by sites")]
    public string Id { get; init; } = "";

    [Field("inputs", "tonnes used per unit of activity, by commodity", Example = "{metal: 1.4}")]
    public IReadOnlyDictionary<string, double> Inputs { get; init; } = new Dictionary<string, double>();

    [Field("outputs", "tonnes made per unit of activity, by commodity; several make co-products", Example = "{magnet: 1}")]
    public IReadOnlyDictionary<string, double> Outputs { get; init; } = new Dictionary<string, double>();

    [Field("range", "[least, most] that an amount of the recipe may be, by commodity: drawn where a scenario has `uncertain: network`",
        Example = "{metal: [1.3, 1.5]}", Since = "0.2")]
    public IReadOnlyDictionary<string, IReadOnlyList<double>> Range { get; init; } = new Dictionary<string, IReadOnlyList<double>>();

    [Field(
        "ramp", "how fast activity may rise above what the site is used to, as a share of capacity; default: at once", Example = "10 %/month",
        Since = "0.2")]
    public RampRate? Ramp { get; init; }

    [Field(
        "restart", "how fast activity comes back to the highest of the last `memory`, as a share of capacity; default: at once", Example = "100 %/month",
        Since = "0.2")]
    public RampRate? Restart { get; init; }

    [Field("slowdown", "how fast activity may fall when orders do, as a share of capacity; default: at once", Example = "5 %/month", Since = "0.2")]
    public RampRate? Slowdown { get; init; }

    [Field(
        "storage", "how much is put into stock while slowing down: days of baseline output above the target; default: no limit", Example = "90 d",
        Since = "0.2")]
    public SimDuration? Storage { get; init; }

    [Field("memory", "for how long an activity is what the site is used to; default: 365 d", Example = "365 d", Since = "0.2")]
    public SimDuration? Memory { get; init; }

    [Field("throttle", "share of an input's target below which activity falls in proportion to what is left; default: 0 %", Example = "80 %", Since = "0.2")]
    public Share? Throttle { get; init; }

    [Field("source", "where the figures come from")]
    public string? Source { get; init; }

    [Field("confidence", "how far the figures can be trusted")]
    public string? Confidence { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }
}

/// <summary>A technology named by its id, or written in place.</summary>
public sealed record TechnologyRef(string? Id, TechnologySpec? Inline);

/// <summary>A country or region that ISO 3166 does not have.</summary>
public sealed record CountrySpec
{
    [Field("id", "code, as sites use it", Required = true)]
    public string Id { get; init; } = "";

    [Field("name", "name for people", Required = true)]
    public string Name { get; init; } = "";
}

/// <summary>A row that carries where its figures come from.</summary>
public interface ISourced
{
    string? Source { get; }

    string? Confidence { get; }
}

/// <summary>A lane: what one site ships to another.</summary>
public sealed record LaneSpec : ISourced
{
    [Field("id", "name for shocks that select it; default: from>to:of")]
    public string? Id { get; init; }

    [Field("from", "the site that ships", Required = true)]
    public string From { get; init; } = "";

    [Field("to", "the site that receives", Required = true)]
    public string To { get; init; } = "";

    [Field("of", "the commodity", Required = true)]
    public string Of { get; init; } = "";

    [Field("flow", "contract flow, which is also the baseline; 0 is a lane that could be opened; in the network's `rates` when no unit is given",
        Required = true)]
    public TonnesPerDay Flow { get; init; }

    [Field("range", "[least, most] that the flow may be: drawn where a scenario has `uncertain: network`", Example = "[508 t, 4 kt]", Since = "0.2")]
    public FlowRange? Range { get; init; }

    [Field("capacity", "most the lane can carry; default: unlimited")]
    public TonnesPerDay? Capacity { get; init; }

    [Field("transit", "time under way; days when no unit is given", Default = "0 d")]
    public SimDuration Transit { get; init; }

    [Field("cost", "freight and handling; USD/t when no unit is given", Default = "0 USD/t")]
    public UsdPerTonne Cost { get; init; }

    [Field("qualification", "time a buyer needs to accept this supplier; lanes with a flow are accepted already", Default = "0 d")]
    public SimDuration Qualification { get; init; }

    /// <summary>
    /// No buyer orders over it on the spot: it carries what a policy sends, or what contracts it has been given. Whoever adds the row says so.
    /// </summary>
    public bool IsOnCall { get; init; }

    [Field("source", "where the figures come from")]
    public string? Source { get; init; }

    [Field("confidence", "how far the figures can be trusted")]
    public string? Confidence { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }
}
