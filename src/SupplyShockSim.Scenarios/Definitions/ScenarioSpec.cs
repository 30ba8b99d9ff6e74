using SupplyShockSim.Engine;
using SupplyShockSim.Network;
using SupplyShockSim.Network.Definitions;
using SupplyShockSim.Policies.Answers;
using SupplyShockSim.Policies.Controls;
using SupplyShockSim.Simulation.Markets;
using SupplyShockSim.Simulation.Recording;

namespace SupplyShockSim.Scenarios.Definitions;

/// <summary>A scenario file.</summary>
public sealed record ScenarioSpec
{
    /// <summary>The one format there is.</summary>
    public const string Format = "supplyshock/scenario/1";

    [Field("schema", "the format of this file: supplyshock/scenario/1", Required = true, Example = Format)]
    public string Schema { get; init; } = "";

    [Field("title", "what the scenario is about, in a line")]
    public string? Title { get; init; }

    [Field("note", "anything a reader should know")]
    public string? Note { get; init; }

    [Field("extends", "a scenario file that this one builds on, relative to this file: maps are merged, lists and values replaced, and a key set to ~ is taken out")]
    public string? Extends { get; init; }

    [Field("network", "the network: a folder or file relative to this file, or the network itself", Required = true, Example = "networks/ndfeb-2024")]
    public NetworkRef Network { get; init; } = new();

    [Field("start", "the date at which the run begins", Required = true, Example = "2026-01-06")]
    public DateTime Start { get; init; }

    [Field("horizon", "how long the run goes on; a year is 365 d; days when no unit is given", Example = "3 yr")]
    public SimDuration? Horizon { get; init; }

    [Field("until", "the date at which the run ends, instead of `horizon`", Example = "2029-01-06")]
    public DateTime? Until { get; init; }

    [Field("seed", "seed of every random draw; `--seed` overrides it", Default = "1")]
    public ulong Seed { get; init; } = 1;

    [Field("market", "the rules that every market follows")]
    public MarketSpec Market { get; init; } = new();

    [Field("shocks", "what happens to the network")]
    public IReadOnlyList<ControlSpec> Shocks { get; init; } = [];

    [Field("responses", "what is done about it; not simulated yet")]
    public IReadOnlyList<AnswerSpec> Responses { get; init; } = [];

    [Field("uncertain", "inputs that are not known exactly, and `network` for every `range` of it; `run` samples them for the ranges it shows",
        Example = "[network, {set: shocks.halt.for, triangular: [60 d, 180 d, 400 d]}]")]
    public IReadOnlyList<UncertainSpec> Uncertain { get; init; } = [];

    [Field("checks", "what must hold of the results; `supplyshock check` exits 4 when one fails")]
    public IReadOnlyList<CheckSpec> Checks { get; init; } = [];

    [Field("backtest", "how `supplyshock backtest` and `calibrate` hold the run against what was observed")]
    public BacktestSpec? Backtest { get; init; }

    [Field("output", "how results are written")]
    public OutputSpec Output { get; init; } = new();
}

/// <summary>A network as a scenario names it, with its rows.</summary>
public sealed record NetworkRef
{
    /// <summary>The folder or file the rows were read from, as the scenario names it; null where they stand in the scenario.</summary>
    public NetworkLink? Link { get; init; }

    public NetworkSpec Spec { get; init; } = new();
}

/// <summary>A network in files of its own, pinned to what they held.</summary>
public sealed record NetworkLink
{
    [Field("folder", "a folder with network.yaml, sites.csv and lanes.csv, or one YAML file, relative to this file", Required = true, Example = "networks/ndfeb-2024")]
    public string Folder { get; init; } = "";

    [Field("sha256", "hashes that the files must have, by name; default: whatever they hold")]
    public IReadOnlyDictionary<string, string> Sha256 { get; init; } = new Dictionary<string, string>();

    [Field("set", "values that replace those in the files, by path", Example = "{sites.plant.capacity: 5 t/d}")]
    public IReadOnlyDictionary<string, string> Set { get; init; } = new Dictionary<string, string>();

    [Field(
        "scale", "multiplies what is assumed alike in all rows: cover, qualification, headroom",
        Example = "{cover: x2, qualification: x0.5, headroom: 150 %}", Since = "0.2")]
    public NetworkScale? Scale { get; init; }

    [Field(
        "sourcing", "single, dual or pooled: how the firms of all rows with cohorts choose their suppliers; default: as the rows say", Example = "dual",
        Since = "0.2")]
    public Sourcing? Sourcing { get; init; }

    [Field("add", "rows beside those in the files: sites, lanes, commodities, technologies", Since = "0.2",
        Example = "{sites: [{id: new-mine, kind: mine, country: AU, technology: {outputs: {metal: 1}}}]}")]
    public NetworkAddition? Add { get; init; }

    /// <summary>Whether a key varies the rows as they are read, rather than saying which they are.</summary>
    internal static bool VariesRows(string key) => key is "scale" or "sourcing" or "add";
}

/// <summary>Rows that a scenario adds to a network in files of its own; rates without a unit are in the <c>rates</c> of that network.</summary>
public sealed record NetworkAddition
{
    [Field("commodities", "what flows as well", Since = "0.2")]
    public IReadOnlyList<CommoditySpec> Commodities { get; init; } = [];

    [Field("technologies", "more recipes", Since = "0.2")]
    public IReadOnlyList<TechnologySpec> Technologies { get; init; } = [];

    [Field("sites", "more sites", Since = "0.2")]
    public IReadOnlyList<SiteSpec> Sites { get; init; } = [];

    [Field("lanes", "more lanes, between sites of the network and those added", Since = "0.2")]
    public IReadOnlyList<LaneSpec> Lanes { get; init; } = [];

    /// <summary>The rows of the files with these after them.</summary>
    /// <param name="files">The rows of the files alone.</param>
    internal NetworkSpec After(NetworkSpec files) => files with
    {
        Commodities = Joined(files.Commodities, Commodities),
        Technologies = Joined(files.Technologies, Technologies),
        Sites = Joined(files.Sites, Sites),
        Lanes = Joined(files.Lanes, Lanes),
    };

    /// <summary>Tables of millions of rows are kept as they are where nothing is added.</summary>
    private static IReadOnlyList<T> Joined<T>(IReadOnlyList<T> rows, IReadOnlyList<T> more) => more.Count == 0 ? rows : [.. rows, .. more];
}

/// <summary>How densely results are written.</summary>
public enum OutputGrid
{
    Day,
    Week,
    Month,
}

/// <summary>How results are written.</summary>
public sealed record OutputSpec
{
    [Field("grid", "day, week or month: the spacing of series.csv; rates are exact averages", Default = "week")]
    public OutputGrid Grid { get; init; } = OutputGrid.Week;

    [Field("record", "all, consumers or totals: which series a run keeps; totals are by country", Default = "all")]
    public RecordScope Record { get; init; } = RecordScope.All;
}
