using SupplyShockSim.Engine;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Network.Quantities;

namespace SupplyShockSim.Network;

/// <summary>What a site is, for reading and for plots; behaviour follows from its technology or its uses.</summary>
public enum SiteKind
{
    Mine,
    Refinery,
    MagnetPlant,
    Recycler,
    Stockpile,
    Consumer,
}

/// <summary>A site: one plant or buyer, or a row that stands for many (see <see cref="CohortSpec"/>).</summary>
public sealed record SiteSpec : ISourced, ISpeeds
{
    [Field("id", "short name, used by lanes and shocks", Required = true)]
    public string Id { get; init; } = "";

    [Field("name", "name for people")]
    public string? Name { get; init; }

    [Field("kind", "mine, refinery, magnet-plant, recycler, stockpile or consumer", Required = true)]
    public SiteKind Kind { get; init; }

    [Field("country", "ISO 3166 code or English name", Required = true)]
    public string Country { get; init; } = "";

    [Field("technology", "the recipe: an id, or a recipe written in place")]
    public TechnologyRef? Technology { get; init; }

    [Field("capacity", "most activity per day; in the network's `rates` when no unit is given; default: the baseline activity")]
    public TonnesPerDay? Capacity { get; init; }

    [Field("uses", "what a consumer needs per unit of demand, by commodity", Example = "{magnet: 1}")]
    public IReadOnlyDictionary<string, double> Uses { get; init; } = new Dictionary<string, double>();

    [Field("demand", "a consumer's wanted activity; in the network's `rates` when no unit is given")]
    public TonnesPerDay? Demand { get; init; }

    [Field("range", "[least, most] that a consumer's demand, or another's capacity, may be: drawn where a scenario has `uncertain: network`",
        Example = "[400 t, 900 t]", Since = "0.2")]
    public FlowRange? Range { get; init; }

    [Field("against", "the consumer from which is taken what a draw of `range` adds, so that their sum stays", Since = "0.2")]
    public string? Against { get; init; }

    [Field("residual", "the demand is what a balance leaves, and gives way to what is drawn elsewhere; default: no", Example = "true", Since = "0.2")]
    public bool? Residual { get; init; }

    [Field("cover", "stock targets in days of use or output: one span, or a map by commodity; default: no stock", Example = "{metal: 10 d, magnet: 5 d}")]
    public Cover Cover { get; init; } = Cover.None;

    [Field("ramp", "how fast activity may rise above what the site is used to, as a share of capacity; default: at once", Example = "10 %/month")]
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

    [Field("minPrice", "price of its main output below which a maker does not run; default: it runs at any price", Example = "70 USD/kg", Since = "0.2")]
    public UsdPerTonne? MinPrice { get; init; }

    [Field("patience", "how long a maker goes on below `minPrice`; default: 90 d", Example = "90 d", Since = "0.2")]
    public SimDuration? Patience { get; init; }

    [Field("elasticity", "a consumer's: its demand is the baseline times the price index to the power of minus this; default: 0",
        Example = "0.2", Since = "0.2")]
    public double? Elasticity { get; init; }

    [Field("endUse", "what a consumer makes: automotive, wind, defence ...")]
    public string? EndUse { get; init; }

    [Field("priority", "class for rationing by priority; 1 is served first; default: after all that have one")]
    public int? Priority { get; init; }

    [Field("opens", "when the site opens: a date or a day offset; default: open from the start")]
    public When? Opens { get; init; }

    [Field("cohorts", "split the row into firms by supplier and by cover")]
    public CohortSpec? Cohorts { get; init; }

    [Field("source", "where the figures come from")]
    public string? Source { get; init; }

    [Field("confidence", "how far the figures can be trusted")]
    public string? Confidence { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }
}

/// <summary>How the firms behind a row choose their suppliers.</summary>
public enum Sourcing
{
    /// <summary>Each firm buys a commodity from one supplier.</summary>
    Single,

    /// <summary>Each firm buys half from each of two suppliers.</summary>
    Dual,

    /// <summary>Each firm buys from all suppliers, as the row does.</summary>
    Pooled,
}

/// <summary>A row that stands for many firms: how it is split (model: Cohorts).</summary>
public sealed record CohortSpec
{
    [Field("sourcing", "single, dual or pooled", Default = "single")]
    public Sourcing Sourcing { get; init; } = Sourcing.Single;

    [Field("n", "how many cohorts of equal size, by cover, for each set of suppliers", Default = "1")]
    public int N { get; init; } = 1;

    [Field("cover", "distribution of the cover over the firms; default: the row's own cover for all", Example = "{lognormal: [30 d, 0.6]}")]
    public DurationDistribution? Cover { get; init; }

    [Field("qualification", "how long a firm needs to accept a supplier it does not buy from", Default = "0 d")]
    public SimDuration Qualification { get; init; }
}
